"""Filled files back to raw values: what kind of file it is, whether it is safe to open, and one reader a kind."""

from composer.exchange.filled.opening import read_filled

__all__ = ["read_filled"]
