"""Inputs of the one table as content controls of a Word document: what writes and what reads them shares this."""
