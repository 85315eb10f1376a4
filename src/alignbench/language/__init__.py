"""What we know of the two languages: normalising with offset maps, tokens, sentences, ruby."""
