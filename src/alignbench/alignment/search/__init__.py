"""Finding the best path through the lattice of beads, and how likely each bead is."""
