"""A backend of Django's, by its folder's name: PostgreSQL, only read and never waited for long."""
