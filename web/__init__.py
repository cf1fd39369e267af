"""The service for citizens: pages, downloads and an API over a library."""
