// The meeting by keyboard: J and K (or the arrows) go from point to point, Enter opens the figure of a point, Ctrl and
// Enter write it. What is typed into a field stays text.

const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;
const rows = [...document.querySelectorAll("[data-point]")];
let here = -1;

const go = (to) => {
  if (!rows.length) return;
  here = Math.min(Math.max(to, 0), rows.length - 1);
  rows[here].focus();
  rows[here].scrollIntoView({ block: "nearest" });
};

const write = () => {
  const row = rows[here];
  const details = row && row.querySelector("details");
  if (details) details.open = true;
  const field = row && row.querySelector("[name=typed]");
  if (field) {
    field.focus();
    field.select();
  }
};

const KEYS = { j: () => go(here + 1), k: () => go(here - 1), arrowdown: () => go(here + 1), arrowup: () => go(here - 1), enter: write };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey && event.key === "Enter" && isTyping(event.target)) {
    const button = event.target.form && event.target.form.querySelector("button");
    if (button) {
      event.preventDefault();
      button.click();
    }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.target.closest("a, button, summary") && event.key === "Enter") return;
  const act = KEYS[event.key.toLowerCase()];
  if (act) {
    event.preventDefault();
    act();
  }
});

document.addEventListener("focusin", (event) => {
  const row = event.target.closest("[data-point]");
  if (row) here = rows.indexOf(row);
});

const open = rows.findIndex((row) => row.hasAttribute("data-open"));
if (open >= 0) here = open - 1;
