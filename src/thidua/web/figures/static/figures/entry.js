// The grid in which a unit types: keys of a spreadsheet, every cell saved by itself, nothing lost when the line, the
// session or the machine goes.

import { Asking } from "./grid_asking.js";
import { History } from "./grid_history.js";
import { Keys } from "./grid_keys.js";
import { Others } from "./grid_others.js";
import { Saving } from "./grid_saving.js";
import { Store } from "./grid_store.js";
import { Table } from "./grid_table.js";

const grid = document.getElementById("grid");
const state = document.getElementById("state");
const bar = document.getElementById("bar");
const evidence = document.getElementById("bar-evidence"); // of the cell at hand, where the table has no column for it
const table = new Table(grid);
const saving = new Saving({
  grid,
  state,
  table,
  store: new Store(grid.dataset.account, grid.dataset.save),
  onAnswer: answered,
  onNotes: noted,
});
const asking = new Asking({
  box: document.getElementById("asking"),
  frame: grid.querySelector(".grid-frame"),
  table,
  cells: grid.dataset.cells,
  onRead: (figure, text) => edit.writeAll([[figure, text]]),
  onComment(figure, text) {
    figure.dataset.note = text;
    saving.note(figure);
  },
});
const history = new History((control, text) => edit.write(control, text));
const edit = {
  // What was typed into a control becomes a step of the history.
  commit(control) {
    const before = table.before(control);
    if (before === control.value) return;
    history.add([[control, before, control.value]]);
    control.dataset.before = control.value;
    saving.note(table.figureOf(control));
  },
  restore(control) {
    table.put(control, table.before(control));
  },
  write(control, text) {
    if (control.value === text) return;
    table.put(control, text);
    saving.note(table.figureOf(control));
  },
  writeAll(changes) {
    const real = changes.filter(([control, text]) => control && control.value !== text);
    history.add(real.map(([control, text]) => [control, control.value, text]));
    for (const [control, text] of real) edit.write(control, text);
  },
};
const keys = new Keys({ table, edit, history, onCut: cut, onEvidence: () => evidence?.focus(), onAsked: (control) => asking.enter(table.figureOf(control)) });

function answered(figure, answer) {
  const line = figure.closest("tr");
  line.querySelector("[data-part=year]").textContent = answer.year;
  line.querySelector("[data-part=points]").textContent = answer.points;
  if (answer.state === "saved") figure.dataset.understood = answer.understood;
  if (figure.dataset.key === bar.dataset.about || (answer.says && !bar.dataset.about)) tell(figure);
}

// What is doubted of every cell of the unit, as the server sees it after each save.
function noted(notes) {
  for (const [key, figure] of table.figures) {
    const { doubt = "", comment = "" } = notes[key] ?? {};
    Object.assign(figure.dataset, { doubt, comment });
    figure.closest("td").classList.toggle("is-doubted", Boolean(doubt && !comment));
  }
  if (asking.figure) asking.show(asking.figure);
  else if (document.activeElement?.dataset.key) asking.show(document.activeElement);
}

// The bar above the grid speaks of one cell: how it was read, what is asked or refused, the choice where two wrote.
function tell(figure) {
  const one = saving.waiting.get(figure.dataset.key);
  const part = (name) => bar.querySelector(`[data-part=${name}]`);
  const says = one?.theirs?.isUnsent ? fill(bar.dataset.unsent, one.theirs) : (figure.dataset.says ?? "");
  const read = figure.dataset.understood ? `${bar.dataset.understood}: ${figure.dataset.understood}` : "";
  bar.dataset.about = figure.dataset.key;
  bar.classList.toggle("is-back", Boolean(one?.held));
  part("name").textContent = table.nameOf(figure);
  part("name").className = `tag ${one?.held ? "is-back" : one ? "is-half" : figure.value ? "is-done" : ""}`;
  part("says").textContent = figure.dataset.readings ? "" : says || read;
  part("choice").hidden = !one?.theirs;
  if (!evidence) return;
  evidence.disabled = false;
  if (document.activeElement !== evidence) evidence.value = table.texts(figure).evidence;
}

function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_whole, name) => values[name] ?? "");
}

function cut(count, written) {
  const told = document.getElementById("cut");
  told.hidden = !count;
  told.textContent = count ? fill(told.dataset.says, { count, written }) : "";
}

const controlOf = (event) => event.target.closest?.("[data-at]");
const within = (act) => (event) => {
  const control = controlOf(event);
  if (control) act(event, control);
};

grid.addEventListener(
  "keydown",
  within((event, control) => {
    if (event.key === "Escape") asking.hide();
    if (keys.press(event, control)) event.preventDefault();
  }),
);
grid.addEventListener("change", within((_event, control) => edit.commit(control)));
grid.addEventListener("paste", within((event, control) => keys.paste(event, control)));
grid.addEventListener("copy", within((event, control) => keys.copy(event, control)));
grid.addEventListener("dblclick", within(() => (keys.isInside = true)));
grid.addEventListener(
  "pointerdown",
  within((event, control) => {
    const from = document.activeElement?.closest?.("[data-at]");
    if (event.shiftKey && from) {
      event.preventDefault();
      keys.pick(keys.anchor ?? from, control);
    } else {
      keys.isInside = from === control;
      keys.release();
    }
  }),
);
grid.addEventListener("focusin", (event) => {
  const control = controlOf(event);
  if (control) {
    tell(table.figureOf(control));
    asking.show(table.figureOf(control));
  } else if (!asking.holdsFocus()) asking.hide();
});
document.addEventListener("focusin", (event) => grid.contains(event.target) || asking.hide());
grid.addEventListener("submit", (event) => {
  event.preventDefault();
  saving.send();
});
bar.addEventListener("click", (event) => {
  const choice = event.target.closest("[data-choose]");
  if (!choice) return;
  const figure = table.figures.get(bar.dataset.about);
  saving.choose(figure, choice.dataset.choose === "theirs");
  figure.focus();
  tell(figure);
});
evidence?.addEventListener("change", () => {
  const figure = table.figures.get(bar.dataset.about);
  figure.dataset.evidence = evidence.value.normalize("NFC");
  saving.note(figure);
});
evidence?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" && event.key !== "Escape") return;
  event.preventDefault();
  if (event.key === "Escape") evidence.value = table.texts(table.figures.get(bar.dataset.about)).evidence;
  table.figures.get(bar.dataset.about).focus();
});
window.addEventListener("online", () => saving.send());
await saving.recover();
new Others({
  grid,
  table,
  saving,
  onOther: (figure) => (figure.dataset.key === bar.dataset.about || !bar.dataset.about) && tell(figure),
});
performance.mark("thidua:grid"); // from here on every key is heard
