// Where the reader has selected words of a provision, its controls offer just these: quoted, with
// an ellipsis where they begin or end within a sentence, and an address that marks them on arrival.
const TEXT = ".cell, .ours, .paragraph-text";
const NO_WORDS = "sup, .tools, .cell-label, .copied-number";
const CONTROLS = ".tools :is(a, button)";
const PROVISION = ".point, .paragraph, .selection-entry, article";
const WORD = String.raw`[\p{L}\p{M}\p{N}'’\u200c-]`;
const LAST_PART = new RegExp(`${WORD}*$`, "u");
const FIRST_PART = new RegExp(`^${WORD}*`, "u");
const SENTENCE = /[.!?؟…]["”’»)]*$/;
const MARKS = { ru: "«»", fa: "«»" };
let range;
let isAtControl = false;

// A press on a control ends the selection before the click that it is meant for.
const remember = () => {
  const selection = getSelection();
  if (!selection.isCollapsed) range = selection.getRangeAt(0).cloneRange();
  else if (!isAtControl) range = undefined;
};
document.addEventListener("selectionchange", remember);
remember();
const press = ({ target }) => {
  isAtControl = Boolean(target.closest(CONTROLS));
};
document.addEventListener("pointerdown", press, true);
document.addEventListener("keydown", press, true);

const words = (part) => {
  const copy = part.cloneContents();
  for (const aside of copy.querySelectorAll(NO_WORDS)) aside.remove();
  return copy.textContent.replace(/\s+/g, " ");
};

// The whole words of a text that are selected, and what stands before and after them in it.
const selectedIn = (text) => {
  const [before, inside, after] = [0, 1, 2].map(() => document.createRange());
  for (const part of [before, inside, after]) part.selectNodeContents(text);
  if (inside.comparePoint(range.startContainer, range.startOffset) === 0) {
    inside.setStart(range.startContainer, range.startOffset);
  }
  if (inside.comparePoint(range.endContainer, range.endOffset) === 0) {
    inside.setEnd(range.endContainer, range.endOffset);
  }
  before.setEnd(inside.startContainer, inside.startOffset);
  after.setStart(inside.endContainer, inside.endOffset);
  const [left, chosen, right] = [before, inside, after].map(words);
  const lines = [...inside.cloneContents().querySelectorAll("p, li")]
    .map((line) => line.textContent.replace(/\s+/g, " ").trim())
    .filter(Boolean);
  const [head] = /^\s/.test(chosen) ? [""] : LAST_PART.exec(left);
  const [tail] = /\s$/.test(chosen) ? [""] : FIRST_PART.exec(right);
  return {
    before: left.slice(0, left.length - head.length).trim(),
    words: (head + chosen + tail).trim(),
    after: right.slice(tail.length).trim(),
    ends: lines.length ? [head + lines[0], lines.at(-1) + tail] : [],
  };
};

const quoted = (text, { before, words, after }) => {
  const isOurs = !text.matches(".cell");
  const [opening, closing] = MARKS[isOurs ? "" : text.lang] ?? "“”";
  const inner = isOurs ? words.replaceAll("“", "‘").replaceAll("”", "’") : words;
  const begins = before && !SENTENCE.test(before) ? "… " : "";
  const ends = after && !SENTENCE.test(words) ? " …" : "";
  return `${opening}${begins}${inner}${ends}${closing}`;
};

const some = (text, from, to) => text.split(" ").slice(from, to).join(" ");

const encoded = (text) =>
  encodeURIComponent(text).replace(/[-!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

// https://wicg.github.io/scroll-to-text-fragment/: a few words at each end, and those around them.
// What runs over several lines of a paragraph cannot be found as a whole.
const marked = ({ before, words, after, ends: [first = words, last = words] }) => {
  const isShort = first === words && words.split(" ").length <= 8;
  const said = (isShort ? [words] : [some(first, 0, 4), some(last, -4)]).map(encoded);
  if (before) said.unshift(`${encoded(some(before, -3))}-`);
  if (after) said.push(`-${encoded(some(after, 0, 3))}`);
  return `text=${said.join(",")}`;
};

const directive = (parts) => `:~:${parts.map(marked).join("&")}`;

// The texts of a provision in which words are selected: of several side by side, the first.
const textsOf = (provision) => {
  const texts = provision.matches(".point")
    ? [provision.querySelector("div")]
    : [...provision.querySelectorAll(TEXT)].filter((text) => !text.querySelector(TEXT));
  const chosen = texts.filter((text) => range.intersectsNode(text) && selectedIn(text).words);
  return chosen.filter((text) => source(text) === source(chosen[0]));
};

const source = (text) => text.querySelector(".cell-label")?.dataset.source;

// A paragraph within an article has controls of its own, if it has a number.
const nearest = (control, texts) => {
  if (texts.length > 1) return control;
  const kind = control.matches("a.cite") ? "a.cite" : "[rel~=bookmark]";
  return texts[0].closest(".paragraph").querySelector(`.paragraph-tools ${kind}`) ?? control;
};

document.addEventListener("offer", ({ detail }) => {
  const { control, offer, partsOf } = detail;
  const provision = range && control.matches(CONTROLS) && control.closest(PROVISION);
  const texts = provision ? textsOf(provision) : [];
  if (!texts.length) return;
  const parts = texts.map(selectedIn);
  const near = provision.matches(".point") ? control : nearest(control, texts);
  const quotations = texts.map((text, at) => {
    const number = texts.length > 1 && text.closest(".paragraph").querySelector(".paragraph-number");
    return [...(number ? [number.textContent.trim()] : []), quoted(text, parts[at])].join(" ");
  });
  const address = new URL(near.parentElement.querySelector("[rel~=bookmark]").href);
  address.hash = directive(parts);
  offer.parts = { ...partsOf(near), address: [{ text: address.href }] };
  const lines = [...quotations, source(texts[0]) ?? near.dataset.source];
  if (offer.parts.quotation) offer.parts.quotation = lines.map((text) => ({ text }));
  offer.text = quotations.join("\n");
  Object.assign(offer.what, { words: "Selected words", link: "Link to the selected words" });
  detail.control = near;
});
