"""An article as readers see it: paragraphs, points, notes, the map."""
