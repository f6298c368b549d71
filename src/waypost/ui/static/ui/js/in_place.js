// Editing where something stands: the field takes the focus, Escape puts the words back.
const before = new Map();

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const spot = detail.target;
  if (spot.matches?.(".editable-spot") && spot.querySelector(".editable")) before.set(spot, [...spot.childNodes]);
});

document.addEventListener("htmx:afterSettle", ({ target }) => {
  const form = target.querySelector?.("[data-in-place]");
  const field = form?.querySelector("[autofocus]") ?? form?.querySelector("input:not([type=hidden]), textarea, select");
  field?.focus();
  if (field?.matches("input, textarea")) field.select?.();
});

function restore(form) {
  const spot = form.closest(".editable-spot");
  if (!before.has(spot)) return false;
  spot.replaceChildren(...before.get(spot));
  before.delete(spot);
  window.htmx.process(spot); // forgotten when it was swapped out
  spot.querySelector(".editable").focus();
  return true;
}

document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("[data-in-place]");
  if (event.key !== "Escape" || !form) return;
  if (!restore(form)) form.querySelector("[data-cancel]").click();
});

document.addEventListener("click", (event) => {
  const cancel = event.target.closest("[data-in-place] [data-cancel]");
  if (cancel && restore(cancel.closest("form"))) event.preventDefault();
});
