// What the reader chooses on the page of settings is kept in this browser, and nowhere else. What
// holds for those who choose nothing, is not kept. js/first/chosen.js puts it on each page.
const chosen = document.documentElement.dataset;

const show = () => {
  for (const control of document.querySelectorAll("input[data-setting]")) {
    const value = chosen[control.name] ?? control.dataset.setting;
    control.checked = control.value === value;
    control.disabled = false;
  }
};

const keep = (name, value, usual) => {
  try {
    if (value === usual) {
      delete chosen[name];
      localStorage.removeItem(name);
    } else {
      chosen[name] = value;
      localStorage.setItem(name, value);
    }
  } catch {
    // It holds on this page, then.
  }
};

// A citation that is copied is of the style that is wanted from now on.
document.addEventListener("click", ({ target }) => {
  const button = target.closest("button[data-setting]");
  if (button) keep(button.name, button.value, button.dataset.setting);
});

document.addEventListener("change", ({ target: { type, name, value, checked, dataset } }) => {
  if (!dataset.setting) return;
  keep(name, type === "checkbox" && !checked ? "off" : value, dataset.setting);
});
document.addEventListener("settings", show);
show();
