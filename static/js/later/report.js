// A letter about a mistake has the words of the provision, too, as far as mail programs take them.
const MOST = 2000;

const fitting = (text, room) => {
  const words = text.split(" ");
  while (encodeURIComponent(words.join(" ")).length > room) words.pop();
  return words.join(" ");
};

document.addEventListener("click", ({ target }) => {
  const link = target.closest("a.report[href^='mailto:']");
  if (!link || link.dataset.told) return;
  const { copy } = link.parentElement.querySelector("a.cite").dataset;
  link.href += encodeURIComponent(fitting(copy, MOST - link.href.length));
  link.dataset.told = "";
});
