"""The pages of accounts, one module for each thing that people come for."""
