"""Relational work on long lists in plain SQL, on an engine in process (DuckDB) or on a server (PostgreSQL)."""
