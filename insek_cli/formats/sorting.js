for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells], body = table.tBodies[0];
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.className = "unseen";
  table.parentNode.before(said);
  const value = (row, place) => row.cells[place].textContent.trim();
  const number = (text) => parseFloat(text.replace(",", "."));
  const compare = (a, b) =>
    isNaN(number(a)) || isNaN(number(b)) ? a.localeCompare(b, "de") : number(a) - number(b);
  heads.forEach((head, place) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      body.append(...[...body.rows].sort((a, b) => compare(value(a, place), value(b, place)) * (down ? -1 : 1)));
      said.textContent = `Sortiert nach ${button.textContent}, ${down ? "absteigend" : "aufsteigend"}.`;
    });
  });
}
