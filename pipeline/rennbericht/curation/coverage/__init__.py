"""What the patterns cover: which fire, which never do, and what no pattern knows."""
