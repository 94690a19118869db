"""Cites the treaty and any place in it.

``pinpoint`` is what is cited, ``pinpoints`` makes it from what a page shows; ``styles`` write
it as published guides want it, and ``packet`` puts quotation, citation and address together.
``entries`` is what programs are told of it, which ``bibtex``, ``ris`` and ``csl`` write as files
and ``embedded`` in the head of a page.
"""
