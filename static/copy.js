// Copies in one press what a link or button offers; without a clipboard a link still leads on.
const copied = async (text) => {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Not allowed here: the older way may be.
    }
  }
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
};

const say = (control) => {
  const status = control.parentElement.querySelector("[role=status]");
  if (!status) return;
  status.textContent = control.dataset.said ?? "Copied.";
  if (control.dataset.more) {
    const more = document.createElement("a");
    more.href = control.href;
    more.textContent = control.dataset.more;
    status.append(" ", more);
  }
};

document.addEventListener("click", async (event) => {
  const control = event.target.closest("[data-copy]");
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!control || !isPlain) return;
  event.preventDefault();
  if (await copied(control.dataset.copy)) {
    say(control);
    control.focus();
  } else if (control.href) {
    location.assign(control.href);
  }
});

for (const button of document.querySelectorAll("button.copy")) button.hidden = false;

for (const button of document.querySelectorAll("button.print-button")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

if (navigator.share) {
  for (const button of document.querySelectorAll("button.share")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const { title, url } = button.dataset;
      navigator.share({ title, url }).catch(() => {}); // the reader thought better of it
    });
  }
}
