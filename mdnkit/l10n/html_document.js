"use strict";

// Rows beyond these are laid out only on demand: a browser needs seconds for all pages of a locale.
const MOST = 500;

const table = document.querySelector("table");
if (table) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const words = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const text = document.getElementById("filter-text");
  const kind = document.getElementById("filter-kind");
  const shown = document.getElementById("shown");
  const more = document.getElementById("show-all");
  let most = MOST;

  const filter = () => {
    const wanted = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of body.rows) {
      const fits =
        (!kind.value || row.dataset.kind === kind.value) &&
        wanted.every((word) => words.get(row).includes(word));
      count += fits;
      row.hidden = !fits || count > most;
    }
    shown.textContent = `${Math.min(count, most)} of ${rows.length}`;
    more.hidden = count <= most;
  };
  const showAll = () => {
    most = Infinity;
    filter();
  };
  text.addEventListener("input", filter);
  kind.addEventListener("change", filter);
  more.addEventListener("click", showAll);
  window.addEventListener("beforeprint", showAll);
  filter();

  const valueOf = (row, column) => row.cells[column].dataset.value ?? row.cells[column].textContent;
  const compare = (a, b) => {
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
          // What has no value comes last either way.
          if (a === "" || b === "") {
            return (a === "") - (b === "");
          }
          return descending ? compare(b, a) : compare(a, b);
        });
      body.append(...sorted.map(([, row]) => row));
      filter();
    });
  });
}
