// The text under judgement: marks that no longer fit go while one types; a rewrite can be taken over.
document.addEventListener("input", ({ target }) => {
  const mirror = target.dataset?.judged && document.getElementById(target.dataset.judged);
  if (mirror) mirror.replaceChildren();
});

document.addEventListener("click", (event) => {
  const use = event.target.closest("[data-use]");
  const field = use && document.getElementById(use.dataset.use);
  if (!field) return;
  field.focus();
  field.select();
  // Typed rather than set, so that Ctrl+Z brings the writer's own words back.
  const rewrite = use.closest(".suggest").querySelector(".try").textContent;
  if (!document.execCommand("insertText", false, rewrite)) field.value = rewrite;
  const blank = field.value.indexOf("[");
  if (blank >= 0) field.setSelectionRange(blank, field.value.indexOf("]", blank) + 1);
});
