"use strict";

const table = document.querySelector("table");
if (table) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const words = rows.map((row) => row.textContent.toLowerCase());
  const text = document.getElementById("filter-text");
  const kind = document.getElementById("filter-kind");
  const shown = document.getElementById("shown");

  const filter = () => {
    const wanted = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, index) => {
      const fits =
        (!kind.value || row.dataset.kind === kind.value) &&
        wanted.every((word) => words[index].includes(word));
      row.hidden = !fits;
      count += fits;
    });
    shown.textContent = `${count} of ${rows.length}`;
  };
  text.addEventListener("input", filter);
  kind.addEventListener("change", filter);
  filter();

  const valueOf = (row, column) => row.cells[column].dataset.value ?? row.cells[column].textContent;
  const compare = (a, b) => {
    if (a === "" || b === "") {
      return (a === "") - (b === "");
    }
    const difference = Number(a) - Number(b);
    return Number.isNaN(difference) ? a.localeCompare(b) : difference;
  };
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    heading.querySelector("button").addEventListener("click", () => {
      const descending = heading.getAttribute("aria-sort") === "ascending";
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
      const sorted = rows
        .map((row) => [valueOf(row, column), row])
        .sort(([a], [b]) => {
          const order = compare(a, b);
          return descending && a !== "" && b !== "" ? -order : order;
        });
      body.append(...sorted.map(([, row]) => row));
    });
  });
}
