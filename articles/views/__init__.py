"""One module for each kind of answer: pages, the explorer, errors, health."""
