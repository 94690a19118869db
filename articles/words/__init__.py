"""Work on the words of every text that is loaded: quotations, words in context, comparison."""
