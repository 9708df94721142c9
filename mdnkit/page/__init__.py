"""What one file says: its text, front matter, macro calls and blocks, all with spans."""
