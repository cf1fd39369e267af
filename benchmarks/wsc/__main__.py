"""`python -m benchmarks.wsc DIR [--json] [--seconds N]`; the exit codes are those of the command `onething`."""

import argparse
import gc
import json
import sys
from dataclasses import asdict
from pathlib import Path

from benchmarks.wsc.compose import Answer, compose_set
from benchmarks.wsc.xml import SetError
from composer.chain.best import OutOfTime, search  # noqa: F401  (search is imported here, so that no time counts it)

INTERRUPTED = 130
STOPPED = {"time": "time ran out, give more --seconds", "interrupt": "interrupted"}


def main() -> int:
    """Prints the answer of one set, as lines or as JSON; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.wsc",
        description="Composes one set of the Web Services Challenge 2008: fewest services, and fewest at the shortest "
        "length. The seconds include reading and proofs, not the imports of Python.",
        epilog="exit codes: 0 composed, 1 the set is damaged, 2 called wrongly, 3 nothing composes what is wanted, "
        "4 a file cannot be read, 130 interrupted",
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="with taxonomy.xml, services.xml and problem.xml")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--seconds", type=float, default=60, help="for each optimum at most (default 60)")
    options = parser.parse_args()
    # What is loaded by now is not looked through again while the set is composed.
    gc.freeze()
    try:
        answer, stopped = compose_set(options.folder, options.seconds)
    except SetError as error:
        print(error, file=sys.stderr)
        return error.code
    except OutOfTime:
        print(f"{options.folder}: nothing was found in {options.seconds:g} s; give more --seconds", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return INTERRUPTED
    print(json.dumps(asdict(answer)) if options.json else as_lines(answer))
    if stopped:
        print(f"{options.folder}: {STOPPED[stopped]}; these are the best so far, not proved", file=sys.stderr)
    return INTERRUPTED if stopped == "interrupt" else 0


def as_lines(answer: Answer) -> str:
    """One line a figure."""
    shown = {
        **asdict(answer),
        "proved": "yes" if answer.proved else "no",
        "seconds": f"{answer.seconds:.4f}",
    }
    return "\n".join(f"{name:<20}{value}" for name, value in shown.items())


if __name__ == "__main__":
    sys.exit(main())
