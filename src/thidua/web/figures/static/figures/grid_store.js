// Lines that were typed and not sent, in the browser's own store: under the account that typed them and, so that two
// windows never write over each other, under the window. They leave it once the server has answered that they stand.
// What a window that is still open holds as refused stays its own; windows ask each other who is there.

const MARK = "#";
const ANSWER_WITHIN = 300; // milliseconds, for a window in the background

export class Store {
  constructor(account, address) {
    this.prefix = `thidua:${account}:${address}${MARK}`;
    this.own = `${this.prefix}${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}${MARK}`;
    this.open = new Set([this.own]);
    this.waits = null;
    if (!("BroadcastChannel" in window)) return;
    this.channel = new BroadcastChannel(this.prefix);
    this.channel.onmessage = ({ data }) => {
      if (data === "who") this.channel.postMessage(this.own);
      else this.open.add(data);
      this.waits?.();
    };
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

  // What other windows left behind, the latest of each cell; another text for the same cell stands beside it as
  // `theirs`, for a person to choose. From now on all of it is this window's.
  async adopt() {
    const found = new Map();
    await this.hearOthers();
    for (const [name, one] of this.left().sort((a, b) => b[1].at - a[1].at)) {
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

  // Asks who is there, and waits until every window that holds something has answered; one that is closed never does.
  async hearOthers() {
    const areUnheard = () => this.left().some(([, one]) => one.held);
    if (!this.channel || !areUnheard()) return;
    this.channel.postMessage("who");
    await new Promise((heard) => {
      this.waits = () => areUnheard() || heard();
      setTimeout(heard, ANSWER_WITHIN);
    });
    this.waits = null;
  }

  // What this window may take: not what is refused in one that is open. What nobody could send yet, because the line
  // or the session is gone, is sent by whichever window can.
  left() {
    const isOpen = (name) => [...this.open].some((own) => name.startsWith(own));
    return this.all().filter(([name, one]) => !name.startsWith(this.own) && !(one.held && isOpen(name)));
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
