// When a live answer cannot be had, ask for the whole page: never old results beside new words.
for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, (event) => {
    const form = event.target.closest("form");
    if (form) form.submit();
  });
}
