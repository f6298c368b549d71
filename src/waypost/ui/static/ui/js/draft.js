// What is written for nobody else's eyes yet is kept by the server as one types. Where that fails,
// the words stay in the page and are sent again as soon as there is a connection.
const RETRY = 2000;

function keep(form) {
  const saver = form.querySelector("[data-saver]");
  let typed = 0; // how often something was typed, and how often when it was last sent
  let sent = 0;
  let failed = false;
  let timer;

  const again = () => {
    clearTimeout(timer);
    if (form.hasAttribute("data-dirty")) window.htmx.trigger(saver, "again");
  };

  form.addEventListener("input", () => {
    typed += 1;
    form.setAttribute("data-dirty", "");
  });
  form.addEventListener("submit", () => form.removeAttribute("data-dirty"));
  saver.addEventListener("htmx:beforeRequest", () => (sent = typed));
  saver.addEventListener("htmx:afterRequest", ({ detail }) => {
    failed = !detail.successful;
    if (!failed) return form.toggleAttribute("data-dirty", typed !== sent);
    if (detail.xhr.status >= 400 && detail.xhr.status < 500) return; // it was answered
    const said = document.getElementById("saved");
    said.textContent = said.dataset.unsaved;
    timer = setTimeout(again, RETRY);
  });
  window.addEventListener("online", again);
  // A page that goes away sends what was typed last; where that has failed just now it asks first.
  window.addEventListener("pagehide", () => {
    if (form.hasAttribute("data-dirty")) navigator.sendBeacon(form.action, new FormData(form));
  });
  window.addEventListener("beforeunload", (event) => {
    if (form.hasAttribute("data-dirty") && failed) event.preventDefault();
  });
}

for (const form of document.querySelectorAll("[data-draft]")) keep(form);
