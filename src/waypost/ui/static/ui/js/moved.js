// What one waits for has come: go and see, unless one is writing.
document.addEventListener("htmx:afterSettle", () => {
  const link = document.querySelector("[data-moved]");
  const writes = document.activeElement?.matches("textarea, input:not([type=hidden])");
  if (link && !writes && !document.querySelector("[data-dirty]")) location.assign(link.href);
});
