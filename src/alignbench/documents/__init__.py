"""Files in: encodings, formats, paragraphs and segments with offsets."""
