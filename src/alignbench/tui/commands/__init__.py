"""What a person can do in the terminal app: one class for each thing."""
