// The grid in which a unit types: keys of a spreadsheet, every cell saved by itself, nothing lost when the line, the
// session or the machine goes. What waits lies in the browser's own store, under the account that typed it.

const grid = document.getElementById("grid");
const state = document.getElementById("state");
const strip = document.getElementById("strip");
const token = grid.querySelector("[name=csrfmiddlewaretoken]").value;
const store = `thidua:${grid.dataset.account}:${grid.dataset.save}`;
const columns = ["so", "mc"];
const rows = [...grid.querySelectorAll("tr[data-code]")];
const byCode = new Map(rows.map((row) => [row.dataset.code, row]));
const past = [];
const future = [];
let waiting = new Map(Object.entries(read()));
let isSending = false;
let timer = 0;

function read() {
  try {
    return JSON.parse(localStorage.getItem(store)) ?? {};
  } catch {
    return {};
  }
}

function keep() {
  if (waiting.size) localStorage.setItem(store, JSON.stringify(Object.fromEntries(waiting)));
  else localStorage.removeItem(store);
}

const inputOf = (row, column) => row.querySelector(`input[name="${column}:${CSS.escape(row.dataset.code)}"]`);
const cellOf = (row) => inputOf(row, "so").parentElement;
const place = (input) => {
  const row = input.closest("tr");
  return { row: rows.indexOf(row), column: columns.indexOf(input.name.split(":")[0]) };
};

function show(name, values = {}) {
  const shape = { saved: "is-done", waiting: "is-half", offline: "is-late", away: "is-back", kept: "is-half" }[name];
  state.className = `tag ${shape}`;
  state.textContent = Object.entries(values).reduce(
    (text, [key, value]) => text.replace(`{${key}}`, value),
    state.dataset[name],
  );
}

function tell(row, text, isWrong) {
  strip.hidden = !text;
  strip.replaceChildren();
  if (!text) return;
  const tag = document.createElement("span");
  tag.className = `tag ${isWrong ? "is-back" : "is-half"}`;
  tag.textContent = row.querySelector("th").textContent;
  const words = document.createElement("span");
  words.textContent = text;
  strip.append(tag, words);
}

function look(row, name) {
  const cell = cellOf(row);
  const isEmpty = !inputOf(row, "so").value.trim();
  cell.className = name || (isEmpty ? "is-missing" : "");
}

function note(row) {
  waiting.set(row.dataset.code, {
    text: inputOf(row, "so").value,
    evidence: inputOf(row, "mc").value,
    version: row.dataset.version,
  });
  keep();
  look(row, "is-draft");
  show("waiting");
  clearTimeout(timer);
  timer = setTimeout(send, 400);
}

async function send() {
  const sent = new Map([...waiting].filter(([, one]) => !one.held));
  if (isSending || !sent.size) return;
  isSending = true;
  const cells = [...sent].slice(0, 500).map(([code, one]) => ({ code, ...one }));
  try {
    const answer = await fetch(grid.dataset.save, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify({ cells }),
      redirect: "manual",
    });
    if (answer.type === "opaqueredirect" || answer.status === 403) {
      show("away");
    } else if (answer.ok) {
      take((await answer.json()).cells, sent);
    } else {
      show("offline");
    }
  } catch {
    show("offline");
  }
  isSending = false;
  if ([...waiting.values()].some((one) => !one.held)) timer = setTimeout(send, 4000);
}

function take(cells, sent) {
  for (const one of cells) {
    const row = byCode.get(one.code);
    if (!row) continue;
    row.dataset.version = one.version;
    const now = waiting.get(one.code);
    const then = sent.get(one.code);
    const isNewer = now && (now.text !== then.text || now.evidence !== then.evidence);
    if (isNewer) now.version = one.version;
    else if (one.state === "saved") waiting.delete(one.code);
    else waiting.set(one.code, { ...then, version: one.version, held: true }); // stays on this machine until it is mended
    row.querySelector("[data-part=understood]").textContent = one.understood;
    row.querySelector("[data-part=points]").textContent = one.points;
    look(row, isNewer ? "is-draft" : one.state === "saved" ? "" : "is-back");
    row.dataset.says = one.says;
    if (one.says) tell(row, one.says, one.state !== "saved");
    else if (document.activeElement?.closest("tr") === row) tell(row, "");
  }
  keep();
  const time = new Date().toLocaleTimeString("vi-VN");
  if (![...waiting.values()].some((one) => !one.held)) show("saved", { time });
}

function write(row, column, value, isRecorded = true) {
  const input = inputOf(row, column);
  if (input.value === value) return;
  if (isRecorded) {
    past.push([row, column, input.dataset.before ?? input.value, value]);
    future.length = 0;
  }
  input.value = value;
  input.dataset.before = value;
  note(row);
}

function change(input) {
  const row = input.closest("tr");
  const before = input.dataset.before ?? input.defaultValue;
  if (before === input.value) return;
  past.push([row, input.name.split(":")[0], before, input.value]);
  future.length = 0;
  input.dataset.before = input.value;
  note(row);
}

function again(from, to, pick) {
  const step = from.pop();
  if (!step) return;
  to.push(step);
  const [row, column] = step;
  write(row, column, step[pick], false);
  inputOf(row, column).focus();
}

function go(input, down, right) {
  const at = place(input);
  const row = rows[at.row + down];
  const column = columns[at.column + right];
  if (!row || !column) return false;
  const next = inputOf(row, column);
  next.focus();
  next.select();
  return true;
}

function paste(event, input) {
  const text = event.clipboardData.getData("text/plain").normalize("NFC").replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (!/[\t\n]/.test(text)) return;
  event.preventDefault();
  change(input);
  const at = place(input);
  const block = text.split("\n").map((line) => line.split("\t"));
  block.forEach((line, down) => {
    const row = rows[at.row + down];
    line.forEach((value, right) => {
      const column = columns[at.column + right];
      if (row && column) write(row, column, value.trim());
    });
  });
}

const KEYS = {
  ArrowDown: (input) => go(input, 1, 0),
  ArrowUp: (input) => go(input, -1, 0),
  Enter: (input, event) => go(input, event.shiftKey ? -1 : 1, 0) || true,
  Escape: (input) => {
    input.value = input.dataset.before ?? input.defaultValue;
    input.select();
    return true;
  },
  F2: (input) => {
    input.setSelectionRange(input.value.length, input.value.length);
    return true;
  },
};
const WITH_CONTROL = {
  z: () => again(past, future, 2),
  y: () => again(future, past, 3),
  d: (input) => {
    const at = place(input);
    if (at.row) write(rows[at.row], columns[at.column], inputOf(rows[at.row - 1], columns[at.column]).value);
  },
};

grid.addEventListener("keydown", (event) => {
  const input = event.target.closest("input");
  if (!input || event.isComposing) return;
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && WITH_CONTROL[key]) {
    event.preventDefault();
    change(input);
    WITH_CONTROL[key](input);
  } else if (KEYS[event.key] && !event.ctrlKey && !event.altKey) {
    if (event.key !== "Escape") change(input);
    if (KEYS[event.key](input, event)) event.preventDefault();
  }
});
grid.addEventListener("change", (event) => change(event.target));
grid.addEventListener("paste", (event) => paste(event, event.target));
grid.addEventListener("focusin", (event) => {
  const row = event.target.closest("tr[data-code]");
  if (row) tell(row, row.dataset.says ?? "", true);
});
grid.addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
window.addEventListener("online", send);

if (waiting.size) {
  show("kept", { count: waiting.size });
  for (const [code, one] of waiting) {
    const row = byCode.get(code);
    if (!row) {
      waiting.delete(code);
      continue;
    }
    inputOf(row, "so").value = one.text;
    inputOf(row, "mc").value = one.evidence;
    look(row, "is-draft");
    delete one.held;
  }
  timer = setTimeout(send, 400);
}
