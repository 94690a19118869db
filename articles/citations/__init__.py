"""Cites the treaty and any place in it.

``pinpoint`` is what is cited, ``pinpoints`` makes it from what a page shows; ``styles`` write
it as published guides want it, ``bibtex``, ``ris`` and ``csl`` as files for programs, and
``packet`` puts quotation, citation and address together.
"""
