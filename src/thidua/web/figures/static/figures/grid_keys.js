// Keys of a spreadsheet. A cell that was reached is replaced by typing, and arrows leave it; F2 goes into its text.

// One key says what is claimed where a criterion is met or not; the signs are those of the numeric keys.
const CLAIMS = { d: "đạt", đ: "đạt", 1: "đạt", "+": "đạt", k: "không đạt", 0: "không đạt", "-": "không đạt", Backspace: "" };
const ARROWS = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };

export class Keys {
  constructor({ table, edit, history, onCut, onEvidence, onAsked }) {
    Object.assign(this, { table, edit, history, onCut, onEvidence, onAsked });
    this.anchor = null; // where a block of several cells begins
    this.end = null;
    this.isInside = false; // within the text of a cell, after F2 or a second click
  }

  press(event, control) {
    if (event.isComposing) return false;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (event.ctrlKey || event.metaKey) return this.withControl(key, control);
    if (event.altKey) return key === "Enter" && this.asked(control);
    if (control.tagName === "SELECT" && key in CLAIMS) return this.claim(control, CLAIMS[key]);
    if (ARROWS[key]) return this.arrow(ARROWS[key], event.shiftKey, control);
    const known = { Enter: this.enter, Escape: this.escape, F2: this.inside, Delete: this.clear, Home: this.home, End: this.home };
    return known[key] ? known[key].call(this, control, event) : false;
  }

  asked(control) {
    this.edit.commit(control);
    return this.onAsked(control);
  }

  claim(control, text) {
    this.edit.writeAll([[control, text]]);
    return true;
  }

  arrow([down, right], isBlock, control) {
    const isText = control.tagName !== "SELECT";
    if (this.isInside && isText && (right || isBlock)) return false;
    this.edit.commit(control);
    if (isBlock) this.extend(control, down, right);
    else this.go(control, down, right);
    return true;
  }

  enter(control, event) {
    this.edit.commit(control);
    this.go(control, event.shiftKey ? -1 : 1, 0);
    return true;
  }

  escape(control) {
    this.release();
    this.edit.restore(control);
    this.isInside = false;
    control.select?.();
    return true;
  }

  inside(control, event) {
    if (event.shiftKey) {
      this.edit.commit(control);
      this.onEvidence();
      return true;
    }
    this.isInside = true;
    control.setSelectionRange?.(control.value.length, control.value.length);
    return true;
  }

  home(control, event) {
    if (this.isInside) return false;
    this.edit.commit(control);
    const line = this.table.controls[this.table.place(control).row];
    this.reach(event.key === "Home" ? line[0] : line.at(-1));
    return true;
  }

  clear(control) {
    if (!this.isBlock() && (this.isInside || control.tagName !== "SELECT")) return false;
    this.edit.writeAll(this.picked(control).flat().map((one) => [one, ""]));
    return true;
  }

  withControl(key, control) {
    const known = {
      z: () => this.history.undo(),
      y: () => this.history.redo(),
      d: () => this.fill(control, true),
      r: () => this.fill(control, false),
    };
    if (!known[key]) return false;
    this.edit.commit(control);
    known[key]();
    return true;
  }

  // Copies the first line of the block down, or its first column to the right; without a block, the cell before this.
  fill(control, isDown) {
    const { row, column } = this.table.place(control);
    const before = isDown ? this.table.at(row - 1, column) : this.table.at(row, column - 1);
    const block = this.isBlock() ? this.picked(control) : isDown ? [[before], [control]] : [[before, control]];
    const changes = block.flatMap((line, down) =>
      line.map((one, right) => [one, (isDown ? block[0][right] : line[0])?.value, isDown ? down : right]),
    );
    this.edit.writeAll(changes.filter(([one, text, place]) => one && place && text !== undefined));
  }

  go(control, down, right) {
    this.release();
    let { row, column } = this.table.place(control);
    for (;;) {
      row += down;
      column += right;
      if (row < 0 || column < 0 || row >= this.table.lines.length || column >= this.table.width) return;
      const next = this.table.at(row, column);
      if (next) {
        this.reach(next);
        return;
      }
    }
  }

  reach(control) {
    this.isInside = false;
    control.focus();
    control.select?.();
  }

  extend(control, down, right) {
    this.anchor ??= control;
    const end = this.table.place(this.end ?? control);
    const next = this.table.at(end.row + down, end.column + right);
    if (next) this.pick(this.anchor, next);
  }

  pick(anchor, end) {
    this.anchor = anchor;
    this.end = end;
    this.mark();
    end.closest("td").scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  release() {
    this.anchor = null;
    this.end = null;
    this.mark();
  }

  mark() {
    for (const one of this.marked ?? []) one.classList.remove("is-picked");
    this.marked = this.isBlock() ? this.picked().flat().filter(Boolean).map((one) => one.closest("td")) : [];
    for (const one of this.marked) one.classList.add("is-picked");
  }

  isBlock() {
    return Boolean(this.anchor && this.end && this.anchor !== this.end);
  }

  picked(control) {
    return this.isBlock() ? this.table.block(this.anchor, this.end) : [[control]];
  }

  copy(event, control) {
    if (!this.isBlock()) return;
    event.preventDefault();
    const text = this.picked(control).map((line) => line.map((one) => one?.value ?? "").join("\t"));
    event.clipboardData.setData("text/plain", text.join("\n"));
  }

  // A block goes in from this cell on; what has no cell is counted and told, never dropped in silence.
  paste(event, control) {
    const whole = event.clipboardData.getData("text/plain").normalize("NFC").replace(/\r\n?/g, "\n").replace(/\n$/, "");
    if (!/[\t\n]/.test(whole) && control.tagName !== "SELECT") return;
    event.preventDefault();
    this.edit.commit(control);
    const at = this.table.place(control);
    const found = [];
    let cut = 0;
    whole.split("\n").forEach((line, down) =>
      line.split("\t").forEach((text, right) => {
        const one = this.table.at(at.row + down, at.column + right);
        if (one) found.push([one, text.trim()]);
        else if (text.trim()) cut += 1;
      }),
    );
    this.edit.writeAll(found);
    this.onCut(cut, found.length);
  }
}
