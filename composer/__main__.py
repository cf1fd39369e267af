"""`python -m composer` is the command."""

from composer.cli import main

main()
