"""Every write about notices: telling, reading, choosing."""
