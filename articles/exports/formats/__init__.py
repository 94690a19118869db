"""One module for each form of an extract; ``articles.exports.catalogue`` names them all."""
