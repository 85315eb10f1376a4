"""A text's content to paragraphs and segments with their offsets."""
