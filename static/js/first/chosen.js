// What the reader chose on the page of settings, before anything is drawn.
try {
  for (const name of ["size", "theme", "style", "shortcuts", "offline"]) {
    const chosen = localStorage.getItem(name);
    if (chosen) document.documentElement.dataset[name] = chosen;
  }
} catch {
  // A browser that keeps nothing shows the page as it comes.
}
