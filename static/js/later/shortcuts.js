// Keys for those who read with a keyboard: / j k n p c ? (listed on the page of settings, and
// shown from there by “?”). None of them works while somebody types, or once they are switched off.
const TYPED_IN = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
const PARTS = ".paragraph, .hit";

const here = () => document.activeElement.closest(PARTS);

const step = (by) => {
  const parts = [...document.querySelectorAll(`main :is(${PARTS})`)];
  const below = parts.findIndex((part) => part.getBoundingClientRect().bottom > 0);
  const next = here() ? parts.indexOf(here()) + by : below + Math.min(by, 0);
  const part = parts[next];
  if (!part) return;
  part.tabIndex = -1;
  part.focus({ preventScroll: true });
  part.scrollIntoView({ block: "start" });
};

const follow = (rel) => document.querySelector(`a[rel~=${rel}]`)?.click();

const cite = () => (here() ?? document).querySelector("a[data-copy][href*='/cite/']")?.click();

const search = () => {
  const box = document.querySelector("input[type=search][name=q]");
  const folded = box?.closest("details"); // as on a phone
  if (folded) folded.open = true;
  box?.focus();
  box?.select();
};

const help = async () => {
  if (document.querySelector("#keys:not(dialog *)")) return location.assign("#keys");
  let dialog = document.querySelector("#help");
  if (!dialog) {
    const answer = await fetch("/settings/");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    dialog = document.createElement("dialog");
    dialog.id = "help";
    dialog.setAttribute("aria-labelledby", "keys");
    dialog.append(page.querySelector("section[aria-labelledby=keys]"));
    document.body.append(dialog);
    document.dispatchEvent(new Event("settings"));
  }
  if (!dialog.open) dialog.showModal();
};

const KEYS = {
  "/": search,
  j: () => step(1),
  k: () => step(-1),
  n: () => follow("next"),
  p: () => follow("prev"),
  c: cite,
  "?": help,
};

document.addEventListener("keydown", (event) => {
  const isPlain = !(event.ctrlKey || event.altKey || event.metaKey || event.isComposing);
  const isTyping = event.target.closest?.(TYPED_IN);
  const isOff = document.documentElement.dataset.shortcuts === "off";
  if (!isPlain || isTyping || isOff || !Object.hasOwn(KEYS, event.key)) return;
  if (document.querySelector("dialog[open]")) return;
  event.preventDefault();
  KEYS[event.key]();
});
