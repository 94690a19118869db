"""What templates can do for the treaty."""
