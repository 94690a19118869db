// Fetches the scripts of static/js/later/ on the first sign that somebody is at the page: until
// then it weighs nothing.
const { later } = document.currentScript.dataset;
const SIGNS = ["pointermove", "pointerdown", "focusin", "keydown"];
let pressed;

const press = (event) => (pressed = event);

// A page may focus what it marks, and come to lie under a pointer that rests: neither is a sign.
const isOwn = ({ type, target, movementX, movementY }) =>
  type === "focusin" ? target.autofocus : type === "pointermove" && !(movementX || movementY);

const begin = (event) => {
  if (event && isOwn(event)) return;
  for (const sign of SIGNS) removeEventListener(sign, begin);
  const script = document.createElement("script");
  script.src = later;
  script.addEventListener("load", () => {
    // A key that was pressed meanwhile counts as well.
    removeEventListener("keydown", press);
    pressed?.target.dispatchEvent(new KeyboardEvent("keydown", pressed));
  });
  document.head.append(script);
};

document.addEventListener("DOMContentLoaded", () => {
  addEventListener("keydown", press);
  for (const sign of SIGNS) addEventListener(sign, begin);
  if (!navigator.onLine || document.querySelector("[data-setting]")) begin();
});
