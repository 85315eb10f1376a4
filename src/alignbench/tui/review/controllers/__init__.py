"""What can be done on the review screen, by what it is done to."""
