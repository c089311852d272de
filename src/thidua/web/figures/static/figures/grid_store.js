// Lines that were typed and not sent, in the browser's own store: under the account that typed them and, so that two
// windows never write over each other, under the window. They leave it once the server has answered that they stand.

const MARK = "#";

export class Store {
  constructor(account, address) {
    this.prefix = `thidua:${account}:${address}${MARK}`;
    this.own = `${this.prefix}${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}${MARK}`;
  }

  // False where the browser keeps nothing: full, or forbidden.
  keep(key, one) {
    try {
      localStorage.setItem(this.own + key, JSON.stringify({ ...one, at: Date.now() }));
      return true;
    } catch {
      return false;
    }
  }

  drop(key) {
    try {
      localStorage.removeItem(this.own + key);
    } catch {
      // a browser that keeps nothing has nothing to drop
    }
  }

  // What windows before this one left behind, the latest of each cell; another text for the same cell stands beside it
  // as `theirs`, for a person to choose. From now on all of it is this window's.
  adopt() {
    const found = new Map();
    for (const [name, one] of this.all().sort((a, b) => b[1].at - a[1].at)) {
      const key = name.slice(this.prefix.length).replace(/^[^#]*#/, "");
      const first = found.get(key);
      if (!first) found.set(key, one);
      else if (first.text !== one.text || first.evidence !== one.evidence) {
        first.theirs ??= { text: one.text, evidence: one.evidence, version: first.version, isUnsent: true };
      } else first.comment ??= one.comment;
      localStorage.removeItem(name);
    }
    for (const [key, one] of found) this.keep(key, one);
    return found;
  }

  all() {
    try {
      return Object.keys(localStorage)
        .filter((name) => name.startsWith(this.prefix))
        .map((name) => [name, JSON.parse(localStorage.getItem(name))])
        .filter(([, one]) => one && typeof one.text === "string");
    } catch {
      return [];
    }
  }
}
