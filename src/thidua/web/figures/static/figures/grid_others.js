// What somebody else wrote meanwhile comes into cells in which nothing waits here, and is told there; nothing that was
// typed here is touched.

const EVERY = 20_000;

export class Others {
  constructor({ grid, table, saving, onOther }) {
    Object.assign(this, { table, saving, onOther, address: grid.dataset.save, since: grid.dataset.since });
    setInterval(() => document.visibilityState === "visible" && this.look(), EVERY);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.look());
  }

  async look() {
    try {
      const answer = await fetch(`${this.address}?tu=${encodeURIComponent(this.since)}`, { redirect: "manual" });
      if (!answer.ok) return;
      const { at, cells } = await answer.json();
      this.since = at;
      for (const one of cells) this.take(one);
    } catch {
      // without a line nothing is told; what is typed meets the other's when it is sent
    }
  }

  take(one) {
    const figure = this.table.figures.get(one.code);
    if (!figure || this.saving.waiting.has(one.code) || one.version <= Number(figure.dataset.version)) return;
    if (document.activeElement === figure && figure.value !== this.table.before(figure)) return; // being typed just now
    figure.dataset.version = one.version;
    const { text, evidence } = this.table.texts(figure);
    if (text === one.stands && evidence === one.evidence) return;
    this.table.put(figure, one.stands);
    const beside = this.table.evidenceOf(figure);
    if (beside) this.table.put(beside, one.evidence);
    figure.dataset.evidence = one.evidence;
    figure.dataset.says = one.says;
    this.table.look(figure, "is-wait");
    this.onOther(figure);
  }
}
