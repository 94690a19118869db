"""What stands for an article or paragraph in an address."""


class NumberConverter:
    """A number of one or two digits without leading zeros, so that each page has one address."""

    regex = "[1-9][0-9]?"

    def to_python(self, value: str) -> int:
        """Return the number."""
        return int(value)

    def to_url(self, value: int) -> str:
        """Return the digits."""
        return str(value)
