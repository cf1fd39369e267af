"""Figures of the product beside those of peers, taken in one run: `scripts/bench`."""
