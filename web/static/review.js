// One key a verdict, u takes the last one back. The page works without: each key is a button.

const buttons = new Map([...document.querySelectorAll(".review-keys button")].map((button) => [button.value, button]));

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=hidden]), textarea");
  if (typing || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  const button = event.key === "u" ? document.querySelector(".undo button") : buttons.get(event.key);
  if (button && !button.form.dataset.sent) {
    event.preventDefault();
    button.form.dataset.sent = "yes";
    button.form.requestSubmit(button);
  }
});
