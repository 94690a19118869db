"""What is drawn: geometry in plain functions; the templates write it as SVG."""
