"""Cervical Reference: an offline reader for one article."""

__version__ = "0.2.0"
NAME = "Cervical Reference"
