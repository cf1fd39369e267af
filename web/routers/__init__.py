"""Routes: pages for people, files to take away, and JSON for programs."""
