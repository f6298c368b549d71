// Single letters outside of fields; the help sheet is in the page where they are wanted.
const help = document.getElementById("keys-help");
const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
let going = 0;
const rows = () => [...document.querySelectorAll("[data-row]")].filter((row) => row.checkVisibility());
const current = () => document.activeElement.closest("[data-row]");
const inRow = (selector) => current()?.querySelector(selector);

function step(by) {
  const all = rows();
  const place = all.indexOf(current());
  const next = all[place < 0 ? (by > 0 ? 0 : all.length - 1) : place + by];
  (next?.querySelector("a, button, input:not([type=hidden])") ?? next)?.focus();
}

function showHelp() {
  const links = [...document.querySelectorAll("[data-go]")];
  help.querySelector("[data-go-list]").textContent = links
    .map((link) => `${link.dataset.go} ${link.firstChild.textContent.trim()}`)
    .join(", ");
  help.showModal();
}

// Another colour for the traffic light of the row: its form, with that colour chosen.
function turn(colour) {
  const link = inRow("details [data-turn]");
  if (!link) return;
  link.closest("details").open = true;
  window.htmx.ajax("GET", `${link.pathname}?to=${colour}`, link.getAttribute("hx-target"));
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  x: () => inRow("[data-tick]")?.click(),
  d: () => inRow("[data-date]")?.click(),
  a: () => document.querySelector("[data-add]")?.focus(),
  f: () => document.querySelector("form[role=search] :is(input:not([type=hidden]), select)")?.focus(),
  g: () => (going = Date.now()),
  h: () => inRow("details > summary")?.click(),
  ...Object.fromEntries(["green", "amber", "red"].map((colour, at) => [at + 1, () => turn(colour)])),
  "?": showHelp,
};

function press(event) {
  const plain = !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing);
  if (!plain || event.target.closest(FIELDS) || document.querySelector("dialog[open]")) return;
  const key = event.key.toLowerCase();
  const page = Date.now() - going < 1500 && document.querySelector(`[data-go="${CSS.escape(key.toUpperCase())}"]`);
  going = 0;
  if (!page && !(key in keys)) return;
  event.preventDefault();
  if (page) page.click();
  else keys[key]();
}

if (help) {
  document.addEventListener("keydown", press);
  document.addEventListener("click", (event) => event.target.closest("[data-keys-help]") && showHelp());
}
