"""Proof over all answers: what holds for every combination, and which question to put next."""
