"""Findings as data."""

from composer.errors import Finding


def finding_to_dict(finding: Finding) -> dict[str, object]:
    """A finding as plain data: severity, rule, subject, reason, suggestion, file, line, column."""
    place = finding.place
    return {
        "severity": finding.severity,
        "rule": finding.rule,
        "subject": finding.subject,
        "reason": finding.reason,
        "suggestion": finding.suggestion,
        "file": place and place.file,
        "line": place and place.line,
        "column": place and place.column,
    }
