"""The demonstration: seasons written down in files that an officer can open, and played through the services."""
