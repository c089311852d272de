// A long list of ticks is searched as one types, with or without Vietnamese marks. Groups with a hit open, the others
// hide; what is ticked stays ticked. Without this every group is opened by hand.

const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

function find(frame, typed) {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  let hits = 0;
  for (const group of frame.querySelectorAll("details")) {
    let here = 0;
    for (const pick of group.querySelectorAll(".pick")) {
      const text = folded(pick.textContent);
      pick.hidden = !words.every((word) => text.includes(word));
      here += !pick.hidden;
    }
    group.hidden = here === 0;
    group.open = words.length ? here > 0 : Boolean(group.querySelector(":checked"));
    hits += here;
  }
  frame.querySelector("[data-none]").hidden = hits > 0;
}

for (const frame of document.querySelectorAll("[data-find]")) {
  const input = frame.querySelector("input[type=search]");
  input.closest(".field").hidden = false;
  input.addEventListener("input", () => find(frame, input.value));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}
