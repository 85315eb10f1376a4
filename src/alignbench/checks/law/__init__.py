"""Checks of what contracts, statutes and patents turn on: provisions, parties, or and and."""
