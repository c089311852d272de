"""The installation itself, for whoever keeps it running: is it well, may browsers trust it. No figure, no person."""
