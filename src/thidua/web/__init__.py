"""HTTP only, by the user's area; `common` holds what areas share. Every write is one call of a service."""
