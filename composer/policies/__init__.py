"""**reform** (改革举措): between the answers and **select**, the policies in force rewrite the theme."""

from composer.policies.reform import Reform, case_of, reform

__all__ = ["Reform", "case_of", "reform"]
