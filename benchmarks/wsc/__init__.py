"""One set of the IEEE Web Services Challenge 2008, read from its files and composed: `python -m benchmarks.wsc DIR`."""
