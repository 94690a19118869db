"""What befalls a site that has readers, and how it bears it: with processes, on both databases."""
