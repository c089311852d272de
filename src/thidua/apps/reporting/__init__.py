"""What units report, what reviews say of it, and what the authority adds: versions, never overwritten."""
