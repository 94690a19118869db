"""Provisions chosen by a reader, held by the address alone."""
