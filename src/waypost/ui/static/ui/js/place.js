// After a form has been sent the page comes back where one was, not at its top.
const KEY = "waypost.place";

document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented && event.target.getAttribute("method")?.toLowerCase() === "post")
    sessionStorage.setItem(KEY, JSON.stringify([location.pathname, scrollY]));
});

const [page, top] = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
sessionStorage.removeItem(KEY);
if (page === location.pathname && !location.hash) scrollTo({ top, behavior: "instant" });
