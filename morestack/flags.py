"""The command line as one table: commands, their flags, and the sentence that explains each; the parser and the help
read it.

Flags take one dash or two, ``-o X`` or ``-o=X``, as the go command's do, and what is wrong is told in its words. A
library would shorten this little, and its loading would show in the fifth of a second that hello takes: argparse needs
12 ms and has words and exits of its own, click needs 54.
"""

from __future__ import annotations

from collections.abc import Sequence

from morestack.failure import EXIT_USAGE, Failure
from morestack.vm.record import field, record


@record(frozen=True)
class Flag:
    """One flag. ``value`` names what follows it ("" for a switch); ``choices`` limits that; ``many`` lets it be
    repeated."""

    name: str
    help: str
    value: str = ""
    default: str = ""
    choices: tuple[str, ...] = ()
    many: bool = False


@record(frozen=True)
class Command:
    """One command: what it takes behind its flags (``rest_is_own``: all that follows the program is the program's)."""

    name: str
    takes: str
    help: str
    flags: tuple[Flag, ...] = ()
    rest_is_own: bool = False


@record()
class Parsed:
    """A command line: values by the names of flags (a switch: "1" or ""), and the arguments."""

    command: str
    values: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    arguments: list[str] = field(default_factory=list)

    def on(self, name: str) -> bool:
        """Whether a switch is set."""
        return self.values.get(name, "") == "1"


PHASES = ("tokens", "syntax", "types", "escape", "ir", "bytecode", "maps", "python", "llvm", "asm")
COMPILE = (
    Flag("tags", "build tags, separated by commas", "LIST"),
    Flag("go", "the era whose language and texts hold", "VERSION", "1.27", ("1.4", "1.27")),
)
DUMP = (
    Flag("dump", f"print what a phase makes, on stderr: {', '.join(PHASES)}", "PHASE", choices=PHASES, many=True),
    Flag("func", "dump only this function", "NAME"),
)
JSON = Flag("json", "print diagnostics as JSON, one object a line")
RUN = (
    Flag("engine", "what executes bytecode", "ENGINE", "auto", ("auto", "python", "llvm")),
    Flag("stats", "stack growths, copies, collections … on stderr at the end (instructions with --engine python)"),
    Flag("seed", "make map order, select and scheduling repeatable", "N"),
    Flag("max-memory", "limit of heap and stacks, like 512M; none without it", "SIZE"),
    Flag("timeout", "limit of the wall clock; none without it", "SECONDS"),
    Flag("perf-map", "name machine code for Linux's perf, in /tmp/perf-PID.map"),
    Flag("go-exit", "print `exit status N` and exit 1, as `go run` does"),
)
COMMANDS = (
    Command("run", "PROGRAM [ARGUMENT ...]", "compile and run a program: .go files, a folder, or an image",
            (*COMPILE, *RUN, *DUMP), rest_is_own=True),
    Command("build", "[PROGRAM]", "compile a program to an image, which `morestack run` starts without the compiler",
            (*COMPILE, Flag("o", "the image (default: the program's name with .msi)", "FILE"), JSON, *DUMP)),
    Command("vet", "[PACKAGE ...]", "report type errors and suspicious code; nothing runs", (*COMPILE, JSON)),
    Command("disasm", "PROGRAM [FUNC]", "show bytecode with lines, stack maps and frame layout", COMPILE),
    Command("env", "", "print what this installation uses: engines, folders", (JSON,)),
    Command("clean", "", "remove what the cache folder holds", (Flag("cache", "do it; needed, as with go"),)),
    Command("version", "", "print the version"),
    Command("help", "[COMMAND]", "explain a command"),
)  # fmt: skip
GLOBAL = (
    Flag("help", "explain the commands"),
    Flag("help-debug", "list the switches of GODEBUG"),
    Flag("version", "print the version"),
)
BY_NAME = {c.name: c for c in COMMANDS}
SHORT = {"h": "help"}


def parse(argv: Sequence[str]) -> Parsed:
    """A command line by the table. Raises Failure (usage) in one line."""
    if not argv:
        return Parsed("help", {"missing": "1"})
    first = argv[0]
    if first.startswith("-"):
        name = first.lstrip("-")
        name = SHORT.get(name, name)
        if name in (f.name for f in GLOBAL):
            return Parsed(name, arguments=list(argv[1:]))
        raise Failure(f"morestack: flag provided but not defined: {first}\nRun 'morestack help' for usage.", EXIT_USAGE)
    command = BY_NAME.get(first)
    if command is None:
        raise Failure(f"morestack {first}: unknown command\nRun 'morestack help' for usage.", EXIT_USAGE)
    return _flags(command, list(argv[1:]))


def _flags(command: Command, words: list[str]) -> Parsed:
    """The flags and arguments of a command."""
    known = {f.name: f for f in command.flags}
    out = Parsed(command.name, {f.name: f.default for f in command.flags})
    at = 0
    while at < len(words):
        word = words[at]
        at += 1
        if word == "--":
            out.arguments += words[at:]
            break
        if not word.startswith("-") or word == "-":
            out.arguments.append(word)
            if command.rest_is_own:
                out.arguments += words[at:]
                break
            continue
        name, equals, value = word.removeprefix("-").removeprefix("-").partition("=")
        if name in ("h", "help"):
            return Parsed("help", arguments=[command.name])
        flag = known.get(name)
        if flag is None:
            raise _usage(command, f"flag provided but not defined: -{name}")
        if not flag.value:
            out.values[name] = _switch(command, flag, value if equals else "1")
            continue
        if not equals:
            if at == len(words):
                raise _usage(command, f"flag needs an argument: -{name}")
            value = words[at]
            at += 1
        if flag.choices and value not in flag.choices:
            raise _usage(command, f"invalid value {value!r} for flag -{name}: want {', '.join(flag.choices)}")
        if flag.many:
            out.lists.setdefault(name, []).append(value)
        else:
            out.values[name] = value
    return out


def _switch(command: Command, flag: Flag, value: str) -> str:
    if value in ("1", "t", "T", "true", "True", "TRUE"):
        return "1"
    if value in ("0", "f", "F", "false", "False", "FALSE"):
        return ""
    raise _usage(command, f"invalid boolean value {value!r} for -{flag.name}")


def _usage(command: Command, message: str) -> Failure:
    return Failure(f"morestack {command.name}: {message}\nRun 'morestack help {command.name}' for usage.", EXIT_USAGE)


def help_text(name: str = "") -> str:
    """The help of a command, or of all."""
    if not name:
        width = max(len(c.name) for c in COMMANDS)
        rows = [f"  {c.name:{width}}  {c.help}" for c in COMMANDS]
        more = [f"  --{f.name:{width + 4}}  {f.help}" for f in GLOBAL]
        return "\n".join(["Go compiled and run by Python, on goroutine stacks that really move.", "",
                          "usage: morestack COMMAND [FLAGS] [ARGUMENTS]", "", *rows, "", *more])  # fmt: skip
    command = BY_NAME.get(name)
    if command is None:
        raise Failure(f"morestack help {name}: unknown command", EXIT_USAGE)
    lines = [f"usage: morestack {name} {'[FLAGS] ' if command.flags else ''}{command.takes}".rstrip(), "", command.help]
    if command.flags:
        heads = [f"--{f.name}{' ' + f.value if f.value else ''}" for f in command.flags]
        width = max(map(len, heads))
        lines.append("")
        for head, f in zip(heads, command.flags, strict=True):
            default = f" (default {f.default})" if f.default else ""
            lines.append(f"  {head:{width}}  {f.help}{default}")
    return "\n".join(lines)
