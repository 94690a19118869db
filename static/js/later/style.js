// “Cite” copies the citation in the style that the reader chose last, taken from the page that has
// them all. Without it, as without a connection, the citation stays as it is.
const cited = async (control, offer, style) => {
  const answer = await fetch(control.href);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const citation = page.getElementById(`citation-${style}`);
  if (!citation) return;
  const { parts } = offer;
  const text = citation.textContent;
  parts.citation = [{ text, html: citation.innerHTML }];
  if (text.includes(parts.address[0].text)) delete parts.address;
  const name = page.getElementById(style).firstChild.textContent.trim();
  offer.what.citation = `${name} citation`;
};

document.addEventListener("offer", ({ detail: { control, offer } }) => {
  const { style } = document.documentElement.dataset;
  if (!style || !control.matches("a.cite")) return;
  offer.wait = cited(control, offer, style).catch(() => {}); // no connection
});
