"""A project folder: its files, import, settings, models, vector cache and glossary."""

from alignbench.project.project import Project

__all__ = ["Project"]
