"""The explorer: what a query and themes find, as readers see it."""
