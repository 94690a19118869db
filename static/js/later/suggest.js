// Suggestions below every search box: the combobox with a list of ARIA 1.2. The server writes the
// options; here they are fetched while somebody types, and walked through with the arrow keys.
const WAIT = 200; // milliseconds after the last letter

const combobox = (box, index) => {
  const list = document.createElement("div");
  list.id = `suggestions-${index}`;
  list.className = "suggestions";
  list.role = "listbox";
  list.ariaLabel = "Suggestions";
  list.hidden = true;
  const told = document.createElement("p");
  told.className = "visually-hidden";
  told.ariaLive = "polite";
  box.parentElement.append(list, told);
  box.role = "combobox";
  box.ariaAutoComplete = "list";
  box.ariaExpanded = "false";
  box.setAttribute("aria-controls", list.id);

  let active = null;
  let request = new AbortController();
  let timer;

  const activate = (option) => {
    active?.removeAttribute("aria-selected");
    active = option;
    if (!active) return box.removeAttribute("aria-activedescendant");
    active.ariaSelected = "true";
    active.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", active.id);
  };

  const show = (isShown) => {
    const count = list.children.length;
    activate(null);
    list.hidden = !isShown;
    box.ariaExpanded = String(isShown);
    told.textContent = isShown ? `${count} suggestion${count === 1 ? "" : "s"}` : "";
  };

  const close = () => {
    clearTimeout(timer);
    request.abort();
    show(false);
  };

  const ask = async () => {
    request = new AbortController();
    const query = new URLSearchParams(new FormData(box.form));
    // The headers with which htmx asks for a part of a page.
    const headers = { "HX-Request": "true", "HX-Target": "suggestions" };
    try {
      const { signal } = request;
      const answer = await fetch(`${box.form.action}?${query}`, { headers, signal });
      const options = answer.ok ? await answer.text() : "";
      if (document.activeElement !== box) return;
      list.innerHTML = options;
      [...list.children].forEach((option, at) => (option.id = `${list.id}-${at}`));
      show(list.children.length > 0);
    } catch {
      // Given up for a newer one, or no connection: the form searches all the same.
    }
  };

  const move = (step) => {
    const options = [...list.children];
    const at = options.indexOf(active) + (active || step < 0 ? step : 1);
    if (list.hidden && options.length) show(true);
    activate(options.at(at % options.length) ?? null);
  };

  const follow = () => {
    clearTimeout(timer);
    request.abort();
    activate(null);
    if (box.value.trim()) {
      timer = setTimeout(ask, WAIT);
    } else {
      list.replaceChildren();
      close();
    }
  };

  box.addEventListener("keydown", (event) => {
    const isPlain = !(event.isComposing || event.altKey || event.ctrlKey || event.metaKey);
    if (!isPlain) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") move(key === "ArrowDown" ? 1 : -1);
    else if (key === "Enter" && active) active.click();
    else if (key === "Escape" && !list.hidden) close();
    else return activate(null); // what else is pressed, is for the text
    event.preventDefault();
  });

  box.addEventListener("input", follow);
  box.addEventListener("blur", close);
  box.form.addEventListener("submit", close);
  list.addEventListener("click", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
  if (box.value !== box.defaultValue) follow(); // somebody began before this was here
};

document.querySelectorAll("input[type=search][name=q]").forEach(combobox);
