"""A fault in the fixtures: where it is, what is wrong, and what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One thing an editor has to mend before the fixtures can be loaded."""

    file: str
    key: str
    message: str

    def __str__(self) -> str:
        return (
            f"{self.file}: {self.key}: {self.message}"
            if self.key
            else f"{self.file}: {self.message}"
        )
