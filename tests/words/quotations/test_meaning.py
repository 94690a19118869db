"""Words that no text has, and what they mean; what is said in other languages was written here."""

from __future__ import annotations

import pytest

from articles.edition import in_force
from articles.words.quotations import Verification, with_meanings
from tests.words.quotations.texts import checked, page_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]


def meanings(typed: str) -> tuple[Verification, ...]:
    """The passages of a text, each with what it means if it is nowhere."""
    return with_meanings(checked(typed), in_force()).passages


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        (
            "When one of the two is attacked its partner must not assist whoever attacked it",
            "3.3",
        ),
        ("Если на одну из стран нападут, другая не должна помогать агрессору", "3.3"),
        ("اگر به یکی از دو کشور حمله شود، دیگری نباید به متجاوز کمک کند", "3.3"),
        ("Each of them shall prevent its soil from being used by separatists", "3.4"),
        ("Обмен студентами и преподавателями между вузами", "30.2"),
        ("دریای خزر باید منطقه صلح بماند", "13.1"),
        ("The treaty lasts twenty years and then renews itself", "45.1"),
    ],
)
def test_what_no_text_says_so_gets_the_provision_that_it_means(typed: str, place: str) -> None:
    [passage] = meanings(typed)
    assert not passage.is_found
    assert passage.meant is not None
    assert passage.meant.place.code == place


@pytest.mark.parametrize(
    "typed",
    [
        "Whales sing all winter under thick ice",
        "Рецепт борща: добавьте свёклу и варите два часа",
        "نهنگ‌ها زیر یخ آواز می‌خوانند",
        "All animals are equal but some animals are more equal than others",
    ],
)
def test_what_means_nothing_here_gets_no_provision(typed: str) -> None:
    [passage] = meanings(typed)
    assert passage.meant is None
    assert "Nothing here seems close to it in meaning." in page_for(typed).text("section p")


def test_the_page_says_that_it_is_search_that_found_it_and_leads_there() -> None:
    page = page_for("Если на одну из стран нападут, другая не должна помогать агрессору")
    assert page.text("#verdict-1") == ["Cannot be verified here: no official text is loaded"]
    [said] = [row for row in page.text("section p") if "on this subject" in row]
    assert said.startswith(
        "These words are in no text here. The search suggests that the provision on this subject "
        "is Article 3, paragraph 3"
    )
    assert "/articles/3/3/" in page.links
    [words] = page.text("section blockquote")
    assert words.startswith("If either state is subjected to aggression")


def test_the_opposite_of_a_provision_is_not_said_to_be_its_meaning_and_gets_its_cautions() -> None:
    page = page_for(
        "Each Party shall immediately provide military assistance to the other in case of armed "
        "attack"
    )
    [said] = [row for row in page.text("section p") if "on this subject" in row]
    assert "which may say something else, or the opposite." in said
    assert "in meaning" not in page.html
    cautions = page.text("section .caution p")
    assert any("creates no duty of mutual defence" in row for row in cautions)
    assert not any("paragraph 4" in row for row in cautions)
