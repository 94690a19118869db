"""The treaty: its data, its search and its pages."""
