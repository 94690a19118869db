"""Official texts as files beside the fixtures: read, imported, fetched."""
