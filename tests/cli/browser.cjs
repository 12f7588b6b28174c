// Looks at HTML files in headless Chromium and prints every fault found as JSON: [{page, view, fault}].
// Call: node browser.cjs CHROMIUM FILE...; it needs playwright-core and axe-core (npm install --global, NODE_PATH).
const { chromium } = require("playwright-core");
const { basename } = require("node:path");
const { readFileSync } = require("node:fs");
const { pathToFileURL } = require("node:url");

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf-8");
const HEIGHT = 900;
// A4 less its margins of 15 mm each is 680 px wide.
const VIEWS = {
  phone: { width: 360, media: "screen" },
  desk: { width: 1200, media: "screen" },
  print: { width: 680, media: "print" },
};
const MOST_TABS = 100;

const unreadable = () => {
  const boxed = (one) => (getComputedStyle(one).display === "contents" ? boxed(one.parentElement) : one);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  return texts
    .filter((text) => text.data.trim() && text.parentElement.closest("main, footer"))
    .filter((text) => !text.parentElement.closest("svg title, svg desc, script, style"))
    .filter((text) => !boxed(text.parentElement).checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .map((text) => text.data.trim().slice(0, 60));
};

const width = () => document.documentElement.scrollWidth - window.innerWidth;
const sideways = () => [...document.querySelectorAll("table.cards")]
  .filter((table) => table.parentElement.scrollWidth > table.parentElement.clientWidth)
  .map((table) => (table.caption ?? table).textContent.trim().slice(0, 60));
const violations = async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 120))}`);
};
const column = (table) => {
  const head = document.activeElement.closest("th");
  const cells = [...table.tBodies[0].rows].map((row) => row.cells[head.cellIndex].textContent.trim());
  return { sorted: head.getAttribute("aria-sort"), cells, status: document.querySelector("[role=status]")?.textContent };
};

async function sorting(page) {
  const found = [];
  for (const table of await page.$$("table.sortable")) {
    await page.evaluate(() => document.activeElement.blur());
    await table.evaluate((one) => getSelection().collapse(one, 0));
    const inside = () => table.evaluate((one) => one.contains(document.activeElement.closest("thead button")));
    let tabs = 0;
    while (!(await inside()) && tabs++ < MOST_TABS) await page.keyboard.press("Tab");
    if (tabs > MOST_TABS) found.push("no heading of a sortable table is reached by Tab");
    else found.push(...(await sortedByKeys(page, table)));
  }
  return found;
}

async function sortedByKeys(page, table) {
  const found = [];
  const { cells: given } = await table.evaluate(column);
  const ended = {};
  for (const [key, direction] of [["Enter", "ascending"], ["Space", "descending"], ["Enter", null]]) {
    await page.keyboard.press(key);
    const { sorted, cells, status } = await table.evaluate(column);
    ended[direction] = cells;
    if (sorted !== direction) found.push(`${key} sorts ${sorted}, not ${direction}`);
    if (!status) found.push(`${key} sorts and says nothing`);
  }
  if (new Set(ended.ascending).size > 1 && ended.ascending[0] === ended.descending[0]) {
    found.push("rows stand as before");
  }
  if (String(ended.null) !== String(given)) found.push("the third time does not bring back the first order");
  return found;
}

async function looked(page, tell) {
  for (const colorScheme of ["light", "dark"]) {
    for (const [name, { width: wide, media }] of Object.entries(VIEWS)) {
      const view = `${name}, ${colorScheme}`;
      await page.setViewportSize({ width: wide, height: HEIGHT });
      await page.emulateMedia({ media, colorScheme });
      const beyond = await page.evaluate(width);
      if (beyond > 0) tell(view, `${beyond} px too wide`);
      for (const text of await page.evaluate(sideways)) tell(view, `has to be scrolled sideways: ${text}`);
      for (const text of await page.evaluate(unreadable)) tell(view, `unreadable: ${text}`);
      for (const fault of await page.evaluate(violations)) tell(view, fault);
    }
  }
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
  for (const fault of await sorting(page)) tell("keys", fault);
}

async function opened(context, file, found) {
  const address = pathToFileURL(file).href;
  const page = await context.newPage();
  const tell = (view, fault) => found.push({ page: basename(file), view, fault });
  page.on("request", (request) => request.url() !== address && tell("network", `asks for ${request.url()}`));
  page.on("pageerror", (error) => tell("script", String(error)));
  page.on("console", (said) => said.type() === "error" && tell("script", said.text()));
  await page.goto(address, { waitUntil: "load" });
  return { page, tell };
}

async function main([executablePath, ...files]) {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const scripted = await browser.newContext();
  const scriptless = await browser.newContext({ javaScriptEnabled: false });
  const found = [];
  for (const file of files) {
    const { page, tell } = await opened(scripted, file, found);
    await page.evaluate(AXE);
    await looked(page, tell);
    await page.close();
    const bare = await opened(scriptless, file, found);
    for (const text of await bare.page.evaluate(unreadable)) bare.tell("no script", `unreadable: ${text}`);
    await bare.page.close();
  }
  await browser.close();
  console.log(JSON.stringify(found, null, 1));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
