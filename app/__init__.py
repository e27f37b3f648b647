"""Cervical Reference: an offline reader for one medical article."""

__version__ = "0.2.0"
NAME = "Cervical Reference"
