// Copies in one press what a link or button offers, as plain and as rich text. Other scripts change
// first what is offered, on the event “offer”: each of its parts is a list of lines, `{ text, html }`;
// `what` is what they are called, and its `wait` a promise.
const ADDRESS = /(https?:\/\/[^\s<>]*[^\s<>.,;)])/;

const element = (name, text, attributes = {}) => {
  const made = Object.assign(document.createElement(name), attributes);
  made.textContent = text;
  return made;
};

const linked = (text) =>
  text.split(ADDRESS).map((part, at) => (at % 2 ? element("a", part, { href: part }) : part));

const rich = (lines) => {
  const made = lines.map(({ text, html }) => {
    const line = element("p", "", { dir: "auto" });
    if (html) line.innerHTML = html;
    else line.append(...linked(text));
    return line.outerHTML;
  });
  return made.join("");
};

const isLink = (control) => control.matches("a[rel~=bookmark]");
const isCite = (control) => control.matches("a.cite");

const linesOf = (text) => text.split("\n").map((line) => ({ text: line }));

const partsOf = (control) => {
  const { copy, rich: shown, source, place } = control.dataset;
  if (isLink(control)) return { address: [{ text: copy }] };
  if (!isCite(control)) {
    const html = shown ? document.getElementById(shown).innerHTML : "";
    return { quotation: html ? [{ text: copy, html }] : linesOf(copy) };
  }
  const { cited } = document.getElementById("main").dataset;
  return {
    quotation: linesOf(source ? `${copy}\n${source}` : copy),
    citation: [{ text: `${cited}, ${place}` }],
    address: [{ text: control.parentElement.querySelector("[rel~=bookmark]").dataset.copy }],
  };
};

const nameOf = (link) => {
  const place = link.parentElement.querySelector("a.cite")?.dataset.place;
  return place ? `${place}, ${document.getElementById("main").dataset.treaty}` : document.title;
};

const offered = async (control) => {
  const what = { words: "Quotation", citation: "citation", link: "Link" };
  const offer = { parts: partsOf(control), what };
  document.dispatchEvent(new CustomEvent("offer", { detail: { control, offer, partsOf } }));
  await offer.wait;
  const { parts } = offer;
  if (isLink(control)) parts.address[0].html = element("a", nameOf(control), { href: parts.address[0].text }).outerHTML;
  return offer;
};

const linesIn = ({ parts }) => Object.values(parts).flat();

const plainText = (lines) => lines.map((line) => line.text).join("\n");

// Within the press a browser must be asked to copy: what is offered may come later.
const put = async (offer, isRich) => {
  const form = (type, made) => ({
    [type]: offer.then((offered) => new Blob([made(linesIn(offered))], { type })),
  });
  try {
    const forms = { ...form("text/plain", plainText), ...(isRich && form("text/html", rich)) };
    await navigator.clipboard.write([new ClipboardItem(forms)]);
    return true;
  } catch {
    // Not allowed here, or not known: the older way may be.
  }
  const area = element("textarea", plainText(linesIn(await offer)), { className: "visually-hidden" });
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
};

const copiedWas = (control, { words, citation, link }) => {
  if (isLink(control)) return `${link} copied.`;
  return isCite(control) ? `${words}, ${citation} and link copied.` : "Copied.";
};

// Only the last is on the clipboard, so only one place says so.
const say = (control, words) => {
  for (const old of document.querySelectorAll(".copied")) old.textContent = "";
  const status = control.parentElement.querySelector("[role=status]");
  if (!status) return;
  status.textContent = words;
  if (isCite(control)) status.append(" ", element("a", "All styles", { href: control.href }));
};

const copy = async (control) => {
  const offer = offered(control);
  if (await put(offer, control.dataset.plain === undefined)) {
    say(control, copiedWas(control, (await offer).what));
    control.focus();
  } else if (control.href) {
    location.assign(control.href);
  } else {
    say(control, "This browser does not let us copy: please select the words.");
  }
};

const share = async (button) => {
  const link = button.parentElement.querySelector("[rel~=bookmark]");
  const { parts, text } = await offered(link);
  const what = { title: nameOf(link), url: parts.address[0].text };
  if (text) what.text = text;
  navigator.share(what).catch(({ name }) => {
    if (name !== "AbortError") say(button, "This browser did not share it. Press once more.");
  });
};

document.addEventListener("click", (event) => {
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  const control = event.target.closest("[data-copy]");
  if (control && isPlain) {
    event.preventDefault();
    copy(control);
  }
  const button = event.target.closest("button.share");
  if (button) share(button);
  if (event.target.closest("button.print-button")) print();
});
