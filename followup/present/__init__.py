"""The same words for both chairs: value + today + phrases in, small frozen records with a tone out.

Knows no terminal, no file format and no database.
"""
