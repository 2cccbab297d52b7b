"""Python values to the words of a Go call and back, by the rows of the table of types (see ``morestack.glue``).

Writers check before anything runs: a wrong value is a TypeError that names the argument; an int that does not fit is
one that is an OverflowError too. All scalars are 8 bytes, little-endian.
"""

from __future__ import annotations

import array
import struct
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, make_dataclass
from typing import Any

from morestack.errors import GoError

NIL, BOOL, INT, FLOAT, STRING, BYTES, SLICE, MAP, ERROR, OTHER, UINT, COMPLEX = range(12)  # as in package hostcall

Row = list[Any]
Writer = Callable[[Any, bytearray, str], None]
Reader = Callable[["Stream"], Any]
_Q, _I, _D = struct.Struct("<Q"), struct.Struct("<q"), struct.Struct("<d")
_ARRAY = {("int", 8): "b", ("int", 16): "h", ("int", 32): "i", ("int", 64): "q", ("uint", 8): "B", ("uint", 16): "H",
          ("uint", 32): "I", ("uint", 64): "Q", ("float", 32): "f", ("float", 64): "d"}  # fmt: skip


class OutOfRange(TypeError, OverflowError):
    """A number that the parameter's type can't hold."""


class Stream:
    """The bytes that come back, and how far they are read."""

    __slots__ = ("at", "raw")

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.at = 0

    def unsigned(self) -> int:
        self.at += 8
        return int(_Q.unpack_from(self.raw, self.at - 8)[0])

    def signed(self) -> int:
        self.at += 8
        return int(_I.unpack_from(self.raw, self.at - 8)[0])

    def number(self) -> float:
        self.at += 8
        return float(_D.unpack_from(self.raw, self.at - 8)[0])

    def piece(self, size: int = 1) -> bytes | None:
        """A piece of n elements of ``size`` bytes; None for a nil slice."""
        n = self.signed()
        if n < 0:
            return None
        found = self.raw[self.at : self.at + n * size]
        self.at += n * size + 7 & ~7
        return found

    def text(self) -> str:
        return (self.piece() or b"").decode("utf-8", "surrogateescape")

    @property
    def done(self) -> bool:
        """Whether everything has been read."""
        return self.at >= len(self.raw)


class Codec:
    """Writers and readers for the types of one program; structs become dataclasses (``classes``, by name)."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows
        self.classes: dict[str, type] = {}
        self._writers: dict[int, Writer] = {}
        self._readers: dict[int, Reader] = {}
        for i, row in enumerate(rows):
            if row[0] == "struct" and row[1]:
                self._class(i)

    # ---- to Go -----------------------------------------------------------------------------------------------------

    def writer(self, n: int) -> Writer:
        """What appends a value of type ``n`` to a buffer: f(value, buffer, what it is called in messages)."""
        found = self._writers.get(n)
        if found is None:
            self._writers[n] = lambda v, out, name: self._writers[n](v, out, name)  # a type may contain itself
            found = self._writers[n] = getattr(self, "_write_" + self.rows[n][0])(self.rows[n])
        return found

    def _write_int(self, row: Row) -> Writer:
        low, high = -(1 << row[1] - 1), (1 << row[1] - 1) - 1
        pack, shown = _I.pack, row[-1]

        def write(v: Any, out: bytearray, name: str) -> None:
            if type(v) is not int:
                v = _index(v, name, shown)
            if not low <= v <= high:
                raise OutOfRange(f"{name}: {v} overflows {shown}")
            out += pack(v)

        return write

    def _write_uint(self, row: Row) -> Writer:
        high = (1 << row[1]) - 1
        pack, shown = _Q.pack, row[-1]

        def write(v: Any, out: bytearray, name: str) -> None:
            if type(v) is not int:
                v = _index(v, name, shown)
            if not 0 <= v <= high:
                raise OutOfRange(f"{name}: {v} overflows {shown}")
            out += pack(v)

        return write

    def _write_float(self, row: Row) -> Writer:
        shown = row[-1]
        return lambda v, out, name: out.extend(_D.pack(_real(v, name, shown)))

    def _write_complex(self, row: Row) -> Writer:
        shown = row[-1]

        def write(v: Any, out: bytearray, name: str) -> None:
            if not isinstance(v, complex):
                v = complex(_real(v, name, shown))
            out += _D.pack(v.real) + _D.pack(v.imag)

        return write

    def _write_bool(self, row: Row) -> Writer:
        shown = row[-1]

        def write(v: Any, out: bytearray, name: str) -> None:
            if not isinstance(v, bool) and type(v).__name__ not in ("bool_", "bool"):  # numpy's too
                raise _wrong(v, name, shown)
            out += _Q.pack(bool(v))

        return write

    def _write_string(self, row: Row) -> Writer:
        shown = row[-1]

        def write(v: Any, out: bytearray, name: str) -> None:
            if not isinstance(v, str):
                raise _wrong(v, name, shown)
            _put_bytes(_utf8(v), out)

        return write

    def _write_bytes(self, row: Row) -> Writer:
        shown = row[-1]

        def write(v: Any, out: bytearray, name: str) -> None:
            if v is None:
                out += _I.pack(-1)
                return
            if isinstance(v, str | int | float | Mapping):
                raise _wrong(v, name, shown)
            try:
                data = bytes(v)
            except TypeError:
                raise _wrong(v, name, shown) from None
            except ValueError as e:
                raise OutOfRange(f"{name}: {e}") from None
            _put_bytes(data, out)

        return write

    def _write_slice(self, row: Row) -> Writer:
        elem = self.rows[row[1]]
        code = _ARRAY.get((elem[0], elem[1])) if len(elem) > 2 else None
        if code:
            return self._write_numbers(row, elem, code)
        write_elem, shown = self.writer(row[1]), row[-1]
        raw_complex = elem[0] == "complex"

        def write(v: Any, out: bytearray, name: str) -> None:
            if v is None:
                out += _I.pack(-1)
                return
            items = _items(v, name, shown)
            out += _Q.pack(len(items))
            if raw_complex:
                _put_complexes(items, elem[1], out, name, elem[-1])
                return
            for i, item in enumerate(items):
                write_elem(item, out, f"{name}[{i}]")

        return write

    def _write_numbers(self, row: Row, elem: Row, code: str) -> Writer:
        """Numbers as they lie in memory: from a buffer of just that type without looking at each."""
        shown, exact = row[-1], elem[0] != "float"
        scratch = bytearray()
        check = self.writer(row[1])

        def write(v: Any, out: bytearray, name: str) -> None:
            if v is None:
                out += _I.pack(-1)
                return
            data = _as_buffer(v, code)
            if data is None:
                items = _items(v, name, shown)
                if any(type(i) is not int and (exact or type(i) is not float) for i in items):
                    for n, i in enumerate(items):
                        check(i, scratch, f"{name}[{n}]")
                    scratch.clear()
                    items = [int(i.__index__()) if exact else float(i) for i in items]
                try:
                    a = array.array(code, items)
                except OverflowError:
                    for n, i in enumerate(items):
                        check(i, scratch, f"{name}[{n}]")
                    scratch.clear()
                    raise
                if sys.byteorder == "big":
                    a.byteswap()
                count, data = len(a), a.tobytes()
            else:
                count = len(data) // array.array(code).itemsize
            out += _Q.pack(count)
            out += data
            out += bytes(-len(data) % 8)

        return write

    def _write_array(self, row: Row) -> Writer:
        write_elem, length, shown = self.writer(row[1]), row[2], row[-1]

        def write(v: Any, out: bytearray, name: str) -> None:
            items = list(v) if isinstance(v, bytes | bytearray) else _items(v, name, shown)
            if len(items) != length:
                raise TypeError(f"{name}: {shown} wants {length} elements, got {len(items)}")
            for i, item in enumerate(items):
                write_elem(item, out, f"{name}[{i}]")

        return write

    def _write_map(self, row: Row) -> Writer:
        write_key, write_elem, shown = self.writer(row[1]), self.writer(row[2]), row[-1]

        def write(v: Any, out: bytearray, name: str) -> None:
            if v is None:
                out += _I.pack(-1)
                return
            if not isinstance(v, Mapping):
                raise _wrong(v, name, shown)
            out += _Q.pack(len(v))
            for key, item in v.items():
                write_key(key, out, f"key of {name}")
                write_elem(item, out, f"{name}[{key!r}]")

        return write

    def _write_struct(self, row: Row) -> Writer:
        writers = [(f, self.writer(n)) for f, n in row[2]]
        shown, names = row[-1], {f for f, _ in row[2]}
        missing = object()

        def write(v: Any, out: bytearray, name: str) -> None:
            if isinstance(v, Mapping):
                extra = [k for k in v if k not in names]
                if extra:
                    raise TypeError(f"{name}: {shown} has no field {extra[0]!r}")
                values = [v.get(f, missing) for f, _ in writers]
            else:
                values = [getattr(v, f, missing) for f, _ in writers]
            for (f, write_field), value in zip(writers, values, strict=True):
                if value is missing:
                    raise TypeError(f"{name}: {type(v).__name__} lacks the field {f} of {shown}")
                write_field(value, out, f"{name}.{f}")

        return write

    def _write_any(self, row: Row) -> Writer:
        return _put_any

    def _write_error(self, row: Row) -> Writer:
        def write(v: Any, out: bytearray, name: str) -> None:
            if v is None:
                out += _Q.pack(NIL)
            elif isinstance(v, BaseException):
                out += _Q.pack(ERROR)
                _put_bytes(_utf8(str(v)), out)
            else:
                raise _wrong(v, name, "error")

        return write

    # ---- from Go ---------------------------------------------------------------------------------------------------

    def reader(self, n: int) -> Reader:
        """What takes a value of type ``n`` off a stream."""
        found = self._readers.get(n)
        if found is None:
            self._readers[n] = lambda s: self._readers[n](s)
            found = self._readers[n] = getattr(self, "_read_" + self.rows[n][0])(self.rows[n])
        return found

    def _read_int(self, row: Row) -> Reader:
        return Stream.signed

    def _read_uint(self, row: Row) -> Reader:
        return Stream.unsigned

    def _read_float(self, row: Row) -> Reader:
        return Stream.number

    def _read_complex(self, row: Row) -> Reader:
        return lambda s: complex(s.number(), s.number())

    def _read_bool(self, row: Row) -> Reader:
        return lambda s: s.unsigned() != 0

    def _read_string(self, row: Row) -> Reader:
        return Stream.text

    def _read_bytes(self, row: Row) -> Reader:
        return lambda s: s.piece() or b""

    def _read_slice(self, row: Row) -> Reader:
        elem = self.rows[row[1]]
        code = _ARRAY.get((elem[0], elem[1])) if len(elem) > 2 else None
        if code or elem[0] == "complex":
            return _numbers_reader(code or ("f" if elem[1] == 64 else "d"), elem[0] == "complex")
        read_elem = self.reader(row[1])
        return lambda s: [read_elem(s) for _ in range(s.signed())]

    def _read_array(self, row: Row) -> Reader:
        read_elem, length = self.reader(row[1]), row[2]
        return lambda s: [read_elem(s) for _ in range(length)]

    def _read_map(self, row: Row) -> Reader:
        read_key, read_elem = self.reader(row[1]), self.reader(row[2])

        def read(s: Stream) -> dict[Any, Any]:
            found = {}
            for _ in range(s.signed()):
                key = _hashable(read_key(s))
                found[key] = read_elem(s)
            return found

        return read

    def _read_struct(self, row: Row) -> Reader:
        readers = [(f, self.reader(n)) for f, n in row[2]]
        made = self.classes.get(row[1])
        if made is None:
            return lambda s: {f: r(s) for f, r in readers}
        cls = made
        return lambda s: cls(*[r(s) for _, r in readers])

    def _read_any(self, row: Row) -> Reader:
        return read_any

    def _read_error(self, row: Row) -> Reader:
        return read_any

    # ---- what Python shows -----------------------------------------------------------------------------------------

    def annotation(self, n: int) -> Any:
        """The Python type of a Go type, for signatures."""
        return self._annotation(self.rows[n], 0)

    def _annotation(self, row: Row, depth: int) -> Any:
        plain = {"int": int, "uint": int, "float": float, "complex": complex, "bool": bool, "string": str, 
                 "bytes": bytes,                  "any": Any, "error": GoError | None}  # fmt: skip
        if row[0] in plain:
            return plain[row[0]]
        if row[0] == "struct":
            return self.classes.get(row[1], dict)
        if depth > 4:
            return Any
        if row[0] == "map":
            key, value = (self._annotation(self.rows[i], depth + 1) for i in row[1:3])
            return dict.__class_getitem__((key, value))
        return list.__class_getitem__(self._annotation(self.rows[row[1]], depth + 1))

    def _class(self, n: int) -> None:
        row = self.rows[n]
        fields = [(f, self._annotation(self.rows[i], 2), field()) for f, i in row[2] if f.isidentifier()]
        if len(fields) == len(row[2]):
            self.classes[row[1]] = make_dataclass(row[1], fields)


# ---- single values ---------------------------------------------------------------------------------------------------


def _wrong(v: Any, name: str, shown: str) -> TypeError:
    return TypeError(f"{name}: want {shown}, got {type(v).__name__}")


def _index(v: Any, name: str, shown: str) -> int:
    if isinstance(v, bool) or not hasattr(v, "__index__"):
        raise _wrong(v, name, shown)
    return int(v.__index__())


def _real(v: Any, name: str, shown: str) -> float:
    if type(v) is float:
        return v
    if isinstance(v, bool | str | bytes) or not (hasattr(v, "__float__") or hasattr(v, "__index__")):
        raise _wrong(v, name, shown)
    try:
        return float(v)
    except OverflowError:
        raise OutOfRange(f"{name}: {v} overflows {shown}") from None


def _utf8(text: str) -> bytes:
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def _put_bytes(data: bytes, out: bytearray) -> None:
    out += _Q.pack(len(data))
    out += data
    out += bytes(-len(data) % 8)


def _items(v: Any, name: str, shown: str) -> Sequence[Any]:
    """The elements of what may stand for a slice."""
    if isinstance(v, list | tuple):
        return v
    if isinstance(v, str | bytes | bytearray | Mapping | set | frozenset) or not hasattr(v, "__iter__"):
        raise _wrong(v, name, shown)
    return list(v)


def _as_buffer(v: Any, code: str) -> bytes | None:
    """The bytes of an object whose buffer holds just these elements."""
    if isinstance(v, list | tuple) or sys.byteorder == "big":
        return None
    try:
        view = memoryview(v)
    except TypeError:
        return None
    same = {"l": "q", "L": "Q", "n": "q", "N": "Q"}
    shape = same.get(view.format, view.format) if view.itemsize == 8 else view.format
    return view.tobytes() if view.ndim == 1 and shape == code else None


def _put_complexes(items: Sequence[Any], bits: int, out: bytearray, name: str, shown: str) -> None:
    code = "f" if bits == 64 else "d"
    flat: Any = array.array(code)
    for i, v in enumerate(items):
        z = v if isinstance(v, complex) else complex(_real(v, f"{name}[{i}]", shown))
        flat.extend((z.real, z.imag))
    if sys.byteorder == "big":
        flat.byteswap()
    out += flat.tobytes()
    out += bytes(-len(flat) * flat.itemsize % 8)


def _numbers_reader(code: str, pairs: bool) -> Reader:
    size = array.array(code).itemsize * (2 if pairs else 1)

    def read(s: Stream) -> list[Any]:
        a = array.array(code)
        a.frombytes(s.piece(size) or b"")
        if sys.byteorder == "big":
            a.byteswap()
        return [complex(a[i], a[i + 1]) for i in range(0, len(a), 2)] if pairs else a.tolist()

    return read


def _hashable(v: Any) -> Any:
    """A key of a map: arrays become tuples, structs the tuple of their fields."""
    if isinstance(v, list):
        return tuple(_hashable(i) for i in v)
    if isinstance(v, dict):
        return tuple(_hashable(i) for i in v.values())
    if hasattr(v, "__dataclass_fields__"):
        return tuple(_hashable(getattr(v, f)) for f in v.__dataclass_fields__)
    return v


def _put_any(v: Any, out: bytearray, name: str) -> None:
    """A value that says its own type: None, bool, int, float, complex, str, bytes, lists, dicts with str keys,
    errors."""
    if v is None:
        out += _Q.pack(NIL)
    elif isinstance(v, bool):
        out += _Q.pack(BOOL) + _Q.pack(v)
    elif isinstance(v, int):
        if not -(1 << 63) <= v < 1 << 63:
            raise OutOfRange(f"{name}: {v} overflows int")
        out += _Q.pack(INT) + _I.pack(v)
    elif isinstance(v, float):
        out += _Q.pack(FLOAT) + _D.pack(v)
    elif isinstance(v, complex):
        out += _Q.pack(COMPLEX) + _D.pack(v.real) + _D.pack(v.imag)
    elif isinstance(v, str):
        out += _Q.pack(STRING)
        _put_bytes(_utf8(v), out)
    elif isinstance(v, bytes | bytearray | memoryview):
        out += _Q.pack(BYTES)
        _put_bytes(bytes(v), out)
    elif isinstance(v, list | tuple):
        out += _Q.pack(SLICE) + _Q.pack(len(v))
        for i, item in enumerate(v):
            _put_any(item, out, f"{name}[{i}]")
    elif isinstance(v, Mapping) and all(isinstance(k, str) for k in v):
        out += _Q.pack(MAP) + _Q.pack(len(v))
        for key, item in v.items():
            _put_bytes(_utf8(key), out)
            _put_any(item, out, f"{name}[{key!r}]")
    elif isinstance(v, BaseException):
        out += _Q.pack(ERROR)
        _put_bytes(_utf8(str(v)), out)
    else:
        raise _wrong(v, name, "any")


def read_any(s: Stream) -> Any:
    """The value that `hostcall.PutAny` wrote; an error is a GoError, what has no Python form its text."""
    match s.unsigned():
        case 1:
            return s.unsigned() != 0
        case 2:
            return s.signed()
        case 10:
            return s.unsigned()
        case 3:
            return s.number()
        case 11:
            return complex(s.number(), s.number())
        case 4 | 9:
            return s.text()
        case 5:
            return s.piece() or b""
        case 6:
            return [read_any(s) for _ in range(s.signed())]
        case 7:
            return {s.text(): read_any(s) for _ in range(s.signed())}
        case 8:
            return GoError(s.text())
    return None
