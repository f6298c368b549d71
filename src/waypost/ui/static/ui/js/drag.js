// An action is dragged by its handle into another month. The menu and Alt with an arrow do the same.
import { move } from "./months.js";

const FAR = 6; // pixels: less is a click
let dragged = null;

const monthAt = (event) =>
  document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-month]:not(li, [data-month=''])");

function mark(month) {
  document.querySelector(".is-target")?.classList.remove("is-target");
  month?.classList.add("is-target");
}

function end() {
  dragged?.row.classList.remove("is-dragged");
  mark(null);
  dragged = null;
}

document.addEventListener("pointerdown", (event) => {
  const handle = event.target.closest("a.drag");
  if (!handle || event.button !== 0) return;
  dragged = { handle, row: handle.closest("li"), x: event.clientX, y: event.clientY, moved: false };
});
document.addEventListener("dragstart", (event) => {
  if (event.target.closest?.("a.drag")) event.preventDefault();
});
document.addEventListener("pointermove", (event) => {
  if (!dragged) return;
  dragged.moved ||= Math.hypot(event.clientX - dragged.x, event.clientY - dragged.y) > FAR;
  if (!dragged.moved) return;
  dragged.row.classList.add("is-dragged");
  mark(monthAt(event));
});
document.addEventListener("pointerup", (event) => {
  if (!dragged?.moved) return end();
  const { row, handle } = dragged;
  const month = monthAt(event)?.dataset.month;
  // The click that ends a drag opens no menu.
  const stop = (click) => (click.preventDefault(), click.stopImmediatePropagation());
  handle.addEventListener("click", stop, { once: true });
  setTimeout(() => handle.removeEventListener("click", stop));
  end();
  move(row, month);
});
document.addEventListener("pointercancel", end);
document.addEventListener("keydown", (event) => event.key === "Escape" && end());
