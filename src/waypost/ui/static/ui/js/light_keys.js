// Single letters on the row of a traffic light: another colour for it, its history.
function turn(row, colour) {
  const link = row?.querySelector("[data-turn]");
  if (!link) return;
  const form = new URL(link.href);
  form.searchParams.set("to", colour);
  link.closest("details").open = true;
  window.htmx.ajax("GET", form.pathname + form.search, link.getAttribute("hx-target"));
}

export const lightKeys = (current) => ({
  1: () => turn(current(), "green"),
  2: () => turn(current(), "amber"),
  3: () => turn(current(), "red"),
  h: () => current()?.querySelector("details > summary")?.click(),
});
