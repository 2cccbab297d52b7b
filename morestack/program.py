"""A compiled package whose exported functions Python can call.

The program is a machine that stands still between calls: its goroutines, globals and heap stay as the last call left
them. A panic in a call ends that call only. After a broken limit, os.Exit, a deadlock or an interrupt the program is
closed.
"""

from __future__ import annotations

import codecs
import inspect
import json
import signal
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any

from morestack import codec
from morestack.captured import ended
from morestack.counter import Counter
from morestack.errors import Frame, GoError, GoPanic, LimitExceeded, MorestackError
from morestack.front import EXPORTS
from morestack.runtime import launch
from morestack.runtime.natives_call import CALLS, HostCall, Parked
from morestack.vm import machine
from morestack.vm.image import Image

KEPT_STDERR = 1 << 16  # bytes of stderr that tell why a program died
RETURNED, PANICKED, EXITED = 0, 1, 2  # as in package hostcall
GLUE = "morestackDispatch"


class Program:
    """A compiled package: its exported functions, struct types and constants are attributes. Close it when it is done
    with, or use it in a ``with`` statement. Calls from several threads wait for each other."""

    def __init__(self, image: Image, setup: launch.Setup, stdout: Any = None, stderr: Any = None) -> None:
        table = json.loads(image.build[EXPORTS])
        self._session = Session(image, setup, _sink(stdout, "stdout"), _sink(stderr, "stderr"))
        self._codec = codec.Codec(table["types"])
        self._constants: dict[str, Any] = table["constants"]
        self._functions = {row["name"]: Function(row, self._codec, self._session) for row in table["functions"]}
        self.__name__: str = table["package"]
        self.__doc__ = table["doc"] or None

    def __getattr__(self, name: str) -> Any:
        for where in ("_functions", "_constants"):
            found = self.__dict__.get(where, {})
            if name in found:
                return found[name]
        classes = self.__dict__["_codec"].classes if "_codec" in self.__dict__ else {}
        if name in classes:
            return classes[name]
        raise AttributeError(f"the package has no exported function {name!r}")

    def __dir__(self) -> list[str]:
        return sorted([*super().__dir__(), *self._functions, *self._constants, *self._codec.classes])

    def __repr__(self) -> str:
        state = " (closed)" if self.closed else ""
        return f"<Go package {self.__name__}: {', '.join(self._functions)}{state}>"

    @property
    def functions(self) -> dict[str, Function]:
        """The exported functions by name."""
        return dict(self._functions)

    @property
    def closed(self) -> bool:
        """Whether the program can't be called any more."""
        return self._session.closed

    @property
    def stats(self) -> Any:
        """What the program did so far (`morestack.Stats`)."""
        return self._session.stats()

    def close(self) -> None:
        """Ends the program and frees its memory; calls raise ValueError from then on."""
        self._session.close()

    def __enter__(self) -> Program:
        return self

    def __exit__(self, kind: type[BaseException] | None, e: BaseException | None, tb: TracebackType | None) -> None:
        self.close()


class Function:
    """An exported Go function. Wrong arguments are a TypeError before anything runs.

    One result is returned as it is, several as a tuple, none as None; an error result is a `GoError` or None,
    returned as Go returns it. A panic raises `GoPanic`.
    """

    def __init__(self, row: dict[str, Any], types: codec.Codec, session: Session) -> None:
        self.__name__ = self.__qualname__ = row["name"]
        self.__doc__ = f"{row['text']}\n\n{row['doc']}".rstrip()
        self.declaration: str = row["text"]
        self._reason: str = row.get("reason", "")
        self._session = session
        self._number: int = row.get("number", -1)
        if self._reason:
            return
        self._variadic: bool = row["variadic"]
        self._names = _names(row["params"])
        types_of = [n for _, n in row["params"]]
        self._writers = [types.writer(n) for n in types_of]
        self._readers = [types.reader(n) for _, n in row["results"]]
        self.__signature__ = self._signature(types, types_of, [n for _, n in row["results"]])

    def _signature(self, types: codec.Codec, params: list[int], results: list[int]) -> inspect.Signature:
        made = []
        for i, (name, n) in enumerate(zip(self._names, params, strict=True)):
            kind: Any = inspect.Parameter.POSITIONAL_OR_KEYWORD
            annotation = types.annotation(n)
            if self._variadic and i == len(params) - 1:
                row = types.rows[n]
                kind = inspect.Parameter.VAR_POSITIONAL
                annotation = int if row[0] == "bytes" else types.annotation(row[1])
            made.append(inspect.Parameter(name, kind, annotation=annotation))
        shown = [types.annotation(n) for n in results]
        back: Any = None if not shown else shown[0] if len(shown) == 1 else tuple.__class_getitem__(tuple(shown))
        return inspect.Signature(made, return_annotation=back)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if self._reason:
            raise TypeError(f"{self.__name__}() can't be called from Python: {self._reason}")
        if kwargs:
            try:
                args = self.__signature__.bind(*args, **kwargs).args
            except TypeError as e:
                raise TypeError(f"{self.__name__}(): {e}") from None
        result = self._session.call(self._number, self._encode(args))
        stream = codec.Stream(result.results)
        if result.status != RETURNED:
            raise _panic(result, stream)
        values = tuple([read(stream) for read in self._readers])
        return values[0] if len(values) == 1 else values or None

    def _encode(self, args: tuple[Any, ...]) -> bytes:
        """The arguments as bytes. Raises TypeError."""
        names, out = self._names, bytearray()
        wanted = len(names)
        if self._variadic:
            args = (*args[: wanted - 1], args[wanted - 1 :]) if len(args) >= wanted - 1 else args
        if len(args) != wanted:
            least = "at least " if self._variadic else ""
            count = wanted - 1 if self._variadic else wanted
            raise TypeError(f"{self.__name__}() takes {least}{count} argument{'s' * (count != 1)}, got {len(args)}")
        for name, write, value in zip(names, self._writers, args, strict=True):
            write(value, out, f"{self.__name__}() argument {name}")
        return bytes(out)

    def __repr__(self) -> str:
        return f"<{self.declaration}>"


def _names(params: list[list[Any]]) -> list[str]:
    """Names of parameters that Python can use, all different."""
    import keyword

    found: list[str] = []
    for i, (name, _) in enumerate(params):
        if not name.isidentifier() or name == "_" or name in found:
            name = f"p{i}"
        found.append(f"{name}_" if keyword.iskeyword(name) else name)
    return found


def _panic(result: HostCall, stream: codec.Stream) -> GoPanic:
    """The exception for a call that did not return."""
    if result.status == EXITED:
        return GoPanic("runtime.Goexit was called", "runtime.Goexit was called")
    goroutine = stream.unsigned()
    value = codec.read_any(stream)
    text = stream.text()
    frames: list[Frame] = []
    while not stream.done:
        frames.append(Frame(stream.text(), stream.text(), stream.signed()))
    while frames and frames[0].function.startswith(("runtime.", "morestack/hostcall.")):
        frames.pop(0)
    end = next((i for i, f in enumerate(frames) if f.function.endswith("." + GLUE)), len(frames))
    if isinstance(value, GoError):
        value = str(value)
    return GoPanic(f"panic: {text}", value, goroutine, frames[:end])


class Session:
    """The machine of a program, from one call to the next."""

    def __init__(
        self, image: Image, setup: launch.Setup, stdout: Callable[[bytes], None], stderr: Callable[[bytes], None]
    ) -> None:
        self.counter = Counter()
        self.lock = threading.Lock()
        self.caller = 0  # the thread that is in a call
        self.closed = True  # until there is a machine
        self.why_closed = ""
        self.gobuf = 0
        self.tail = bytearray()  # the end of stderr
        setup.host.sinks = {1: stdout, 2: _keeping(self.tail, stderr)}
        setup.listeners.append(self.counter)
        self.setup = setup
        self.process: launch.Process | None = launch.Process(image, setup)
        self.machine = self.process.machine
        self.peak = 0
        self.closed = False

    def call(self, number: int, arguments: bytes) -> HostCall:
        """Runs one call to its end. Raises what the module's documentation names."""
        me = threading.get_ident()
        if self.caller == me:
            raise ValueError("the program is in a call already")
        with self.lock:
            if self.closed:
                raise ValueError(f"the program is closed{self.why_closed}")
            self.caller = me
            try:
                return self._call(HostCall(number, arguments))
            finally:
                self.caller = 0

    def _call(self, call: HostCall) -> HostCall:
        m = self.machine
        CALLS[id(m)] = call
        restore = self._catch_interrupt()
        self.tail.clear()
        try:
            if not self.gobuf:
                self._until_parked(*m.start())
            m.new_allowance()
            self.setup.host.written = 0
            self._until_parked(*m.gogo(self.gobuf))
            return call
        except machine.Exit as e:
            broken = m.broken_limit
            self._end(f": it exited with status {e.status}")
            raise (LimitExceeded(broken) if broken else ended(e.status, bytes(self.tail))) from None
        except machine.LimitExceeded as e:
            self._end(f": it exceeded its limit of {e.kind}")
            raise LimitExceeded(e.kind) from None
        except machine.MachineError as e:
            self._end(": it failed")
            raise MorestackError(f"internal error: {e}") from e
        except BaseException:
            self._end(": a call was interrupted")
            raise
        finally:
            CALLS.pop(id(m), None)
            restore()

    def _until_parked(self, pc: int, s: int) -> None:
        """Runs until the program waits for the host."""
        assert self.process is not None
        self.machine.start_ticker()
        try:
            self.process.engine.run(pc, s)
        except Parked as p:
            self.gobuf = p.gobuf

    def _catch_interrupt(self) -> Callable[[], None]:
        """Lets Ctrl-C end a call where Python would raise KeyboardInterrupt; returns what undoes that."""
        if threading.current_thread() is not threading.main_thread():
            return lambda: None
        old = signal.getsignal(signal.SIGINT)
        if old is not signal.default_int_handler:
            return lambda: None
        signal.signal(signal.SIGINT, lambda *_: self.machine.interrupt(KeyboardInterrupt()))
        return lambda: (signal.signal(signal.SIGINT, old), None)[1]

    def stats(self) -> Any:
        """The figures so far."""
        peak = self.peak if self.closed else self.machine.arena.peak
        return self.counter.stats(self.machine.stats, peak)

    def close(self) -> None:
        """Waits for a call under way, then ends the program."""
        if self.caller == threading.get_ident():
            raise ValueError("the program is in a call")
        with self.lock:
            self._end("")

    def __del__(self) -> None:
        if not getattr(self, "closed", True):
            self._end("")

    def _end(self, why: str) -> None:
        if self.closed:
            return
        self.closed = True
        self.why_closed = why
        self.peak = self.machine.arena.peak
        process, self.process = self.process, None
        if process is not None:
            process.machine.close()
            self.setup.host.close()


def _keeping(tail: bytearray, to: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """A sink that also keeps the end of what it hands on."""

    def write(data: bytes) -> None:
        tail.extend(data)
        del tail[:-KEPT_STDERR]
        to(data)

    return write


def _sink(to: Any, name: str) -> Callable[[bytes], None]:
    """Where output goes: a function, a binary file, or the stream of sys with that name."""
    if to is None:
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode

        def write_text(data: bytes) -> None:
            stream = getattr(sys, name)
            if stream is not None:
                stream.write(decode(data))
                stream.flush()

        return write_text
    if callable(to):
        return lambda data: (to(data), None)[1]
    return lambda data: (to.write(data), None)[1]
