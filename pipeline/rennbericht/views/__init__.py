"""What people look at: pictures of texts with their events."""
