// A toast goes after ten seconds, not while somebody points at it or is in it; its button closes it at once.
const LASTS = 10_000;

function watch(toast) {
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (toast.matches(":hover, :focus-within") ? wait() : toast.remove()), LASTS);
  };
  toast.dataset.watched = "";
  wait();
}

function watchAll() {
  for (const toast of document.querySelectorAll(".toasts .toast:not([data-watched])")) watch(toast);
}

watchAll();
document.addEventListener("htmx:afterSettle", watchAll);
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-close-toast]")) event.target.closest(".toast").remove();
});
