// The short-term plan: an action is moved to another month by menu or by keys, and ticked off at once.
const rowOf = (element) => element.closest("li[data-move]");
const problem = () => document.getElementById("plan-problem");

// Ask the server to move the action; its answer is the plan, and the focus stays on the action.
export function move(row, month) {
  if (!month || month === row.dataset.month) return;
  const values = { ...Object.fromEntries(new FormData(document.getElementById("acts"))), month };
  const focused = row.querySelector(".drag")?.id;
  window.htmx
    .ajax("POST", row.dataset.move, { source: row, target: "#plan", swap: "innerHTML", values })
    .then(() => document.getElementById(focused)?.focus());
}

// Alt with an arrow: the month before or after, as far as the plan reaches.
document.addEventListener("keydown", (event) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const row = step && event.altKey && rowOf(event.target);
  if (!row || event.target.matches("input:not([type=checkbox]), select, textarea")) return;
  event.preventDefault();
  const months = [...document.querySelectorAll(".months [data-month]:not(li)")].map((found) => found.dataset.month);
  const at = months.indexOf(row.closest("[data-month]:not(li)").dataset.month);
  move(row, months[at + step]);
});

document.addEventListener("click", (event) => {
  const handle = event.target.closest("a.drag");
  const dialog = document.getElementById("move-to");
  if (!handle || !dialog) return;
  event.preventDefault();
  const title = dialog.querySelector("h2");
  title.textContent = title.dataset.words.replace("%s", () => handle.dataset.what);
  dialog.returnValue = "";
  dialog.onclose = () => move(rowOf(handle), dialog.returnValue);
  dialog.showModal();
});

const turn = (tick) => tick.setAttribute("aria-pressed", String(tick.getAttribute("aria-pressed") !== "true"));

document.addEventListener("htmx:beforeRequest", (event) => {
  if (problem()) problem().hidden = true;
  if (event.detail.elt.matches(".tick")) turn(event.detail.elt);
});
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(failure, (event) => {
    if (event.detail.elt.matches(".tick")) turn(event.detail.elt);
    if (problem()) problem().hidden = false;
  });
}
