"""The data that is loaded, as one object in memory that never changes.

``current`` says which edition is in force. Whatever else is worked out from one is kept with it
(``derived``) and goes when it goes: nothing else in the app remembers anything of the data.
"""

from articles.edition.edition import Edition, build, derived, work_out
from articles.edition.keeper import (
    Standing,
    beside,
    check_by,
    current,
    forget,
    in_force,
    look,
    prepare_by,
)

__all__ = [
    "Edition",
    "Standing",
    "beside",
    "build",
    "check_by",
    "current",
    "derived",
    "forget",
    "in_force",
    "look",
    "prepare_by",
    "work_out",
]
