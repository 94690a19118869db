// What a link to an article or a named body leads to, shown beside it: on hover, on focus by
// keyboard, and on a long press. It is read from the page that the link leads to: that is there
// already when the reader follows the link, and no other address has to be kept.
const WAIT = 300; // milliseconds before it is shown
const STAY = 250; // milliseconds in which the pointer may move onto it
const PREVIEWED = /^\/(?:articles\/\d+|preamble|closing|mentions\/[^/]+)\//;
const ELSEWHERE = "nav, header, .tools, .map, .strip, .rail, .contents, .tags, .pager, [rel~=bookmark], [role=option]";

const main = document.querySelector("main");
const box = document.createElement("div");
const kept = new Map();
let shown = null; // the link whose preview it is
let wanted = null; // the one that is to be next
let timer;

box.id = "preview";
box.className = "preview";
box.role = "tooltip";
box.popover = "manual";
main.append(box);

const linkAt = (element) => {
  const link = element.closest?.("main a[href]");
  if (!link || link.origin !== location.origin || link.closest(ELSEWHERE)) return null;
  const part = link.pathname.match(PREVIEWED)?.[0];
  return part && !location.pathname.startsWith(part) && !box.contains(link) ? link : null;
};

const read = async (path) => {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(answer.status);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const articles = page.querySelectorAll("[aria-labelledby=in-treaty] .entries a").length;
  return [
    page.querySelector("h1").textContent,
    page.querySelector("meta[name=description]").content,
    articles && `${articles} article${articles === 1 ? "" : "s"}`,
  ];
};

const place = (link) => {
  const lines = link.getClientRects();
  const line = lines[lines.length - 1];
  const { width, height } = box.getBoundingClientRect();
  const isBelow = line.bottom + height < innerHeight || line.top < height;
  box.style.insetBlockStart = `${isBelow ? line.bottom : lines[0].top - height}px`;
  box.style.left = `${Math.max(0, Math.min(line.left, document.body.clientWidth - width))}px`;
};

const show = async (link) => {
  try {
    if (!kept.has(link.pathname)) kept.set(link.pathname, read(link.pathname));
    const [title, ...lines] = await kept.get(link.pathname);
    if (shown !== link) return;
    const name = document.createElement("strong");
    name.textContent = title;
    const rest = lines.filter(Boolean).map((words) => {
      const line = document.createElement("span");
      line.textContent = words;
      return line;
    });
    box.replaceChildren(name, ...rest);
    link.setAttribute("aria-describedby", box.id);
    box.showPopover();
    place(link);
  } catch {
    kept.delete(link.pathname); // the link itself will say what is wrong
  }
};

const hide = () => {
  shown?.removeAttribute("aria-describedby");
  shown = null;
  box.hidePopover();
};

const soon = (link, wait = WAIT) => {
  clearTimeout(timer);
  wanted = link;
  if (link === shown) return;
  timer = setTimeout(() => {
    hide();
    shown = link;
    if (link) show(link);
  }, link ? wait : STAY);
};

document.addEventListener("pointerover", ({ target, pointerType }) => {
  if (pointerType === "touch") return;
  const link = linkAt(target);
  if (box.contains(target)) clearTimeout(timer);
  // The page may move below a pointer that rests: that is no reason to leave what has the focus.
  else if (link || wanted !== document.activeElement) soon(link);
});
document.addEventListener("focusin", ({ target }) => {
  soon(target.matches(":focus-visible") ? linkAt(target) : null);
});
document.addEventListener("contextmenu", (event) => {
  const link = event.pointerType === "touch" && linkAt(event.target);
  if (!link || link === shown) return; // a second press has the browser's own menu
  event.preventDefault();
  soon(link, 0);
});

const dismiss = () => {
  clearTimeout(timer);
  hide();
};

document.addEventListener("pointerdown", ({ target }) => box.contains(target) || dismiss());
document.addEventListener("keydown", ({ key }) => key === "Escape" && dismiss());
addEventListener("scroll", () => shown && hide(), { passive: true });
soon(linkAt(document.querySelector("a:hover") ?? document.activeElement));
