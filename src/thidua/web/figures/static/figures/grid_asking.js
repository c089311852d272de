// What a cell asks, in a box beside it: which reading of a text is meant, a comment on a doubted figure, the questions
// that are open. Nothing takes the focus by itself: Alt and Enter lead into the box, Escape leads back to the cell.

const GAP = 4;

export class Asking {
  constructor({ box, frame, table, cells, onRead, onComment }) {
    Object.assign(this, { box, frame, table, cells, onRead, onComment });
    this.comment = this.part("comment").querySelector("textarea");
    this.figure = null;
    box.addEventListener("keydown", (event) => this.press(event));
    box.addEventListener("click", (event) => this.click(event.target.closest("button")));
    frame.addEventListener("scroll", () => this.place(), { passive: true });
    addEventListener("resize", () => this.place());
  }

  part(name) {
    return this.box.querySelector(`[data-part=${name}]`);
  }

  // Shows what a cell asks, or nothing where it asks nothing; isWanted: somebody wants to comment without being asked.
  show(figure, isWanted = false) {
    if (this.figure !== figure || !this.holdsFocus()) this.comment.value = figure.dataset.note ?? figure.dataset.comment ?? "";
    this.figure = figure;
    const { doubt = "", questions = "", comment = "", asked = "" } = figure.dataset;
    const readings = this.readings(figure);
    const isCommented = Boolean(figure.value.trim()) && !readings.length && Boolean(doubt || comment || isWanted);
    this.part("asks").textContent = asked || doubt;
    this.part("asks").hidden = !(asked || doubt);
    this.offer(readings, figure.dataset.readings ?? "");
    this.part("comment").hidden = !isCommented;
    this.tellQuestions(questions);
    this.box.hidden = !(readings.length || isCommented || questions);
    if (this.box.hidden) this.box.removeAttribute("style");
    else this.place();
    return !this.box.hidden;
  }

  hide() {
    this.box.hidden = true;
    this.box.removeAttribute("style");
    this.figure = null;
  }

  // Leads the focus to the first thing that can be answered. False where there is none.
  enter(figure) {
    if (!this.show(figure, true)) return false;
    [...this.box.querySelectorAll("button, textarea, a[href]")].find((one) => one.checkVisibility?.() ?? one.offsetParent)?.focus();
    return true;
  }

  holdsFocus() {
    return this.box.contains(document.activeElement);
  }

  readings(figure) {
    return figure.dataset.readings ? JSON.parse(figure.dataset.readings) : [];
  }

  offer(readings, mark) {
    const part = this.part("readings");
    part.hidden = !readings.length;
    if (part.dataset.now === mark) return;
    part.dataset.now = mark;
    part.replaceChildren(
      ...readings.map(({ text, label }) => {
        const button = document.createElement("button");
        Object.assign(button, { type: "button", className: "button is-short", textContent: label });
        button.dataset.reading = text;
        return button;
      }),
    );
  }

  tellQuestions(count) {
    const part = this.part("questions");
    const link = part.querySelector("a");
    part.hidden = !count;
    if (!count) return;
    const code = this.figure.dataset.key.split("@")[0];
    link.href = `${this.cells}${encodeURIComponent(code)}/#trao-doi`;
    link.textContent = part.dataset.says.replace("{count}", count);
  }

  // Below the cell, above it where there is no room; never beside the frame. Gone with a cell that is scrolled away.
  place() {
    if (this.box.hidden || !this.figure) return;
    const cell = this.figure.closest("td").getBoundingClientRect();
    const room = this.frame.getBoundingClientRect();
    const isAway = cell.bottom < room.top || cell.top > room.bottom || cell.right < room.left || cell.left > room.right;
    this.box.style.visibility = isAway && !this.holdsFocus() ? "hidden" : "visible";
    const isBelow = cell.bottom + GAP + this.box.offsetHeight <= innerHeight || cell.top - GAP < this.box.offsetHeight;
    const top = isBelow ? cell.bottom + GAP : cell.top - GAP - this.box.offsetHeight;
    this.box.style.top = `${top - room.top}px`;
    this.box.style.left = `max(0px, min(${cell.left - room.left}px, 100% - ${this.box.offsetWidth}px))`;
  }

  press(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      this.comment.value = this.figure.dataset.note ?? this.figure.dataset.comment ?? "";
      this.leave();
    } else if (event.key === "Enter" && event.target === this.comment && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.keep();
    } else if (event.key.startsWith("Arrow") && event.target.dataset.reading !== undefined) {
      event.preventDefault();
      const all = [...this.part("readings").children];
      const step = event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : -1;
      all[(all.indexOf(event.target) + step + all.length) % all.length].focus();
    }
  }

  click(button) {
    if (!button) return;
    if (button.dataset.act === "comment") this.keep();
    else this.read(button.dataset.reading);
  }

  read(text) {
    const figure = this.figure;
    this.leave();
    this.onRead(figure, text);
  }

  keep() {
    const { figure } = this;
    const text = this.comment.value.normalize("NFC").trim();
    if (text && text !== (figure.dataset.comment ?? "")) this.onComment(figure, text);
    this.leave();
  }

  leave() {
    this.figure.focus();
    this.figure.select?.();
  }
}
