"""Trains the attribution tagger of Onrecord. See ../README.md."""
