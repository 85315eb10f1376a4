"""What the monotone search cannot say: links between neighbours and links that moved."""
