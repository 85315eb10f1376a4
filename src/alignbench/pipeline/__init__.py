"""What is done to texts without a project: alignment, evidence, word links, batches."""
