"""What an edit of the patterns changes in the events of some texts."""
