"""Every switch and trace flag of the project with the sentence that explains it: GODEBUG names and host settings."""

from __future__ import annotations

from morestack.vm.record import record


@record(frozen=True)
class Switch:
    """One switch: ``where`` is "godebug" (read by the runtime in Go) or "host" (acts in the machine)."""

    name: str
    default: str
    where: str
    help: str


SWITCHES = (
    Switch("stackmove", "0", "godebug", "1: move the stack at every call that could grow it"),
    Switch("stackfromsystem", "0", "godebug", "1: every stack gets pages of its own"),
    Switch("stackfaultonfree", "0", "godebug", "1: a freed stack's pages become inaccessible, so that any use faults"),
    Switch("efence", "0", "godebug", "1: stackfromsystem and stackfaultonfree, and no heap object is used twice"),
    Switch("stackdebug", "0", "godebug", "1..4: log what stacks do, as Go's stackDebug constant"),
    Switch("stackpoison", "0", "godebug", "1: fill fresh and freed stack memory with a pattern"),
    Switch("gcstress", "0", "godebug", "1: collect at every allocation"),
    Switch("gcshrinkstackoff", "0", "godebug", "1: the collector shrinks no stacks"),
    Switch("gctrace", "0", "godebug", "1: a line on stderr for each collection"),
    Switch("allocfreetrace", "0", "godebug", "1: a stack trace for each allocation and free"),
    Switch("panicnil", "0", "godebug", "1: panic(nil) panics with nil, as before Go 1.21"),
    Switch("randautoseed", "1", "godebug", "0: math/rand begins with the sequence of seed 1, as before Go 1.20"),
    Switch("randseednop", "1", "godebug", "0: rand.Seed has an effect, as before Go 1.24"),
    Switch("tracebacklabels", "1", "godebug", "0: traces do not show the labels of goroutines, as before Go 1.27"),
    Switch("invalidptr", "1", "godebug", "0: a bad pointer in a frame does not end the program"),
    Switch("nestwords", "4096", "host", "N: nested Python calls are unwound after N words of stack (8: all the time)"),
    Switch("switchengine", "0", "host", "N: machine code and Python's text take turns at random, by the seed N (needs llvmlite)"),
    Switch("inittrace", "0", "godebug", "1: a line on stderr for each package initialisation"),
)  # fmt: skip
BY_NAME = {s.name: s for s in SWITCHES}

# Switches of which any makes the machine check the state of the page at each access.
CHECKED_ACCESS = ("stackfaultonfree", "efence")

# Numbers for runtime.hostsetting, in the order of the constants in runtime/stubs.go.
SETTINGS = ("go14", "num_cpu", "stack_min", "stack_max", "stack_growth", "goroutine_limit")


def parse_godebug(text: str) -> dict[str, str]:
    """name=value pairs separated by commas, as GODEBUG has them; later ones win, malformed ones are passed over."""
    found = {}
    for part in text.split(","):
        name, equals, value = part.partition("=")
        if equals:
            found[name.strip()] = value.strip()
    return found


def wants_checked_access(godebug: str) -> bool:
    """Whether a GODEBUG text has a switch that makes pages inaccessible."""
    return any(is_on(godebug, name) for name in CHECKED_ACCESS)


def is_on(godebug: str, name: str) -> bool:
    """Whether a GODEBUG text sets a switch to something else than 0."""
    return parse_godebug(godebug).get(name, "0") not in ("", "0")


def nesting_words(godebug: str, default: int) -> int:
    """The value of ``nestwords`` in a GODEBUG text, between 8 and the default."""
    value = parse_godebug(godebug).get("nestwords", "")
    return min(default, max(8, int(value))) if value.isdigit() else default


def switching_seed(godebug: str) -> int:
    """The value of ``switchengine`` in a GODEBUG text, 0 if it is not set."""
    value = parse_godebug(godebug).get("switchengine", "")
    return int(value) if value.isdigit() else 0


def help_text() -> str:
    """The table that the command line prints."""
    width = max(len(s.name) for s in SWITCHES)
    return "\n".join(f"  {s.name:{width}}  {s.help} (default {s.default})" for s in SWITCHES)
