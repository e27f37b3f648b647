"""Cervical Reference: an offline reader for one medical article."""

__version__ = "0.1.0"
NAME = "Cervical Reference"
