"""What the workbench asks people."""
