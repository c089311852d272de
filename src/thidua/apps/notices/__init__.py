"""Notices: who is told of what happened and of what falls due, and the mail that sums them up once a day."""
