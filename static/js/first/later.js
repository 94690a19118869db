// Fetches the scripts of static/js/later/ on the first sign that somebody is at the page: until
// then it weighs nothing. What was pressed meanwhile is pressed again once they are there.
const { later } = document.currentScript.dataset;
const SIGNS = ["pointermove", "pointerdown", "focusin", "keydown"];
const CONTROLS = "a[data-copy], button[type=button]";
let again;

const keyPressed = (event) => {
  again = () => event.target.dispatchEvent(new KeyboardEvent("keydown", event));
};

const clicked = (event) => {
  const control = event.target.closest(CONTROLS);
  if (!control || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  again = () => control.click();
};

const waiting = (listens) => {
  const change = listens ? addEventListener : removeEventListener;
  change("keydown", keyPressed);
  change("click", clicked);
};

// A page may focus what it marks, and come to lie under a pointer that rests: neither is a sign.
const isOwn = ({ type, target, movementX, movementY }) =>
  type === "focusin" ? target.autofocus : type === "pointermove" && !(movementX || movementY);

const begin = (event) => {
  if (event && isOwn(event)) return;
  for (const sign of SIGNS) removeEventListener(sign, begin);
  const script = document.createElement("script");
  script.src = later;
  // If they cannot be had, a link leads on as any other.
  script.onload = script.onerror = () => {
    waiting(false);
    again?.();
  };
  document.head.append(script);
};

document.addEventListener("DOMContentLoaded", () => {
  waiting(true);
  for (const sign of SIGNS) addEventListener(sign, begin);
  if (!navigator.onLine || document.querySelector("input[data-setting]")) begin();
});
