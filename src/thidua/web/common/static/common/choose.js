// The field for a file in the page's own language: a button, and the name of what was chosen. The browser's own field
// lies over it unseen, and takes keys, clicks and files that are dropped on it. Without this script it stands as it is.

for (const field of document.querySelectorAll(".choose:not(.is-ready)")) {
  const input = field.querySelector("input");
  const chosen = field.querySelector(".chosen");
  const tell = () => {
    const names = Array.from(input.files, (file) => file.name);
    chosen.textContent = names.join(", ") || chosen.dataset.none;
    field.toggleAttribute("data-has", names.length > 0);
  };
  for (const event of ["change", "input"]) input.addEventListener(event, tell);
  addEventListener("pageshow", tell);
  field.classList.add("is-ready");
  tell();
}
