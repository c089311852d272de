// The checker answers while somebody types: what stands in the fields goes to the server, its answer takes the place of
// the findings. Nothing is kept by that. Alt with the arrows moves the criterion; choosing a kind asks for its fields.

const WAIT = 200;
const form = document.getElementById("node");
const findings = document.getElementById("findings");
const status = document.getElementById("status");
let timer = 0;
let asked = 0;
let isDirty = form?.dataset.dirty === "yes";

const check = async () => {
  const turn = ++asked;
  try {
    const answer = await fetch(form.dataset.live, { method: "POST", body: new FormData(form), credentials: "same-origin" });
    if (!answer.ok || turn !== asked) return;
    findings.innerHTML = await answer.text();
    say();
  } catch {
    // without a network the page still saves by its button once there is one
  }
};

const say = () => {
  status.textContent = findings?.firstElementChild?.dataset.status ?? "";
};

if (form && status) {
  say();
  form.addEventListener("input", () => {
    isDirty = true;
    clearTimeout(timer);
    timer = setTimeout(check, WAIT);
  });
  document.getElementById("rule")?.addEventListener("change", () => {
    isDirty = false;
    document.getElementById("change-kind")?.click();
  });
  form.addEventListener("submit", () => {
    isDirty = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (isDirty) event.preventDefault();
  });
}

document.addEventListener("keydown", (event) => {
  const button = { ArrowUp: "up", ArrowDown: "down" }[event.key];
  if (!event.altKey || !button) return;
  event.preventDefault();
  document.getElementById(button)?.click();
});

document.querySelector(".tree-frame [aria-current]")?.scrollIntoView({ block: "nearest" });
