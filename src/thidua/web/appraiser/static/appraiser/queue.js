// The queue by keyboard: J and K go to the next and the previous item, A accepts, S and R go to the figure and to the
// reason. Nothing is sent by a key but an acceptance; what is typed into a field stays text.

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

const press = (name) => document.getElementById(name)?.click();

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  a: () => press("accept"),
  s: () => focus("typed"),
  r: () => focus("reason"),
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
