// The queue by keyboard: J and K or the arrows go to the next and the previous item; A accepts, 1 goes to the button that
// accepts, so that Enter confirms; S or 2 go to the figure, R or 3 to the reason. Nothing is sent by one key but an
// acceptance; what is typed into a field stays text.

const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

const step = (by) => {
  const links = [...document.querySelectorAll(".queue a")];
  const here = links.findIndex((link) => link.hasAttribute("aria-current"));
  const next = links[here + by];
  if (next) next.click();
};

const focus = (name) => {
  const field = document.getElementById(name);
  if (field) {
    field.focus();
    if (field.select) field.select();
  }
};

const hold = (name) => document.getElementById(name)?.focus();

const press = (name) => document.getElementById(name)?.click();

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  arrowdown: () => step(1),
  arrowup: () => step(-1),
  a: () => press("accept"),
  s: () => focus("typed"),
  r: () => focus("reason"),
  1: () => hold("accept"),
  2: () => focus("typed"),
  3: () => focus("reason"),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey && event.key === "Enter" && isTyping(event.target)) {
    event.preventDefault();
    press(event.target.id === "typed" || document.getElementById("clause")?.value ? "adjust" : "return");
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const act = KEYS[event.key.toLowerCase()];
  if (act) {
    event.preventDefault();
    act();
  }
});

document.querySelector(".queue [aria-current]")?.scrollIntoView({ block: "nearest" });
