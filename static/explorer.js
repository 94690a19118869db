// When a live answer cannot be had, ask for the whole page: never old results beside new words.
for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, (event) => {
    const form = event.target.closest("form");
    if (form) form.submit();
  });
}

// On a phone the filters lie over the results: the link to these puts them away.
document.addEventListener("click", (event) => {
  if (event.target.closest("#show-results")) document.querySelector("#filters").open = false;
});
