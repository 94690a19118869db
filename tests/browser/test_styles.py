"""The stylesheets as browsers get them: smaller, and they say what their sources say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page

# What a browser understands a stylesheet to say: the value of each property for each selector, by
# the layer and the conditions around it. "none" and "initial" may be the same value, so each is
# computed, but for those with variables. White space, the nought before a point, and the unit of
# nothing tell nothing.
UNDERSTOOD = """text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const said = {};
  const tight = text => text.replace(/\\s/g, "")
    .replace(/(?<![\\d.])0(?=\\.\\d)/g, "").replace(/(?<![\\d.])0(px|%)/g, "0");
  const element = document.body.appendChild(document.createElement("p"));
  const computed = (name, value) => {
    if (!value || name.startsWith("--") || value.includes("var(")) return tight(value);
    element.style = "";
    element.style.setProperty(name, value);
    return tight(getComputedStyle(element).getPropertyValue(name));
  };
  const selectors = text => {
    let depth = 0;
    return [...text].reduce((found, letter) => {
      depth += { "(": 1, ")": -1 }[letter] ?? 0;
      if (letter === "," && !depth) return [...found, ""];
      return [...found.slice(0, -1), found.at(-1) + letter];
    }, [""]).map(selector => selector.trim());
  };
  const note = (rules, around) => [...rules].forEach(rule => {
    for (const selector of selectors(rule.selectorText ?? "")) {
      for (const name of rule.style ?? []) {
        const value = computed(name, rule.style.getPropertyValue(name));
        const priority = rule.style.getPropertyPriority(name);
        said[`${around} ${selector} { ${name} }`] = value + priority;
      }
    }
    const condition = tight(rule.conditionText ?? rule.name ?? "");
    note(rule.cssRules ?? [], `${around} ${rule.constructor.name} ${condition}`);
  });
  note(sheet.cssRules, "");
  return said;
}"""


@pytest.mark.parametrize("name", ["site.css", "pages.css"])
def test_a_stylesheet_says_to_browsers_what_its_source_says(
    page: Page, static_files: Path, name: str
) -> None:
    sources = Path(settings.BASE_DIR, "static")
    written = re.sub(
        r'@import "(.+)";',
        lambda found: (sources / found[1]).read_text("utf-8"),
        (sources / name).read_text("utf-8"),
    )
    source = page.evaluate(UNDERSTOOD, written)
    sent = page.evaluate(UNDERSTOOD, (static_files / name).read_text("utf-8"))
    assert len(source) > 500
    assert {key: sent.get(key) for key in source} == source
    assert sent.keys() == source.keys()
