// What is typed or checked stays when the part of the page around it is brought up to date.
const KEPT = ".quick input[name=line], .pick";
let typed = new Map();

document.addEventListener("htmx:beforeSwap", (event) => {
  typed = new Map();
  const sent = event.detail.requestConfig.elt.closest("form[method=post]");
  for (const input of event.detail.target.querySelectorAll(KEPT)) {
    if (input.form !== sent) typed.set(input.id, [input.value, input.checked]);
  }
});
document.addEventListener("htmx:afterSwap", () => {
  for (const [id, [value, checked]] of typed) {
    const input = document.getElementById(id);
    if (input) [input.value, input.checked] = [value, checked];
  }
});
