"""The review of a project: the single door through which anything is changed."""
