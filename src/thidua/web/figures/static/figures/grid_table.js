// The table as the grid sees it: lines, the controls in them by column, and how a cell looks and is told of.

export class Table {
  constructor(grid) {
    this.lines = [...grid.querySelectorAll("tr[data-code]")];
    this.controls = this.lines.map((line) => [...line.querySelectorAll("[data-at]")]);
    this.figures = new Map();
    this.places = new Map();
    this.controls.forEach((line, row) =>
      line.forEach((control) => {
        this.places.set(control, { row, column: Number(control.dataset.at) });
        if (control.dataset.key) this.figures.set(control.dataset.key, control);
      }),
    );
    this.width = Math.max(0, ...this.controls.flat().map((one) => Number(one.dataset.at) + 1));
  }

  at(row, column) {
    return this.controls[row]?.find((one) => Number(one.dataset.at) === column);
  }

  place(control) {
    return this.places.get(control);
  }

  // The figure that a control belongs to: itself, or the one whose evidence it holds.
  figureOf(control) {
    return control.dataset.key ? control : this.figures.get(control.dataset.of);
  }

  evidenceOf(figure) {
    return this.lines[this.place(figure).row].querySelector(`[data-of="${CSS.escape(figure.dataset.key)}"]`);
  }

  texts(figure) {
    return { text: figure.value, evidence: this.evidenceOf(figure)?.value ?? figure.dataset.evidence ?? "" };
  }

  // Puts a text into a control without recording it.
  put(control, text) {
    if (control.tagName === "SELECT" && ![...control.options].some((one) => one.value === text)) {
      control.add(new Option(text, text));
    }
    control.value = text;
    control.dataset.before = text;
  }

  before(control) {
    if (control.dataset.before !== undefined) return control.dataset.before;
    if (control.tagName !== "SELECT") return control.defaultValue;
    return [...control.options].find((one) => one.defaultSelected)?.value ?? "";
  }

  look(figure, name = "") {
    const cell = figure.closest("td");
    cell.classList.remove("is-missing", "is-draft", "is-back", "is-wait");
    const shown = name || (figure.value.trim() ? "" : "is-missing");
    if (shown) cell.classList.add(shown);
    if (name === "is-back") figure.setAttribute("aria-invalid", "true");
    else figure.removeAttribute("aria-invalid");
  }

  nameOf(figure) {
    return figure.getAttribute("aria-label");
  }

  // Everything between two controls, line by line.
  block(first, last) {
    const a = this.place(first);
    const b = this.place(last);
    const columns = [Math.min(a.column, b.column), Math.max(a.column, b.column)];
    const found = [];
    for (let row = Math.min(a.row, b.row); row <= Math.max(a.row, b.row); row += 1) {
      const line = [];
      for (let column = columns[0]; column <= columns[1]; column += 1) line.push(this.at(row, column));
      found.push(line);
    }
    return found;
  }
}
