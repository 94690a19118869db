"""The content as data: what is downloaded (``extract``), and in which forms (``formats``)."""
