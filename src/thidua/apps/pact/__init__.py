"""The pact of a season: drafted, locked, and signed with its rulebook and targets by each unit's leader."""
