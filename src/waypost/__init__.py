"""Waypost: strategic account plans, kept by a team and judged by a method."""

__version__ = "0.1.0"
