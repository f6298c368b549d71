// A form that changes something is sent once: a second click while it is on its way does nothing.
const sent = new Set();

function hold(form) {
  sent.add(form);
  form.setAttribute("aria-busy", "true");
}

function release(form) {
  sent.delete(form);
  form.removeAttribute("aria-busy");
}

// First of all listeners, before htmx: stop what is on its way already.
document.addEventListener(
  "submit",
  (event) => {
    if (!sent.has(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  true,
);

// Last of all listeners: it really goes out, as a page of its own.
document.addEventListener("submit", (event) => {
  const changes = event.target.getAttribute("method")?.toLowerCase() === "post";
  if (changes && !event.defaultPrevented) hold(event.target);
});

// The same for forms that htmx sends.
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.detail.elt.matches("form") && event.detail.requestConfig.verb !== "get") hold(event.detail.elt);
});
document.addEventListener("htmx:afterRequest", (event) => release(event.detail.elt));

// Back from the next page: the form may be sent again.
window.addEventListener("pageshow", () => sent.forEach(release));
