// What the reader understood of a cell is shown as soon as it is left; Enter and the arrows move in the column. Without
// this the page says the same after it was sent.

const table = document.querySelector("[data-reads]");
const line = document.querySelector("[data-understood]");

async function read(input) {
  const cell = input.closest("td");
  if (!input.value.trim()) {
    cell.classList.remove("is-back");
    line.textContent = "";
    return;
  }
  const asked = new URLSearchParams({ "don-vi": input.dataset.unit, "chi-so": input.dataset.code, viet: input.value });
  try {
    const answer = await fetch(`${table.dataset.reads}?${asked}`);
    if (!answer.ok) return;
    const { text, problems } = await answer.json();
    cell.classList.toggle("is-back", !text);
    input.toggleAttribute("aria-invalid", !text);
    line.textContent = [`${input.getAttribute("aria-label")}: ${input.value} → ${text || "?"}`, ...problems].join(". ");
  } catch {
    line.textContent = "";
  }
}

function move(input, step) {
  const cell = input.closest("td");
  const row = step > 0 ? cell.parentElement.nextElementSibling : cell.parentElement.previousElementSibling;
  row?.children[cell.cellIndex]?.querySelector("input")?.focus();
}

table?.addEventListener("change", (event) => read(event.target));
table?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" || event.key === "ArrowDown") {
    event.preventDefault();
    move(event.target, event.shiftKey ? -1 : 1);
  } else if (event.key === "ArrowUp") {
    event.preventDefault();
    move(event.target, -1);
  }
});
