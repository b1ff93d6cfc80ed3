"""Tools for those who keep patterns and corpus in order."""
