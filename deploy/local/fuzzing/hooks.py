"""What Schemathesis' configuration has no words for; it loads this file into its own process."""

import schemathesis

_ANSWERED = "answered.txt"


@schemathesis.hook
def before_call(_context, case, _kwargs):
    """A cursor is what a page has handed out, and no description can say so: a made-up one is no valid input."""
    if case.meta and case.meta.generation.mode.is_positive:
        case.query.pop("cursor", None)


@schemathesis.hook
def after_call(_context, case, response):
    """Writes down who answered what, in the working folder."""
    with open(_ANSWERED, "a", encoding="utf-8") as answered:
        answered.write(f"{response.status_code} {case.operation.label}\n")
