"""The review of one document: the screen, its parts and what keeps them in step."""
