// Buttons that nothing would come of without a script are shown by it.
document.addEventListener("DOMContentLoaded", () => {
  const buttons = `button:is(.copy, .print-button${navigator.share ? ", .share" : ""})`;
  for (const button of document.querySelectorAll(buttons)) button.hidden = false;
});
