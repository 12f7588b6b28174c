for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells], body = table.tBodies[0], given = [...body.rows];
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.className = "unseen";
  table.parentNode.before(said);
  const value = (row, place) => row.cells[place].textContent.trim();
  const numbers = (text) => /^\d/.test(text) ? text.match(/\d+(,\d+)?/g).map((one) => parseFloat(one.replace(",", "."))) : [];
  const compare = (a, b) => {
    const [first, second] = [numbers(a), numbers(b)];
    if (!first.length || !second.length) return a.localeCompare(b, "de");
    return first[0] - second[0] || (first[1] ?? first[0]) - (second[1] ?? second[0]);
  };
  const after = { ascending: "descending", descending: null };
  const words = { ascending: "aufsteigend", descending: "absteigend" };
  heads.forEach((head, place) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const was = head.getAttribute("aria-sort"), way = was ? after[was] : "ascending";
      const sign = way === "descending" ? -1 : 1;
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      if (way) head.setAttribute("aria-sort", way);
      body.append(...(way ? [...given].sort((a, b) => sign * compare(value(a, place), value(b, place))) : given));
      said.textContent = way ? `Sortiert nach ${button.textContent}, ${words[way]}.` : "In der ursprünglichen Reihenfolge.";
    });
  });
}
