// Ctrl+Enter sends the form one writes in, also from a field of several lines.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target.form;
  if (!form || form.getAttribute("method")?.toLowerCase() !== "post") return;
  event.preventDefault();
  form.requestSubmit(form.querySelector("button[type=submit]:not([name])") ?? undefined);
});
