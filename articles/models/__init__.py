"""The treaty in our plain-English edition and in official texts, and what is known about it.

``fixtures/`` is the source of every row; ``load_treaty`` writes them and nothing edits them.
Tables that hold passages of Markdown hold their sanitised HTML beside it, rendered by the loader.
"""

from articles.models.apparatus import Mention, Source, Theme
from articles.models.cards import Card
from articles.models.official import OfficialParagraph, OfficialText
from articles.models.questions import Question
from articles.models.record import Comment, DataVersion, Event, Publication, ReuseNote, Revision
from articles.models.text import (
    Article,
    ArticleMention,
    ArticleTheme,
    Background,
    Caution,
    Paragraph,
    Passage,
    Point,
    RelatedArticle,
    Strength,
)
from articles.models.thesaurus import Concept, Dictionary, Phrasing, Word

__all__ = [
    "Article",
    "ArticleMention",
    "ArticleTheme",
    "Background",
    "Card",
    "Caution",
    "Comment",
    "Concept",
    "DataVersion",
    "Dictionary",
    "Event",
    "Mention",
    "OfficialParagraph",
    "OfficialText",
    "Paragraph",
    "Passage",
    "Phrasing",
    "Point",
    "Publication",
    "Question",
    "RelatedArticle",
    "ReuseNote",
    "Revision",
    "Source",
    "Strength",
    "Theme",
    "Word",
]
