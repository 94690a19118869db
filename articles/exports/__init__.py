"""The content as data: what is taken away (``extract``), and in which forms (``formats``)."""
