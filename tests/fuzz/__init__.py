"""What strangers may send to the site, and what must hold whatever it is.

``drawing`` makes requests by chance, from a seed; ``asking`` sends them and says what is wrong with
an answer; ``server`` reads what the server's processes take; ``dearest`` holds the requests that
cost most; ``load`` keeps on asking while that is measured.
"""
