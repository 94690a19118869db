// Copies in one press what a link or button offers; without a clipboard a link still leads on.
const blob = (type, text) => ({ [type]: new Blob([text], { type }) });

const copied = async (text, html) => {
  if (navigator.clipboard) {
    try {
      if (html) {
        // Italics come along where they are wanted.
        const both = { ...blob("text/plain", text), ...blob("text/html", html) };
        await navigator.clipboard.write([new ClipboardItem(both)]);
      } else {
        await navigator.clipboard.writeText(text);
      }
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

// Only the last is on the clipboard, so only one place says so.
const say = (control, words) => {
  for (const old of document.querySelectorAll(".copied")) old.textContent = "";
  const status = control.parentElement.querySelector("[role=status]");
  if (!status) return;
  status.textContent = words;
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
  const shown = control.dataset.rich && document.getElementById(control.dataset.rich);
  if (await copied(control.dataset.copy, shown?.innerHTML)) {
    say(control, control.dataset.said ?? "Copied.");
    control.focus();
  } else if (control.href) {
    location.assign(control.href);
  } else {
    say(control, "This browser does not let us copy: please select the words.");
  }
});

document.addEventListener("click", ({ target }) => {
  if (target.closest("button.print-button")) print();
  const share = target.closest("button.share");
  if (!share) return;
  const { dataset } = share.parentElement.querySelector("[rel=bookmark]");
  navigator.share({ title: document.title, url: dataset.copy }).catch(() => {}); // the reader thought better of it
});

// Buttons that nothing would come of without a script are shown by it.
document.addEventListener("DOMContentLoaded", () => {
  const buttons = `button:is(.copy, .print-button${navigator.share ? ", .share" : ""})`;
  for (const button of document.querySelectorAll(buttons)) button.hidden = false;
});
