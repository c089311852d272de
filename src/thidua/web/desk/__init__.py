"""The desk: what the person who is signed in owes, by when, and what is still locked and why."""
