// <button data-show-password="Hide" aria-controls="ID">Show</button> shows the password, then hides it again.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-show-password]");
  if (!button) return;
  const input = document.getElementById(button.getAttribute("aria-controls"));
  input.type = input.type === "password" ? "text" : "password";
  [button.textContent, button.dataset.showPassword] = [button.dataset.showPassword, button.textContent];
});

// Sent as a password whatever it looked like, so that the browser does not keep it among typed texts.
document.addEventListener("submit", (event) => {
  for (const button of event.target.querySelectorAll("[data-show-password]")) {
    document.getElementById(button.getAttribute("aria-controls")).type = "password";
  }
});
