"""Services for every room: files written whole, safe text, clock, user folders, log."""
