// What is to be put right is the first thing to be read: after a load, and after a fragment came in.
const focusSummary = (root) => root.querySelector(".error-summary")?.focus();

focusSummary(document);
document.addEventListener("htmx:afterSettle", (event) => focusSummary(event.detail.elt));
