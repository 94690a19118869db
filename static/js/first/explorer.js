// The explorer answers while one types and ticks. What that takes is fetched on the first sign that
// somebody is about to; what was done meanwhile is then answered as well.
let explorer;
const SIGNS = ["pointerover", "focusin"];
const DEEDS = ["input", "change", "submit"];
let meanwhile = null;

const remember = (event) => {
  meanwhile = event;
  if (event.type === "submit") event.preventDefault();
};

const catchUp = () => {
  for (const deed of DEEDS) explorer.removeEventListener(deed, remember);
  if (meanwhile?.type === "submit") explorer.requestSubmit();
  else meanwhile?.target.dispatchEvent(new Event(meanwhile.type, { bubbles: true }));
};

const fetchIt = () => {
  const script = document.createElement("script");
  script.src = explorer.dataset.htmx;
  script.addEventListener("load", catchUp);
  script.addEventListener("error", () => explorer.submit());
  document.head.append(script);
};

const begin = () => {
  for (const sign of SIGNS) explorer.removeEventListener(sign, begin);
  for (const deed of DEEDS) explorer.addEventListener(deed, remember);
  if (document.readyState === "complete") fetchIt();
  else addEventListener("load", fetchIt); // htmx looks at the page once it is complete
};

document.addEventListener("DOMContentLoaded", () => {
  explorer = document.querySelector("form[data-htmx]");
  if (explorer) for (const sign of SIGNS) explorer.addEventListener(sign, begin);
});

// Back and forward lead to states that htmx made; before it is here, they are asked for anew.
addEventListener("popstate", ({ state }) => {
  if (state?.htmx && !window.htmx) location.reload();
});

// A reference leads straight to its provision: not while one types, but once one is done.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.triggeringEvent?.type === "submit") detail.headers["HX-Submitted"] = "true";
});

// When a live answer cannot be had, ask for the whole page: never old results beside new words.
for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, (event) => event.target.closest("form")?.submit());
}

// On a phone the filters lie over the results: the link to these puts them away.
document.addEventListener("click", ({ target }) => {
  if (target.closest("#show-results")) document.querySelector("#filters").open = false;
});
