"""Pages of the pact: its text, drafting it, opening it for signature, signing it, and its paper."""
