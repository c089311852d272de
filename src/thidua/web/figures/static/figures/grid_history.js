// What was written by hand, step by step: a pasted block is one step. Undo and redo write it again as if typed.

export class History {
  constructor(write) {
    this.write = write;
    this.past = [];
    this.future = [];
  }

  // changes: [control, text before, text after]
  add(changes) {
    if (!changes.length) return;
    this.past.push(changes);
    this.future.length = 0;
  }

  undo() {
    this.step(this.past, this.future, 1);
  }

  redo() {
    this.step(this.future, this.past, 2);
  }

  step(from, to, pick) {
    const changes = from.pop();
    if (!changes) return;
    to.push(changes);
    for (const change of changes) this.write(change[0], change[pick]);
    changes[0][0].focus();
  }
}
