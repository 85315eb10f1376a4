"""The lattice of all alignments of two texts, and the band of it that is looked at."""
