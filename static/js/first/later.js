// Fetches the scripts of static/js/later/ on the first sign that somebody is at the page: until
// then it weighs nothing.
const { later } = document.currentScript.dataset;
const SIGNS = ["pointerover", "focusin", "keydown"];

const begin = (event) => {
  if (event?.target.autofocus) return; // the page did that
  for (const sign of SIGNS) removeEventListener(sign, begin);
  const script = document.createElement("script");
  script.src = later;
  script.addEventListener("load", () => {
    // The first key counts as well.
    if (event?.type === "keydown") event.target.dispatchEvent(new KeyboardEvent("keydown", event));
  });
  document.head.append(script);
};

document.addEventListener("DOMContentLoaded", () => {
  for (const sign of SIGNS) addEventListener(sign, begin);
  if (!navigator.onLine || document.querySelector("[data-setting]")) begin();
});
