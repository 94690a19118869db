"""The shape of every file in ``fixtures/``: which keys there are and what each may hold.

The modules are called like those of ``articles.models``; ``fields`` has what they share. What one
file can show to be wrong is checked here; what takes several files, in ``checks``.
"""

from articles.loading.schema.apparatus import (
    MentionsFile,
    MentionTable,
    SourcesFile,
    SourceTable,
    ThemesFile,
    ThemeTable,
)
from articles.loading.schema.fields import Table
from articles.loading.schema.official import CuesFile, LandmarkTable, OriginFile
from articles.loading.schema.record import (
    CommentaryFile,
    CommentTable,
    EventTable,
    PublicationFile,
    PublicationTable,
    TimelineFile,
)
from articles.loading.schema.text import ArticleFile, BackgroundTable
from articles.loading.schema.thesaurus import ConceptTable, ThesaurusFile

__all__ = [
    "ArticleFile",
    "BackgroundTable",
    "CommentTable",
    "CommentaryFile",
    "ConceptTable",
    "CuesFile",
    "EventTable",
    "LandmarkTable",
    "MentionTable",
    "MentionsFile",
    "OriginFile",
    "PublicationFile",
    "PublicationTable",
    "SourceTable",
    "SourcesFile",
    "Table",
    "ThemeTable",
    "ThemesFile",
    "ThesaurusFile",
    "TimelineFile",
]
