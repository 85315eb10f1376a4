"""What speaks for a bead, and what a document's habits are."""
