"""The screen: the only package whose modules import Qt when they are loaded."""
