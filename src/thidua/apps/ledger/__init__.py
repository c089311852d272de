"""The ledger: what changed, when, by whom, why; append-only and chained. The lowest app: it knows no other."""
