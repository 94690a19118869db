"""The project: settings, addresses and what holds for every answer."""
