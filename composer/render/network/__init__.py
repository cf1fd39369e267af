"""The full graph of items and materials, step by step: content, dot, inline."""
