// Sends what waits, cell by cell answered, and shows how it stands: saved, waiting, refused, or why nothing goes through.

const PIECE = 500;
const SOON = 400;
const AGAIN = 4000;
const SHAPES = {
  saved: "is-done",
  waiting: "is-half",
  refused: "is-back",
  kept: "is-half",
  offline: "is-late",
  stopped: "is-late",
  away: "is-back",
  unkept: "is-back",
};

export class Saving {
  constructor({ grid, state, table, store, onAnswer, onNotes }) {
    this.address = grid.dataset.save;
    this.token = grid.querySelector("[name=csrfmiddlewaretoken]").value;
    this.state = state;
    this.table = table;
    this.store = store;
    this.onAnswer = onAnswer;
    this.onNotes = onNotes;
    this.waiting = new Map();
    this.isSending = false;
    this.trouble = "";
    this.isKept = true;
  }

  async recover() {
    const found = await this.store.adopt();
    for (const [key, one] of found) {
      const figure = this.table.figures.get(key);
      if (!figure) continue; // of a column that is not on this page: it stays in the store
      const now = this.waiting.get(key);
      if (now) {
        this.beside(figure, now, one); // typed here while the other windows were asked
        continue;
      }
      this.table.put(figure, one.text);
      const evidence = this.table.evidenceOf(figure);
      if (evidence) this.table.put(evidence, one.evidence);
      figure.dataset.evidence = one.evidence;
      figure.dataset.version = one.version;
      if (one.comment) figure.dataset.note = one.comment;
      delete one.held;
      if (one.theirs?.isUnsent) one.held = "conflict";
      else delete one.theirs;
      this.waiting.set(key, one);
      this.table.look(figure, one.held ? "is-back" : "is-draft");
    }
    if (!this.waiting.size) return;
    this.show("kept", { count: this.waiting.size });
    this.later(SOON);
  }

  // Lets a person choose between what was typed here and what a window before this one left behind.
  beside(figure, now, { text, evidence }) {
    const { key } = figure.dataset;
    if (now.text !== text || now.evidence !== evidence) {
      Object.assign(now, { theirs: { text, evidence, version: now.version, isUnsent: true }, held: "conflict" });
      this.table.look(figure, "is-back");
    }
    this.store.keep(key, now);
  }

  note(figure) {
    const key = figure.dataset.key;
    const one = { ...this.table.texts(figure), version: figure.dataset.version };
    if (figure.dataset.note) one.comment = figure.dataset.note;
    for (const name of ["readings", "asked"]) delete figure.dataset[name];
    const { theirs } = this.waiting.get(key) ?? {};
    if (theirs?.isUnsent) Object.assign(one, { theirs, held: "conflict" }); // still to be chosen from
    this.waiting.set(key, one);
    this.isKept = this.store.keep(key, one);
    this.table.look(figure, one.held ? "is-back" : "is-draft");
    this.tellState();
    this.later(SOON);
  }

  // Takes what was chosen where two wrote: theirs, or what stands in the cell here.
  choose(figure, isTheirs) {
    const key = figure.dataset.key;
    const { theirs } = this.waiting.get(key);
    this.waiting.delete(key);
    figure.dataset.version = theirs.version;
    figure.dataset.says = "";
    if (isTheirs) {
      this.table.put(figure, theirs.text);
      const evidence = this.table.evidenceOf(figure);
      if (evidence) this.table.put(evidence, theirs.evidence);
      figure.dataset.evidence = theirs.evidence;
    }
    if (isTheirs && !theirs.isUnsent) {
      this.settle(key);
      this.table.look(figure);
      this.tellState();
    } else this.note(figure);
  }

  later(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), milliseconds);
  }

  unsent() {
    return [...this.waiting].filter(([, one]) => !one.held);
  }

  async send() {
    const sent = new Map(this.unsent().slice(0, PIECE));
    if (this.isSending || !sent.size) return;
    this.isSending = true;
    this.trouble = await this.post(sent);
    this.isSending = false;
    this.tellState();
    if (this.unsent().length) this.later(this.trouble ? AGAIN : 0);
  }

  async post(sent) {
    const cells = [...sent].map(([code, { text, evidence, version, comment = "" }]) => ({ code, text, evidence, version, comment }));
    try {
      const answer = await fetch(this.address, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": this.token },
        body: JSON.stringify({ cells }),
        redirect: "manual",
      });
      if (answer.type === "opaqueredirect" || answer.status === 403) return "away";
      if (!answer.ok) return "stopped";
      const told = await answer.json();
      for (const one of told.cells) this.take(one, sent.get(one.code));
      this.onNotes(told.notes);
      return "";
    } catch {
      return "offline";
    }
  }

  take(answer, then) {
    const figure = this.table.figures.get(answer.code);
    const now = this.waiting.get(answer.code);
    if (!figure || !now) return;
    const isNewer = now.text !== then.text || now.evidence !== then.evidence || now.comment !== then.comment;
    const isConflict = answer.state === "conflict";
    if (!isConflict) figure.dataset.version = answer.version; // of a conflict only who chooses takes the new version
    if (isNewer) now.version = figure.dataset.version;
    else if (answer.state === "saved") this.settle(answer.code);
    else now.held = answer.state;
    if (isConflict) now.theirs = { text: answer.stands, evidence: answer.evidence, version: answer.version };
    if (this.waiting.has(answer.code)) this.store.keep(answer.code, now);
    else delete figure.dataset.note;
    figure.dataset.says = answer.says;
    if (answer.readings.length && !isNewer) {
      figure.dataset.readings = JSON.stringify(answer.readings);
      figure.dataset.asked = answer.says;
    } else {
      delete figure.dataset.readings;
      delete figure.dataset.asked;
    }
    this.table.look(figure, isNewer ? "is-draft" : answer.state === "saved" ? "" : "is-back");
    this.onAnswer(figure, answer);
  }

  settle(key) {
    this.waiting.delete(key);
    this.store.drop(key);
  }

  tellState() {
    const held = this.waiting.size - this.unsent().length;
    if (this.trouble && this.unsent().length) this.show(this.isKept ? this.trouble : "unkept");
    else if (this.unsent().length) this.show("waiting");
    else if (held) this.show("refused", { count: held });
    else this.show("saved", { time: new Date().toLocaleTimeString("vi-VN") });
  }

  show(name, values = {}) {
    this.state.className = `tag ${SHAPES[name]}`;
    this.state.dataset.now = name;
    this.state.textContent = Object.entries(values).reduce(
      (text, [key, value]) => text.replace(`{${key}}`, value),
      this.state.dataset[name],
    );
  }
}
