"""Writing records: JSON Lines to standard output, a file, or a folder of files."""
