"""Tokens to syntax tree: recursive descent, one method for each production of the Go specification.

What it accepts, what it says and how it goes on after an error are gc's (cmd/compile/internal/syntax): the same lines
are reported with the same words.  Labels and branches are checked at the end of each function body (``branches``) since
gc counts those among the syntax errors too.

Speed matters here (the whole library passes through): the current kind is kept in ``tok``, positions and texts are
looked up by index only where a node is made, and the commonest operands take a short way.
"""

from __future__ import annotations

from typing import Final, Literal, cast

from morestack.compiler import branches, scanner, source, tree
from morestack.compiler.scanner import ASSIGN_OPS, KEYWORDS, PRECEDENCE
from morestack.compiler.tree import (
    AssignStmt,
    BasicLit,
    BinaryExpr,
    BlockStmt,
    CallExpr,
    Expr,
    ExprStmt,
    Field,
    FieldList,
    Ident,
    SelectorExpr,
    Stmt,
)

# Keywords that begin a statement: skipping tokens inside a function stops there.
_STATEMENT_STARTS: Final = frozenset(
    {"break", "const", "continue", "defer", "fallthrough", "for", "go", "goto", "if", "return", "select", "switch"}
    | {"type", "var"}
)
_DECL_STARTS: Final = ("import", "const", "type", "var", "func")
_POSTFIX: Final = frozenset({"(", ".", "[", "{"})
_UNARY: Final = frozenset({"*", "+", "-", "!", "^", "~"})
_CLOSERS: Final = (")", "]", "}")
_SIMPLE_STARTS: Final = frozenset(
    {"+", "-", "*", "&", "^", "!", "literal", "func", "(", "[", "struct", "map", "chan", "interface", "<-"}
)
_BLOCK_ENDS: Final = frozenset({"EOF", "}", "case", "default"})
_FUNC_PRAGMAS: Final = frozenset(
    {"noinline", "nosplit", "norace", "noescape", "systemstack", "nowritebarrier", "nowritebarrierrec"}
    | {"yeswritebarrierrec", "nocheckptr", "uintptrescapes", "uintptrkeepalive", "registerparams", "cgo_unsafe_args"}
)
_RUNTIME_PRAGMAS: Final = frozenset(
    {"//go:systemstack", "//go:nowritebarrier", "//go:nowritebarrierrec", "//go:yeswritebarrierrec"}
)

_Param = tuple[int, Ident | None, Expr | None]  # position, name, type


class _Abandon(Exception):
    """The file is given up (gc: a broken package clause)."""


def parse_file(fset: source.FileSet, path: str, text: bytes, errors: source.Errors) -> tree.File | None:
    """Parse one file and report its syntax errors; None when there is no package clause to speak of.

    Raises source.TooManyErrors when the limit of ``errors`` is reached.
    """
    return parse_source(fset.add(path, text), errors)


def parse_source(file: source.SourceFile, errors: source.Errors) -> tree.File | None:
    """As parse_file, for a file that is in its file set already."""
    parser = Parser(file, scanner.scan(file), errors.fset)
    result: tree.File | None = None
    with source.compiling():
        try:
            result = parser.source_file()
            parser.scanned(1 << 62)
        except _Abandon:
            pass
        except RecursionError:
            parser.report(parser.pos(), "source is nested too deeply")
    for pos, message in parser.errors:
        errors.report(pos, message)
    return result


def dump_tree(file: source.SourceFile, errors: source.Errors) -> str:
    """The syntax tree of a file as text, with line:column of every node."""
    node = parse_source(file, errors)
    if node is None:
        return ""

    def where(pos: int) -> str:
        line, column = file.physical(pos)
        return f"{line}:{column}"

    return tree.dump(node, where)


class Parser:
    """The state of parsing one file."""

    __slots__ = (
        "cleared",
        "docs",
        "errors",
        "fnest",
        "fset",
        "i",
        "kinds",
        "path",
        "positions",
        "scan_errors",
        "scan_next",
        "soft",
        "texts",
        "tok",
        "tokens",
        "xnest",
    )

    def __init__(self, file: source.SourceFile, tokens: scanner.Tokens, fset: source.FileSet) -> None:
        self.path = file.path
        self.fset = fset
        self.tokens = tokens
        self.kinds = tokens.kinds
        self.positions = tokens.positions
        self.texts = tokens.texts
        self.i = 0
        self.tok = tokens.kinds[0]
        self.errors: list[tuple[int, str]] = []
        self.scan_errors = tokens.errors  # taken over one by one, when gc's scanner would have met them
        self.scan_next = 0
        self.soft = 0  # how many of the errors are about labels
        self.fnest = 0  # function nesting: inside a function, statement keywords stop the skipping of tokens
        self.xnest = 0  # expression nesting; negative in the header of a control clause, where "T{" opens the block
        self.docs: dict[int, list[tuple[int, str]]] = {}  # token index -> comments directly before it
        for index, pos, text in tokens.comments:
            self.docs.setdefault(index, []).append((pos, text))
        self.cleared = 0  # directives before this token belong to no function any more

    # -- tokens

    def next(self) -> None:
        """Go to the next token."""
        self.i = i = self.i + 1
        self.tok = self.kinds[i]

    def pos(self) -> int:
        """Position of the current token."""
        return self.positions[self.i]

    def got(self, kind: str) -> bool:
        """Consume the token if it is of this kind."""
        if self.tok == kind:
            self.i = i = self.i + 1
            self.tok = self.kinds[i]
            return True
        return False

    def want(self, kind: str) -> None:
        """Consume a token of this kind, or complain and skip one token."""
        if self.tok == kind:
            self.i = i = self.i + 1
            self.tok = self.kinds[i]
        else:
            self.syntax_error(f"expected {_spoken(kind)}")
            self.advance()

    def got_assign(self) -> int:
        """Position of "=" if it was there and is consumed, else 0; ":=" is taken for it with a complaint."""
        pos = self.positions[self.i]
        if self.tok == ":=":
            self.syntax_error("expected =")
        elif self.tok != "=":
            return 0
        self.next()
        return pos

    # -- errors

    def error_count(self) -> int:
        """Errors so far, those of the scanner up to the current token included."""
        if self.scan_next < len(self.scan_errors):
            end = self.positions[self.i] + len(self.texts[self.i])
            at, message = self.scan_errors[self.scan_next]
            # a literal's fault may lie right behind it; and gc has always read one character ahead
            behind = at == end and (self.tok == "literal" or message in scanner.BYTE_ERRORS)
            self.scanned(end + 1 if behind else end)
        return len(self.errors) - self.soft

    def scanned(self, end: int) -> None:
        """Take over the scanner's errors before ``end``, so that all errors are in the order in which gc finds them."""
        while self.scan_next < len(self.scan_errors) and self.scan_errors[self.scan_next][0] < end:
            self.errors.append(self.scan_errors[self.scan_next])
            self.scan_next += 1

    def report(self, pos: int, message: str) -> None:
        """An error as it stands."""
        self.error_count()
        if self.fnest and self.tokens.directives:
            self.misplaced()
        self.errors.append((pos, message))

    def soft_error(self, pos: int, message: str) -> None:
        """An error of the labels: it does not count when the parser asks whether anything was wrong."""
        self.errors.append((pos, message))
        self.soft += 1

    def misplaced(self) -> None:
        """Report the directives that have been passed inside a function."""
        passed = [d for d in self.tokens.directives if self.cleared < d[0] <= self.i]
        for directive in passed:
            if directive[2][5:].split(None, 1)[:1] != ["linkname"]:
                self.tokens.directives.remove(directive)
                if directive[2][5:].split(None, 1)[0] in _FUNC_PRAGMAS:
                    self.errors.append((directive[1] + 2, "misplaced compiler directive"))

    def syntax_error(self, message: str) -> None:
        """A syntax error at the current token."""
        self.syntax_error_at(self.positions[self.i], message)

    def syntax_error_at(self, pos: int, message: str) -> None:
        """A syntax error; a message that begins with expected, in, at or after is completed with the current token."""
        tok = self.tok
        if tok == "EOF" and self.error_count():
            return  # only a consequence of an earlier error
        if message.startswith(("in ", "at ", "after ")):
            message = " " + message
        elif message.startswith("expected "):
            message = ", " + message
        else:
            self.report(pos, f"syntax error: {message}")
            return
        text = self.texts[self.i]
        if tok == "name":
            shown = f"name {text}"
        elif tok == "literal":
            shown = f"literal {scanner.literal_text(text)}"
        elif tok == ";":
            shown = "semicolon" if text == ";" else text
        else:
            shown = _spoken(tok)
        self.report(pos, f"syntax error: unexpected {shown}{message}")

    def advance(self, *follow: str) -> None:
        """Skip to one of the given kinds (in a function also to a statement); without any, skip one token."""
        if not follow:
            if self.tok != "EOF":
                self.next()
            return
        stop = {"EOF", *follow}
        if self.fnest > 0:
            stop |= _STATEMENT_STARTS
        kinds = self.kinds
        i = self.i
        while kinds[i] not in stop:
            i += 1
        self.i = i
        self.tok = kinds[i]

    def bad_expr(self) -> Expr:
        """Stands where an expression is missing; never seen after the parser, because an error is reported."""
        return tree.BadExpr(self.positions[self.i])

    def separator(self, context: str, sep: str, close: str) -> bool:
        """After an element of a list: consume ``sep``.  False if the list has to be given up."""
        tok = self.tok
        if tok == sep:
            self.i = i = self.i + 1
            self.tok = self.kinds[i]
            return True
        if tok == close:
            return True
        self.syntax_error(f"in {context}; possibly missing {_spoken(sep)} or {_spoken(close)}")
        self.advance(*_CLOSERS)
        return self.tok == close

    # -- the file and its declarations

    def source_file(self) -> tree.File:
        """SourceFile = PackageClause ";" { ImportDecl ";" } { TopLevelDecl ";" } ."""
        pos = self.pos()
        first = self.i
        if not self.got("package"):
            self.syntax_error("package statement must be first")
            raise _Abandon
        name = self.name()
        self.want(";")
        if self.error_count():
            raise _Abandon
        if self.tokens.directives and name.name != "runtime":
            self.refuse_directives()
        decls: list[tree.Decl] = []
        imports: list[tree.ImportSpec] = []
        previous = "import"
        while self.tok != "EOF":
            tok = self.tok
            if tok == "import" and previous != "import":
                self.syntax_error("imports must appear before other declarations")
            previous = tok
            if tok == "func":
                decls.append(self.func_decl())
            elif tok in ("import", "const", "type", "var"):
                decl = self.gen_decl()
                decls.append(decl)
                if tok == "import":
                    imports += cast("list[tree.ImportSpec]", decl.specs)
            else:
                last = decls[-1] if decls else None
                if tok == "{" and isinstance(last, tree.FuncDecl) and last.body is None:
                    self.syntax_error("unexpected semicolon or newline before {")
                else:
                    self.syntax_error("non-declaration statement outside function body")
                self.advance(*_DECL_STARTS)
                continue
            self.cleared = self.i
            if self.tok != "EOF" and not self.got(";"):
                self.syntax_error("after top level declaration")
                self.advance(*_DECL_STARTS)
        file = tree.File(pos, self.path, name, decls, imports, self.pos(), {}, self.doc(first))
        self.place_pragmas(file)
        return file

    def refuse_directives(self) -> None:
        """Report directives that only the runtime, the library or code made by cgo may use."""
        for _, pos, text in self.tokens.directives:
            words = text.split()
            if words[0] in _RUNTIME_PRAGMAS:
                self.report(pos + 2, f"{words[0]} only allowed in runtime")
            elif words[0] == "//go:uintptrkeepalive":
                self.report(pos + 2, f"{words[0]} is only allowed in the standard library")
            elif words[0].startswith("//go:cgo_") and (words[0] != "//go:cgo_import_dynamic" or len(words) < 4):
                self.report(pos + 2, f"{text} only allowed in cgo-generated code")

    def place_pragmas(self, file: tree.File) -> None:
        """Act on the directives that are left: //go:linkname; complain about those that belong to no function."""
        functions = {d.name.name: d for d in file.decls if isinstance(d, tree.FuncDecl) and d.recv is None}
        if any(message.startswith("syntax error") for _, message in self.errors):
            return
        unsafe = any(spec.import_path() == "unsafe" for spec in file.imports)
        for index, pos, text in self.tokens.directives:
            words = text[5:].split()
            if not words:
                continue
            if words[0] == "linkname":
                if not unsafe:
                    self.report(pos + 2, '//go:linkname only allowed in Go files that import "unsafe"')
                elif len(words) not in (2, 3):
                    self.report(pos + 2, "usage: //go:linkname localname [linkname]")
                else:
                    file.linknames[words[1]] = words[-1]
                    if words[1] in functions and len(words) == 3:
                        functions[words[1]].linkname = words[2]
            elif words[0] == "embed" and self.kinds[index] == "var":
                self.report(pos + 2, 'go:embed requires import "embed" (or import _ "embed", if package is not used)')
            elif words[0] == "embed":
                self.report(pos + 2, "misplaced go:embed directive")
            elif words[0] in _FUNC_PRAGMAS or (words[0] == "build" and pos > file.pos):
                self.report(pos + 2, "misplaced compiler directive")

    def doc(self, index: int) -> str:
        """The comment that stands directly above token ``index``, without its markers and without directives."""
        comments = self.docs.get(index)
        if not comments:
            return ""
        lines: list[str] = []
        below = self.positions[index]
        file = self.fset.file(below)
        assert file is not None
        text = file.source
        for pos, comment in reversed(comments):
            gap = text[pos - file.base + len(comment) : below - file.base]
            if gap.count(b"\n") != 1 or gap.strip():
                break
            below = pos
            proper = scanner.literal_text(comment)
            if proper.startswith("/*"):
                lines.append(proper[2:-2].strip("\n"))
            elif not proper.startswith("//go:"):
                lines.append(proper[2:].removeprefix(" ").rstrip())
        return "\n".join(reversed(lines))

    def gen_decl(self) -> tree.GenDecl:
        """ImportDecl, ConstDecl, TypeDecl, VarDecl = keyword ( Spec | "(" { Spec ";" } ")" ) ."""
        pos = self.pos()
        tok = cast('Literal["import", "const", "type", "var"]', self.tok)
        self.next()
        specs: list[tree.Spec] = []
        if self.tok != "(":
            specs.append(self.spec(tok, 0))
            return tree.GenDecl(pos, tok, 0, specs, 0)
        lparen = self.pos()
        self.next()
        ok = True
        while ok and self.tok != ")" and self.tok != "EOF":
            specs.append(self.spec(tok, len(specs)))
            ok = self.separator("grouped declaration", ";", ")")
        rparen = self.pos()
        if ok:
            self.want(")")
        return tree.GenDecl(pos, tok, lparen, specs, rparen)

    def spec(self, tok: str, index: int) -> tree.Spec:
        """One specification; ``index`` counts within its group."""
        if tok == "var":
            return self.var_spec()
        if tok == "const":
            return self.const_spec(index)
        if tok == "type":
            return self.type_spec()
        return self.import_spec()

    def import_spec(self) -> tree.ImportSpec:
        """ImportSpec = [ "." | PackageName ] ImportPath ."""
        pos = self.pos()
        name: Ident | None = None
        if self.tok == "name":
            name = self.name()
        elif self.tok == ".":
            name = Ident(pos, ".")
            self.next()
        path = self.literal_or_none()
        if path is None:
            self.syntax_error("missing import path")
            path = BasicLit(self.pos(), "STRING", '""', b"")
            self.advance(";", ")")
        elif path.kind not in ("STRING", "BAD"):
            self.syntax_error_at(path.pos, "import path must be a string")
        return tree.ImportSpec(pos, name, path)

    def const_spec(self, iota: int) -> tree.ValueSpec:
        """ConstSpec = IdentifierList [ [ Type ] "=" ExpressionList ] ."""
        pos = self.pos()
        names = self.name_list()
        type_expr: Expr | None = None
        values: list[Expr] = []
        if self.tok not in ("EOF", ";", ")"):
            type_expr = self.type_or_none()
            if self.got_assign():
                values = self.expr_list()
        return tree.ValueSpec(pos, names, type_expr, values, iota)

    def var_spec(self) -> tree.ValueSpec:
        """VarSpec = IdentifierList ( Type [ "=" ExpressionList ] | "=" ExpressionList ) ."""
        pos = self.pos()
        names = self.name_list()
        type_expr: Expr | None = None
        values: list[Expr] = []
        if self.got_assign():
            values = self.expr_list()
        else:
            type_expr = self.type_()
            if self.got_assign():
                values = self.expr_list()
        return tree.ValueSpec(pos, names, type_expr, values, 0)

    def type_spec(self) -> tree.TypeSpec:
        """TypeSpec = identifier [ TypeParams ] [ "=" ] Type ."""
        pos = self.pos()
        name = self.name()
        type_params: FieldList | None = None
        assign = 0
        result: Expr | None
        if self.tok == "[":
            lbrack = self.pos()
            self.next()
            if self.tok == "name":
                # either an array length or the first type parameter: parse an expression, then decide
                x: Expr = self.name()
                if self.tok != "[":
                    self.xnest += 1
                    x = self.binary_rest(self.primary_rest(x, False), 0)
                    self.xnest -= 1
                pname, ptype = _param_of(x, self.tok == ",")
                if pname is not None and (ptype is not None or self.tok != "]"):
                    type_params = self.parameters(lbrack, "]", pname, ptype)
                    assign = self.got_assign()
                    result = self.type_or_none()
                else:
                    result = self.array_type(lbrack, x)
            elif self.tok == "]":
                self.next()
                result = tree.ArrayType(lbrack, None, self.type_())
            else:
                result = self.array_type(lbrack, None)
        else:
            assign = self.got_assign()
            result = self.type_or_none()
        if result is None:
            result = self.bad_expr()
            self.syntax_error("in type declaration")
            self.advance(";", ")")
        return tree.TypeSpec(pos, name, type_params, assign, result)

    def func_decl(self) -> tree.FuncDecl:
        """FunctionDecl, MethodDecl = "func" [ Receiver ] identifier [ TypeParams ] Signature [ Block ] ."""
        pos = self.pos()
        index = self.i
        self.next()
        pragmas = self.take_pragmas(index) if self.tokens.directives else frozenset()
        recv: FieldList | None = None
        is_method = self.tok == "("
        if is_method:
            lparen = self.pos()
            self.next()
            recv = self.parameters(lparen, ")")
            if recv.num_fields() > 1:
                self.report(self.pos(), "method has multiple receivers")
                first = recv.list[0]
                recv.list = [tree.Field(first.pos, first.names[:1], first.type_expr)]
            elif not recv.list:
                self.report(self.pos(), "method has no receiver")
                recv = None  # the declaration counts as one of a function
        if self.tok == "name":
            name = self.name()
            signature = self.signature(pos, "")
        else:
            name = Ident(self.pos(), "_")
            signature = tree.FuncType(pos, None, FieldList(self.pos(), [], 0), None)
            self.syntax_error("expected name" if is_method else "expected name or (")
            self.advance("{", ";")
        body = self.func_body() if self.tok == "{" else None
        decl = tree.FuncDecl(pos, recv, name, signature, body)
        if index in self.docs:
            decl.doc = self.doc(index)
        decl.pragmas = pragmas
        return decl

    def take_pragmas(self, index: int) -> frozenset[str]:
        """The //go: directives that stand before the function at token ``index``."""
        found: set[str] = set()
        kept: list[tuple[int, int, str]] = []
        for directive in self.tokens.directives:
            word = directive[2][5:].split(None, 1)[:1]
            if self.cleared < directive[0] <= index and word and word[0] in _FUNC_PRAGMAS:
                found.add(word[0])
            else:
                kept.append(directive)
        self.tokens.directives = kept
        self.cleared = index
        return frozenset(found)

    def func_body(self) -> BlockStmt:
        """FunctionBody = Block ."""
        self.fnest += 1
        before = self.error_count()
        body = self.block("")
        self.fnest -= 1
        if self.error_count() == before:
            branches.check(body, self.fset, self.soft_error)
        return body

    # -- types

    def type_(self) -> Expr:
        """Type, which must be there."""
        x = self.type_or_none()
        if x is None:
            x = self.bad_expr()
            self.syntax_error("expected type")
            self.advance(",", ":", ";", ")", "]", "}")
        return x

    def type_or_none(self) -> Expr | None:
        """Type = TypeName [ TypeArgs ] | TypeLit | "(" Type ")" ; None if no type begins here."""
        tok = self.tok
        if tok == "name":
            return self.qualified_name(None)
        pos = self.positions[self.i]
        if tok == "*":
            self.next()
            return tree.StarExpr(pos, self.type_())
        if tok == "[":
            self.next()
            if self.got("]"):
                return tree.ArrayType(pos, None, self.type_())
            return self.array_type(pos, None)
        if tok == "map":
            self.next()
            self.want("[")
            key = self.type_()
            self.want("]")
            return tree.MapType(pos, key, self.type_())
        if tok == "struct":
            return self.struct_type()
        if tok == "interface":
            return self.interface_type()
        if tok == "func":
            self.next()
            return self.signature(pos, "function type")
        if tok == "chan":
            self.next()
            if self.got("<-"):
                return tree.ChanType(pos, "send", self.chan_elem())
            return tree.ChanType(pos, "both", self.chan_elem())
        if tok == "<-":
            self.next()
            self.want("chan")
            return tree.ChanType(pos, "recv", self.chan_elem())
        if tok == "(":
            self.next()
            x = self.type_()
            self.want(")")
            return x
        return None

    def chan_elem(self) -> Expr:
        """The element type of a channel type."""
        x = self.type_or_none()
        if x is None:
            x = self.bad_expr()
            self.syntax_error("missing channel element type")
        return x

    def array_type(self, pos: int, length: Expr | None) -> Expr:
        """ArrayType = "[" ( Expression | "..." ) "]" ElementType ; "[" and perhaps the length are consumed."""
        if length is None:
            if self.tok == "...":
                length = tree.Ellipsis(self.pos(), None)
                self.next()
            else:
                self.xnest += 1
                length = self.expr()
                self.xnest -= 1
        if self.tok == ",":
            self.syntax_error("unexpected comma; expected ]")
            self.next()
        self.want("]")
        return tree.ArrayType(pos, length, self.type_())

    def qualified_name(self, name: Ident | None) -> Expr:
        """TypeName = identifier | PackageName "." identifier ; with type arguments."""
        x: Expr
        if name is not None:
            x = name
        elif self.tok == "name":
            i = self.i
            x = Ident(self.positions[i], self.texts[i])
            self.i = i = i + 1
            self.tok = self.kinds[i]
        else:
            x = Ident(self.pos(), "_")
            self.syntax_error("expected name")
            self.advance(".", ";", "}")
        if self.tok == ".":
            self.next()
            x = SelectorExpr(x.pos, x, self.name())
        if self.tok == "[":
            x = self.type_instance(x)
        return x

    def type_instance(self, x: Expr) -> Expr:
        """TypeArgs = "[" TypeList [ "," ] "]" ."""
        lbrack = self.pos()
        self.want("[")
        if self.tok == "]":
            self.syntax_error("expected type argument list")
            args = [self.bad_expr()]
        else:
            args, _ = self.type_list(True)
        rbrack = self.pos()
        self.want("]")
        return _index(x, lbrack, args, rbrack)

    def type_list(self, strict: bool) -> tuple[list[Expr], bool]:
        """TypeList = Type { "," Type } [ "," ] ; not strict: first an expression.  And: was there a comma."""
        self.xnest += 1
        args = [self.type_() if strict else self.expr()]
        comma = False
        while self.tok == ",":
            self.next()
            comma = True
            x = self.type_or_none()
            if x is None:
                break
            args.append(x)
        self.xnest -= 1
        return args, comma

    def signature(self, pos: int, context: str) -> tree.FuncType:
        """Signature = [ TypeParams ] Parameters [ Result ] ; with a context, type parameters are not permitted."""
        type_params: FieldList | None = None
        start = self.pos()
        if self.tok == "[":
            self.next()
            if context:
                self.syntax_error_at(start, f"{context} must have no type parameters")
            if self.tok == "]":
                self.syntax_error("empty type parameter list")
                self.next()
            else:
                type_params = self.parameters(start, "]")
        start = self.pos()
        self.want("(")
        params = self.parameters(start, ")", dots=True)
        return tree.FuncType(pos, type_params, params, self.result())

    def result(self) -> FieldList | None:
        """Result = Parameters | Type ."""
        pos = self.pos()
        if self.tok == "(":
            self.next()
            return self.parameters(pos, ")")
        x = self.type_or_none()
        if x is None:
            return None
        return FieldList(pos, [Field(pos, [], x)], 0)

    def struct_type(self) -> tree.StructType:
        """StructType = "struct" "{" { FieldDecl ";" } "}" ."""
        pos = self.pos()
        self.next()
        start = self.pos()
        self.want("{")
        fields: list[Field] = []
        ok = True
        while ok and self.tok != "}" and self.tok != "EOF":
            self.field_decl(fields)
            ok = self.separator("struct type", ";", "}")
        end = self.pos()
        if ok:
            self.want("}")
        return tree.StructType(pos, FieldList(start, fields, end))

    def field_decl(self, fields: list[Field]) -> None:
        """FieldDecl = ( IdentifierList Type | EmbeddedField ) [ Tag ] ."""
        pos = self.pos()
        tok = self.tok
        x: Expr
        names: list[Ident] = []
        if tok == "name":
            name = self.name()
            if self.tok in (".", "literal", ";", "}"):
                x = self.qualified_name(name)
            else:
                names = [name]
                while self.got(","):
                    names.append(self.name())
                if len(names) == 1 and self.tok == "[":
                    x, embedded = self.array_or_type_args(name)
                    if embedded:
                        names = []
                else:
                    x = self.type_()
        elif tok == "*":
            self.next()
            if self.tok == "(":
                self.syntax_error("cannot parenthesize embedded type")
                self.next()
                x = self.qualified_name(None)
                self.got(")")
            else:
                x = self.qualified_name(None)
            x = tree.StarExpr(pos, x)
        elif tok == "(":
            self.syntax_error("cannot parenthesize embedded type")
            self.next()
            if self.tok == "*":
                star = self.pos()
                self.next()
                x = tree.StarExpr(star, self.qualified_name(None))
            else:
                x = self.qualified_name(None)
            self.got(")")
        else:
            self.syntax_error("expected field name or embedded type")
            self.advance(";", "}")
            return
        fields.append(Field(pos, names, x, self.literal_or_none()))

    def array_or_type_args(self, name: Ident) -> tuple[Expr, bool]:
        """After a name: "[" n "]" E is the type of that field or parameter; "[" T, ... "]" makes it a type (True)."""
        pos = self.pos()
        self.want("[")
        if self.got("]"):
            return tree.ArrayType(pos, None, self.type_()), False
        args, comma = self.type_list(False)
        rbrack = self.pos()
        self.want("]")
        if not comma:
            elem = self.type_or_none()
            if elem is not None:
                return tree.ArrayType(pos, args[0], elem), False
        return _index(name, pos, args, rbrack), True

    def interface_type(self) -> tree.InterfaceType:
        """InterfaceType = "interface" "{" { ( MethodElem | TypeElem ) ";" } "}" ."""
        pos = self.pos()
        self.next()
        start = self.pos()
        self.want("{")
        methods: list[Field] = []
        ok = True
        while ok and self.tok != "}" and self.tok != "EOF":
            field = self.method_elem() if self.tok == "name" else None
            if field is None or not field.names:
                field = self.embedded_elem(field)
            methods.append(field)
            ok = self.separator("interface type", ";", "}")
        end = self.pos()
        if ok:
            self.want("}")
        return tree.InterfaceType(pos, FieldList(start, methods, end))

    def method_elem(self) -> Field:
        """MethodElem = MethodName Signature ; or the name of an embedded type."""
        pos = self.pos()
        name = self.name()
        context = "interface method"
        if self.tok == "(":
            return Field(pos, [name], self.signature(pos, context))
        if self.tok != "[":
            return Field(pos, [], self.qualified_name(name))
        lbrack = self.pos()
        self.next()
        if self.tok == "]":
            rbrack = self.pos()
            self.next()
            if self.tok == "(":
                self.report(rbrack, "empty type parameter list")
                return Field(pos, [name], self.signature(pos, context))
            self.report(rbrack, "empty type argument list")
            return Field(pos, [], name)
        params = self.parameters(lbrack, "]", named=False)
        if not params.list:
            if self.tok == "(":
                return Field(pos, [name], self.signature(pos, context))
            return Field(pos, [], name)
        if params.list[0].names:
            field = Field(pos, [name], self.signature(pos, context))
            self.report(lbrack, "interface method must have no type parameters")
            return field
        return Field(pos, [], _index(name, lbrack, [f.type_expr for f in params.list], params.closing))

    def embedded_elem(self, field: Field | None) -> Field:
        """TypeElem = TypeTerm { "|" TypeTerm } ."""
        if field is None:
            field = Field(self.pos(), [], self.embedded_term())
        while self.tok == "|":
            op_pos = self.pos()
            self.next()
            field.type_expr = BinaryExpr(field.type_expr.pos, field.type_expr, op_pos, "|", self.embedded_term())
        return field

    def embedded_term(self) -> Expr:
        """TypeTerm = [ "~" ] Type ."""
        pos = self.pos()
        if self.got("~"):
            return tree.UnaryExpr(pos, "~", self.type_())
        x = self.type_or_none()
        if x is None:
            x = self.bad_expr()
            self.syntax_error("expected ~ term or type")
            self.advance(*PRECEDENCE, "!", "~", ";", ")", "]", "}")
        return x

    # -- parameters

    def parameters(
        self,
        pos: int,
        close: str,
        name: Ident | None = None,
        typ: Expr | None = None,
        *,
        dots: bool = False,
        named: bool = True,
    ) -> FieldList:
        """Parameters = "(" [ ParameterDecl { "," ParameterDecl } [ "," ] ] ")" ; the opening bracket is consumed.

        ``close`` "]" makes it a list of type parameters (TypeParams), of which the first name and constraint may have
        been consumed.  ``dots``: the last type may be variadic.  ``named``: type parameters must have names.
        """
        if name is not None and typ is not None and self.tok == close:
            end = self.pos()
            self.next()
            return FieldList(pos, [Field(name.pos, [name], typ)], end)
        params: list[_Param] = []
        ok = True
        while ok and self.tok != close and self.tok != "EOF":
            if typ is not None:
                assert name is not None
                params.append((name.pos, name, typ))
            else:
                param = self.parameter_decl(name, close)
                if param is not None:
                    params.append(param)
            name = typ = None
            ok = self.separator("parameter list", ",", close)
        end = self.pos()
        if ok:
            self.want(close)
        if not params:
            return FieldList(pos, [], end)
        fields = self.distribute(params, end, named and close == "]")
        self.check_dots(fields, dots)
        return FieldList(pos, fields, end)

    def distribute(self, params: list[_Param], end: int, names_required: bool) -> list[Field]:
        """Give every parameter its type: either all have names or none has; report a mixture."""
        named = sum(1 for _, name, typ in params if name is not None and typ is not None)
        if named == 0 and not names_required:
            return [Field(p, [], cast(Expr, typ if typ is not None else name)) for p, name, typ in params]
        fault = 0
        fields: list[Field] = []
        group: Field | None = None  # the field to which names without a type (to the left) belong
        for p, name, typ in reversed(params):
            if typ is not None:
                if name is None:
                    fault = tree.start(typ)
                    name = Ident(fault, "_")
                group = Field(p, [name], typ)
                fields.append(group)
                continue
            assert name is not None
            if group is None:
                fault = p
                fields.append(Field(p, [name], tree.BadExpr(p)))
            else:
                group.names.insert(0, name)
                group.pos = p
        fields.reverse()
        if fault:
            typed = sum(1 for _, _, typ in params if typ is not None)
            if named == typed:
                fault = end
                message = "missing type constraint" if names_required else "missing parameter type"
            elif names_required:
                message = "missing type parameter name"
                if len(params) == 1:
                    message += " or invalid array length"
            else:
                message = "missing parameter name"
            self.syntax_error_at(fault, message)
        return fields

    def check_dots(self, fields: list[Field], allowed: bool) -> None:
        """ "..." only with the final parameter; only the first misuse is reported."""
        first = True
        for i, f in enumerate(fields):
            x = f.type_expr
            if isinstance(x, tree.Ellipsis) and (not allowed or i + 1 < len(fields) or len(f.names) > 1):
                if first:
                    first = False
                    self.report(x.pos, "can only use ... with final parameter" if allowed else "invalid use of ...")
                f.type_expr = x.elt or self.bad_expr()

    def parameter_decl(self, name: Ident | None, close: str) -> _Param | None:
        """ParameterDecl = [ IdentifierList ] [ "..." ] Type ; a lone name has no type yet."""
        pos = self.positions[self.i]
        unions = close == "]"
        if name is not None:
            pos = name.pos
        elif unions and self.tok == "~":
            return pos, None, self.embedded_elem(None).type_expr
        typ: Expr | None
        if name is None and self.tok == "name":
            i = self.i
            name = Ident(pos, self.texts[i])
            self.i = i = i + 1
            self.tok = self.kinds[i]
        if name is not None:
            tok = self.tok
            if tok == "," or tok == close:
                return pos, name, None
            if tok == "[":
                typ, is_type = self.array_or_type_args(name)
                if unions and self.tok == "|":
                    typ = self.embedded_elem(Field(pos, [], typ)).type_expr
                return pos, None if is_type else name, typ
            if tok == ".":
                typ = self.qualified_name(name)
                if unions and self.tok == "|":
                    typ = self.embedded_elem(Field(pos, [], typ)).type_expr
                return pos, None, typ
            if unions and tok == "|":
                return pos, None, self.embedded_elem(Field(pos, [], name)).type_expr
        if self.tok == "...":
            at = self.pos()
            self.next()
            typ = self.type_or_none()
            if typ is None:
                self.syntax_error("... is missing type")
                return pos, name, self.bad_expr()
            return pos, name, tree.Ellipsis(at, typ)
        if unions and self.tok == "~":
            return pos, name, self.embedded_elem(None).type_expr
        typ = self.type_or_none()
        if unions and self.tok == "|" and typ is not None:
            typ = self.embedded_elem(Field(pos, [], typ)).type_expr
        if name is not None or typ is not None:
            return pos, name, typ
        self.syntax_error(f"expected {_spoken(close)}")
        self.advance(",", close)
        return None

    # -- expressions

    def expr(self) -> Expr:
        """Expression = UnaryExpr | Expression binary_op Expression ."""
        return self.binary_rest(self.unary(), 0)

    def binary_rest(self, x: Expr, level: int) -> Expr:
        """What follows an operand: binary_op UnaryExpr, as long as the operator binds more tightly than ``level``."""
        precedence = PRECEDENCE.get
        while True:
            op = self.tok
            p = precedence(op, 0)
            if p <= level:
                return x
            i = self.i
            op_pos = self.positions[i]
            self.i = i = i + 1
            self.tok = self.kinds[i]
            y = self.unary()
            if precedence(self.tok, 0) > p:
                y = self.binary_rest(y, p)
            x = BinaryExpr(x.pos, x, op_pos, op, y)

    def unary(self) -> Expr:
        """UnaryExpr = PrimaryExpr | unary_op UnaryExpr ."""
        tok = self.tok
        i = self.i
        if tok == "name":
            x = Ident(self.positions[i], self.texts[i])
            self.i = i = i + 1
            self.tok = tok = self.kinds[i]
            return self.primary_rest(x, True) if tok in _POSTFIX else x
        pos = self.positions[i]
        if tok == "*":
            self.next()
            return tree.StarExpr(pos, self.unary())
        if tok in _UNARY:
            self.next()
            return tree.UnaryExpr(pos, tok, self.unary())
        if tok == "&":
            self.next()
            return tree.UnaryExpr(pos, "&", tree.unparen(self.unary()))
        if tok == "<-":
            self.next()
            return self.receive(pos)
        return self.primary(True)

    def receive(self, pos: int) -> Expr:
        """ "<-" UnaryExpr : a receive operation, or a receive-only channel type whose "<-" has been consumed."""
        x = self.unary()
        if not isinstance(x, tree.ChanType):
            return tree.UnaryExpr(pos, "<-", x)
        # <-(chan E) is (<-chan E); <-(chan<- E) is (<-chan (<-E)): the arrows move one to the right
        send = True
        t: Expr = x
        while send and isinstance(t, tree.ChanType):
            send = t.dir == "send"
            if t.dir == "recv":
                self.syntax_error("unexpected <-, expected chan")
            t.dir = "recv"
            t = t.elem
        if send:
            self.syntax_error(f"unexpected {tree.expr_string(t)}, expected chan")
        x.pos = pos
        return x

    def primary(self, keep_parens: bool) -> Expr:
        """PrimaryExpr = Operand | Conversion | PrimaryExpr ( Selector | Index | Slice | TypeAssertion | Arguments )."""
        x = self.operand(keep_parens)
        return self.primary_rest(x, keep_parens) if self.tok in _POSTFIX else x

    def operand(self, keep_parens: bool) -> Expr:
        """Operand = Literal | OperandName | "(" Expression ")" ; and types."""
        tok = self.tok
        if tok == "literal":
            return self.literal()
        if tok == "name":
            return self.name()
        pos = self.positions[self.i]
        if tok == "(":
            self.next()
            self.xnest += 1
            x = self.binary_rest(self.unary(), 0)
            self.xnest -= 1
            rparen = self.positions[self.i]
            self.want(")")
            if keep_parens or self.tok == "{":
                return tree.ParenExpr(pos, x, rparen)
            return x
        if tok == "func":
            self.next()
            signature = self.signature(pos, "function type")
            if self.tok == "{":
                self.xnest += 1
                body = self.func_body()
                self.xnest -= 1
                return tree.FuncLit(pos, signature, body)
            return signature
        if tok in ("[", "chan", "map", "struct", "interface"):
            return self.type_()
        x = self.bad_expr()
        self.syntax_error("expected expression")
        self.advance(*_CLOSERS)
        return x

    def primary_rest(self, x: Expr, keep_parens: bool) -> Expr:
        """The selectors, indices, slices, assertions, arguments and literal values that follow an operand."""
        while True:
            tok = self.tok
            if tok == "(":
                i = self.i
                lparen = self.positions[i]
                self.i = i = i + 1
                self.tok = self.kinds[i]
                x = self.arguments(x, lparen)
            elif tok == ".":
                i = self.i + 1
                if self.kinds[i] == "name":
                    x = SelectorExpr(x.pos, x, Ident(self.positions[i], self.texts[i]))
                    self.i = i = i + 1
                    self.tok = self.kinds[i]
                else:
                    x = self.assertion(x)
            elif tok == "[":
                x = self.index_or_slice(x)
            elif tok == "{":
                t = tree.unparen(x)
                kind = type(t)
                if kind is Ident or kind is SelectorExpr:
                    if self.xnest < 0:
                        return x
                elif kind is tree.IndexExpr or kind is tree.IndexListExpr:
                    if self.xnest < 0 or _is_value(t):
                        return x
                elif kind not in (tree.ArrayType, tree.StructType, tree.MapType):
                    return x
                if t is not x:
                    self.syntax_error("cannot parenthesize type in composite literal")
                x = self.literal_value(x)
            else:
                return x

    def assertion(self, x: Expr) -> Expr:
        """TypeAssertion = "." "(" Type ")" ; and "." "(" "type" ")" of a type switch."""
        self.next()
        if self.tok != "(":
            self.syntax_error("expected name or (")
            self.advance(";", ")")
            return x
        lparen = self.pos()
        self.next()
        type_expr = None if self.got("type") else self.type_()
        rparen = self.pos()
        self.want(")")
        return tree.TypeAssertExpr(x.pos, x, lparen, type_expr, rparen)

    def index_or_slice(self, x: Expr) -> Expr:
        """Index = "[" Expression "]" ; Slice = "[" [ low ] ":" [ high ] [ ":" max ] "]" ; type arguments."""
        lbrack = self.pos()
        self.next()
        low: Expr | None = None
        if self.tok != ":":
            comma = False
            if self.tok == "]":
                self.syntax_error("expected operand")
                args = [self.bad_expr()]
            else:
                args, comma = self.type_list(False)
            low = args[0]
            if comma or self.tok == "]":
                rbrack = self.pos()
                self.want("]")
                return _index(x, lbrack, args, rbrack)
        if not self.got(":"):
            self.syntax_error("expected comma, : or ]")
            self.advance(",", ":", "]")
        self.xnest += 1
        high: Expr | None = None
        top: Expr | None = None
        slice3 = False
        if self.tok != ":" and self.tok != "]":
            high = self.expr()
        if self.tok == ":":
            slice3 = True
            if high is None:
                self.report(self.pos(), "middle index required in 3-index slice")
            self.next()
            if self.tok != "]":
                top = self.expr()
            else:
                self.report(self.pos(), "final index required in 3-index slice")
        self.xnest -= 1
        rbrack = self.pos()
        self.want("]")
        return tree.SliceExpr(x.pos, x, lbrack, low, high, top, slice3, rbrack)

    def arguments(self, fun: Expr, lparen: int) -> CallExpr:
        """Arguments = "(" [ ( ExpressionList | Type [ "," ExpressionList ] ) [ "..." ] [ "," ] ] ")" ."""
        args: list[Expr] = []
        ellipsis = 0
        self.xnest += 1
        ok = True
        while ok and self.tok != ")" and self.tok != "EOF":
            args.append(self.binary_rest(self.unary(), 0))
            if self.tok == ",":
                self.i = i = self.i + 1
                self.tok = self.kinds[i]
                continue
            if self.tok == ")":
                break
            if self.tok == "...":
                ellipsis = self.pos()
                self.next()
                ok = self.separator("argument list", ",", ")")
                break
            ok = self.separator("argument list", ",", ")")
        rparen = self.positions[self.i]
        if ok:
            self.want(")")
        self.xnest -= 1
        return CallExpr(fun.pos, fun, lparen, args, ellipsis, rparen)

    def literal_value(self, type_expr: Expr | None) -> tree.CompositeLit:
        """LiteralValue = "{" [ KeyedElement { "," KeyedElement } [ "," ] ] "}" ."""
        lbrace = self.positions[self.i]
        self.xnest += 1
        self.next()
        elts: list[Expr] = []
        ok = True
        while ok and self.tok != "}" and self.tok != "EOF":
            x = self.element()
            if self.tok == ":":
                colon = self.positions[self.i]
                self.next()
                x = tree.KeyValueExpr(x.pos, x, colon, self.element())
            elts.append(x)
            if self.tok == ",":
                self.i = i = self.i + 1
                self.tok = self.kinds[i]
            else:
                ok = self.separator("composite literal", ",", "}")
        rbrace = self.positions[self.i]
        if ok:
            self.want("}")
        self.xnest -= 1
        return tree.CompositeLit(type_expr.pos if type_expr is not None else lbrace, type_expr, lbrace, elts, rbrace)

    def element(self) -> Expr:
        """Key, Element = Expression | LiteralValue ."""
        if self.tok == "{":
            return self.literal_value(None)
        return self.binary_rest(self.unary(), 0)

    def literal_or_none(self) -> BasicLit | None:
        """A literal if there is one."""
        return self.literal() if self.tok == "literal" else None

    def literal(self) -> BasicLit:
        """BasicLit = int_lit | float_lit | imaginary_lit | rune_lit | string_lit ."""
        i = self.i
        text = self.texts[i]
        pos = self.positions[i]
        self.i = i = i + 1
        self.tok = self.kinds[i]
        c = text[0]
        if self.tokens.bad and pos in self.tokens.bad:
            return BasicLit(pos, "BAD", scanner.literal_text(text))
        if c == '"' or c == "`":
            data = scanner.string_bytes(text)
            return BasicLit(pos, "STRING", text if text.isascii() else scanner.literal_text(text), data)
        if c == "'":
            value = scanner.rune_value(text)
            return BasicLit(pos, "CHAR", text if text.isascii() else scanner.literal_text(text), None, value)
        if text.isdigit():
            return BasicLit(pos, "INT", text)
        if text[-1] == "i":
            return BasicLit(pos, "IMAG", text)
        low = text.lower()
        if low.startswith("0x"):
            return BasicLit(pos, "FLOAT" if "p" in low else "INT", text)
        return BasicLit(pos, "FLOAT" if "." in low or ("e" in low) else "INT", text)

    def name(self) -> Ident:
        """identifier, which must be there."""
        i = self.i
        if self.tok == "name":
            x = Ident(self.positions[i], self.texts[i])
            self.i = i = i + 1
            self.tok = self.kinds[i]
            return x
        x = Ident(self.positions[i], "_")
        self.syntax_error("expected name")
        self.advance()
        return x

    def name_list(self) -> list[Ident]:
        """IdentifierList = identifier { "," identifier } ."""
        names = [self.name()]
        while self.got(","):
            names.append(self.name())
        return names

    def expr_list(self) -> list[Expr]:
        """ExpressionList = Expression { "," Expression } ."""
        out = [self.binary_rest(self.unary(), 0)]
        while self.tok == ",":
            self.i = i = self.i + 1
            self.tok = self.kinds[i]
            out.append(self.binary_rest(self.unary(), 0))
        return out

    # -- statements

    def block(self, context: str) -> BlockStmt:
        """Block = "{" StatementList "}" ; ``context`` names what it belongs to, for the error when "{" is missing."""
        pos = self.positions[self.i]
        if self.tok == "{":
            self.i = i = self.i + 1
            self.tok = self.kinds[i]
        else:
            self.syntax_error(f"expected {{ after {context}")
            self.advance("name", "}")
            rbrace = self.pos()
            if self.got("}"):
                return BlockStmt(pos, [], rbrace)
        body = self.statement_list()
        rbrace = self.positions[self.i]
        self.want("}")
        return BlockStmt(pos, body, rbrace)

    def statement_list(self) -> list[Stmt]:
        """StatementList = { Statement ";" } ; the ";" may be left out before "}"."""
        out: list[Stmt] = []
        while self.tok not in _BLOCK_ENDS:
            s = self.statement()
            if s is None:
                break
            out.append(s)
            if self.tok == ";":
                self.i = i = self.i + 1
                self.tok = self.kinds[i]
            elif self.tok != "}":
                self.syntax_error("at end of statement")
                self.advance(";", "}", "case", "default")
                self.got(";")
        return out

    def statement(self) -> Stmt | None:
        """Statement ; None if none begins here."""
        tok = self.tok
        if tok == "name":
            lhs = self.expr_list()
            if self.tok == ":" and len(lhs) == 1:
                label = lhs[0]
                if type(label) is Ident:
                    return self.labeled(label)
            return self.simple_rest(lhs, "")
        if tok in _SIMPLE_STARTS:
            return self.simple_rest(self.expr_list(), "")
        method = _STATEMENTS.get(tok)
        return method(self) if method is not None else None

    def labeled(self, label: Ident) -> Stmt | None:
        """LabeledStmt = Label ":" Statement ."""
        colon = self.pos()
        self.want(":")
        if self.tok == "}":
            return tree.LabeledStmt(label.pos, label, colon, tree.EmptyStmt(self.pos(), True))
        s = self.statement()
        if s is None:
            self.syntax_error_at(colon, "missing statement after label")
            return None
        return tree.LabeledStmt(label.pos, label, colon, s)

    def simple(self, keyword: str) -> Stmt:
        """SimpleStmt ; ``keyword`` is the statement in whose header it stands ("for" permits a range clause)."""
        if keyword == "for" and self.tok == "range":
            return self.range_clause(self.pos(), [], 0, "")
        return self.simple_rest(self.expr_list(), keyword)

    def simple_rest(self, lhs: list[Expr], keyword: str) -> Stmt:
        """SimpleStmt = ExpressionStmt | SendStmt | IncDecStmt | Assignment | ShortVarDecl ; ``lhs`` is consumed."""
        tok = self.tok
        x = lhs[0]
        i = self.i
        pos = self.positions[i]
        if tok == "=" or tok == ":=":
            self.i = i = i + 1
            self.tok = self.kinds[i]
            if keyword == "for" and self.tok == "range":
                return self.range_clause(x.pos, lhs, pos, tok)
            return AssignStmt(x.pos, lhs, pos, tok, self.expr_list())
        if len(lhs) == 1:
            if tok in ASSIGN_OPS:
                self.next()
                return AssignStmt(x.pos, lhs, pos, tok, [self.expr()])
            if tok == "++" or tok == "--":
                self.next()
                return tree.IncDecStmt(x.pos, x, pos, tok)
            if tok == "<-":
                self.next()
                return tree.SendStmt(x.pos, x, pos, self.expr())
            return ExprStmt(x.pos, x)
        self.syntax_error("expected := or = or comma")
        self.advance(";", "}")
        return ExprStmt(x.pos, x)

    def range_clause(self, pos: int, lhs: list[Expr], tok_pos: int, tok: str) -> Stmt:
        """RangeClause = [ ExpressionList "=" | IdentifierList ":=" ] "range" Expression ; its body comes later."""
        range_pos = self.pos()
        self.next()
        x = self.expr()
        key = lhs[0] if lhs else None
        value = lhs[1] if len(lhs) > 1 else None
        extra = lhs[2] if len(lhs) > 2 else None
        return tree.RangeStmt(pos, key, value, tok_pos, tok, range_pos, x, BlockStmt(0, [], 0), extra)

    def header(self, keyword: str) -> tuple[Stmt | None, Stmt | None, Expr | None, Stmt | None]:
        """The header of if, switch and for: (init, condition as a statement, condition, post)."""
        self.want(keyword)
        if self.tok == "{":
            if keyword == "if":
                self.syntax_error("missing condition in if statement")
                return None, None, self.bad_expr(), None
            return None, None, None, None
        outer = self.xnest
        self.xnest = -1
        init: Stmt | None = None
        if self.tok != ";":
            if self.got("var"):
                self.syntax_error(f"var declaration not allowed in {keyword} initializer")
            init = self.simple(keyword)
            if type(init) is tree.RangeStmt:
                self.xnest = outer
                return init, None, None, None
        post: Stmt | None = None
        semicolon = 0
        semicolon_text = ""
        if self.tok == "{":
            init, cond = None, init
        else:
            if self.tok == ";":
                semicolon = self.pos()
                semicolon_text = self.texts[self.i]
                self.next()
            else:
                self.want("{")
                if self.tok != "{":
                    self.advance("{", "}")
            cond, post = self.header_rest(keyword)
        result = self.condition(cond, keyword, semicolon, semicolon_text)
        self.xnest = outer
        return init, cond, result, post

    def header_rest(self, keyword: str) -> tuple[Stmt | None, Stmt | None]:
        """Condition and post statement, after the first ";"."""
        if keyword != "for":
            return (self.simple(keyword) if self.tok != "{" else None), None
        cond: Stmt | None = None
        post: Stmt | None = None
        if self.tok != ";":
            if self.tok == "{":
                self.syntax_error("expected for loop condition")
                return None, None
            cond = self.simple("")
        self.want(";")
        if self.tok != "{":
            post = self.simple("")
            if isinstance(post, AssignStmt) and post.tok == ":=":
                self.syntax_error_at(post.tok_pos, "cannot declare in post statement of for loop")
        return cond, post

    def condition(self, cond: Stmt | None, keyword: str, semicolon: int, semicolon_text: str) -> Expr | None:
        """The expression of a condition statement; anything but an expression is reported."""
        if cond is None:
            if keyword != "if" or not semicolon:
                return None
            if semicolon_text not in (";", "semicolon"):
                self.syntax_error_at(semicolon, f"unexpected {semicolon_text}, expected {{ after if clause")
            else:
                self.syntax_error_at(semicolon, "missing condition in if statement")
            return tree.BadExpr(semicolon)
        if isinstance(cond, ExprStmt):
            return cond.x
        if keyword == "switch" and _guard(cond) is not None:
            return None
        if isinstance(cond, AssignStmt) and cond.tok == "=":
            text = f"assignment {_emphasized(cond.lhs)} = {_emphasized(cond.rhs)}"
        else:
            text = tree.stmt_string(cond)
        self.syntax_error_at(_operator_pos(cond), f"cannot use {text} as value")
        return tree.BadExpr(cond.pos)

    def if_stmt(self) -> Stmt:
        """IfStmt = "if" [ SimpleStmt ";" ] Expression Block [ "else" ( IfStmt | Block ) ] ."""
        pos = self.pos()
        init, _, cond, _ = self.header("if")
        body = self.block("if clause")
        els: Stmt | None = None
        if self.got("else"):
            if self.tok == "if":
                els = self.if_stmt()
            elif self.tok == "{":
                els = self.block("")
            else:
                self.syntax_error("else must be followed by if or statement block")
                self.advance("name", "}")
        return tree.IfStmt(pos, init, cond or self.bad_expr(), body, els)

    def for_stmt(self) -> Stmt:
        """ForStmt = "for" [ Condition | ForClause | RangeClause ] Block ."""
        pos = self.pos()
        init, _, cond, post = self.header("for")
        body = self.block("for clause")
        if isinstance(init, tree.RangeStmt):
            init.pos = pos
            init.body = body
            return init
        return tree.ForStmt(pos, init, cond, post, body)

    def switch_stmt(self) -> Stmt:
        """SwitchStmt = ExprSwitchStmt | TypeSwitchStmt ."""
        pos = self.pos()
        init, cond, tag, _ = self.header("switch")
        lbrace = self.pos()
        if not self.got("{"):
            self.syntax_error("missing { after switch clause")
            self.advance("case", "default", "}")
        clauses: list[Stmt] = []
        while self.tok != "EOF" and self.tok != "}":
            clauses.append(self.case_clause())
        body = BlockStmt(lbrace, clauses, self.pos())
        self.want("}")
        if cond is not None and _guard(cond) is not None:
            return tree.TypeSwitchStmt(pos, init, cond, body)
        return tree.SwitchStmt(pos, init, tag, body)

    def case_clause(self) -> tree.CaseClause:
        """ExprCaseClause, TypeCaseClause = ( "case" ExpressionList | "default" ) ":" StatementList ."""
        pos = self.pos()
        cases: list[Expr] | None = None
        if self.tok == "case":
            self.next()
            cases = self.expr_list()
        elif self.tok == "default":
            self.next()
        else:
            self.syntax_error("expected case or default or }")
            self.advance(":", "case", "default", "}")
        colon = self.pos()
        self.want(":")
        return tree.CaseClause(pos, cases, colon, self.statement_list())

    def select_stmt(self) -> Stmt:
        """SelectStmt = "select" "{" { CommClause } "}" ."""
        pos = self.pos()
        self.next()
        lbrace = self.pos()
        if not self.got("{"):
            self.syntax_error("missing { after select clause")
            self.advance("case", "default", "}")
        clauses: list[Stmt] = []
        while self.tok != "EOF" and self.tok != "}":
            clauses.append(self.comm_clause())
        body = BlockStmt(lbrace, clauses, self.pos())
        self.want("}")
        return tree.SelectStmt(pos, body)

    def comm_clause(self) -> tree.CommClause:
        """CommClause = ( "case" ( SendStmt | RecvStmt ) | "default" ) ":" StatementList ; checked later."""
        pos = self.pos()
        comm: Stmt | None = None
        if self.tok == "case":
            self.next()
            comm = self.simple("")
        elif self.tok == "default":
            self.next()
        else:
            self.syntax_error("expected case or default or }")
            self.advance(":", "case", "default", "}")
        colon = self.pos()
        self.want(":")
        return tree.CommClause(pos, comm, colon, self.statement_list())

    def call_stmt(self) -> Stmt:
        """GoStmt = "go" Expression ; DeferStmt = "defer" Expression ; that it is a call is checked later."""
        pos = self.pos()
        word = self.tok
        self.next()
        x = self.primary(self.tok == "(")
        inner = tree.unparen(x)
        if inner is not x:
            self.report(x.pos, f"expression in {word} must not be parenthesized")
        call = cast(CallExpr, inner)
        return tree.GoStmt(pos, call) if word == "go" else tree.DeferStmt(pos, call)

    def decl_stmt(self) -> Stmt:
        """A declaration as a statement."""
        pos = self.pos()
        return tree.DeclStmt(pos, self.gen_decl())

    def branch_stmt(self) -> Stmt:
        """BreakStmt, ContinueStmt, GotoStmt, FallthroughStmt."""
        pos = self.pos()
        word = cast('Literal["break", "continue", "goto", "fallthrough"]', self.tok)
        self.next()
        label: Ident | None = None
        if word == "goto" or (word != "fallthrough" and self.tok == "name"):
            label = self.name()
        return tree.BranchStmt(pos, word, label)

    def return_stmt(self) -> Stmt:
        """ReturnStmt = "return" [ ExpressionList ] ."""
        pos = self.positions[self.i]
        self.next()
        results: list[Expr] = []
        if self.tok != ";" and self.tok != "}":
            results = self.expr_list()
        return tree.ReturnStmt(pos, results)

    def empty_stmt(self) -> Stmt:
        """EmptyStmt = . ; the ";" itself is left to the caller."""
        return tree.EmptyStmt(self.pos(), self.texts[self.i] != ";")

    def block_stmt(self) -> Stmt:
        """A block as a statement."""
        return self.block("")


_STATEMENTS: Final = {
    "var": Parser.decl_stmt,
    "const": Parser.decl_stmt,
    "type": Parser.decl_stmt,
    "{": Parser.block_stmt,
    "for": Parser.for_stmt,
    "switch": Parser.switch_stmt,
    "select": Parser.select_stmt,
    "if": Parser.if_stmt,
    "fallthrough": Parser.branch_stmt,
    "break": Parser.branch_stmt,
    "continue": Parser.branch_stmt,
    "goto": Parser.branch_stmt,
    "go": Parser.call_stmt,
    "defer": Parser.call_stmt,
    "return": Parser.return_stmt,
    ";": Parser.empty_stmt,
}


def _spoken(kind: str) -> str:
    """A kind of token in the words of an error message."""
    if kind == ",":
        return "comma"
    if kind == ";":
        return "semicolon or newline"
    return f"keyword {kind}" if kind in KEYWORDS else kind


def _index(x: Expr, lbrack: int, args: list[Expr], rbrack: int) -> Expr:
    """x[args]."""
    if len(args) == 1:
        return tree.IndexExpr(x.pos, x, lbrack, args[0], rbrack)
    return tree.IndexListExpr(x.pos, x, lbrack, args, rbrack)


def _guard(s: Stmt) -> tree.TypeAssertExpr | None:
    """The y.(type) of a type switch header, if that is what the statement is."""
    x: Expr | None = None
    if isinstance(s, ExprStmt):
        x = s.x
    elif isinstance(s, AssignStmt) and s.tok == ":=" and len(s.lhs) == len(s.rhs) == 1 and isinstance(s.lhs[0], Ident):
        x = s.rhs[0]
    return x if isinstance(x, tree.TypeAssertExpr) and x.type_expr is None else None


def _operator_pos(s: Stmt) -> int:
    """Where gc reports a simple statement: at its operator."""
    if isinstance(s, (AssignStmt, tree.IncDecStmt)):
        return s.tok_pos
    return s.arrow if isinstance(s, tree.SendStmt) else s.pos


def _emphasized(exprs: list[Expr]) -> str:
    """Text of one side of an assignment; a binary expression in parentheses, so that the "=" stands out."""
    text = ", ".join(tree.expr_string(x) for x in exprs)
    return f"({text})" if len(exprs) == 1 and isinstance(exprs[0], BinaryExpr) else text


def _is_value(x: Expr) -> bool:
    """Whether x cannot be a type (so that "x {" does not begin a composite literal)."""
    if isinstance(x, (BasicLit, tree.CompositeLit, tree.FuncLit, tree.SliceExpr, tree.TypeAssertExpr, CallExpr)):
        return True
    if isinstance(x, (tree.UnaryExpr, BinaryExpr)):
        return True
    if isinstance(x, tree.ParenExpr):
        return _is_value(x.x)
    if isinstance(x, tree.IndexExpr):
        return _is_value(x.x) or _is_value(x.index)
    return False


def _param_of(x: Expr, force: bool) -> tuple[Ident | None, Expr | None]:
    """Split "P *C", "P (C)" or "P *C|Q", parsed as an expression, into a type parameter's name and constraint."""
    if isinstance(x, Ident):
        return x, None
    if isinstance(x, BinaryExpr):
        if x.op == "*":
            if isinstance(x.x, Ident) and (force or _is_type_elem(x.y)):
                return x.x, tree.StarExpr(x.op_pos, x.y)
        elif x.op == "|":
            name, left = _param_of(x.x, force or _is_type_elem(x.y))
            if name is not None and left is not None:
                return name, BinaryExpr(left.pos, left, x.op_pos, "|", x.y)
    elif isinstance(x, CallExpr):
        if isinstance(x.fun, Ident) and len(x.args) == 1 and not x.ellipsis and (force or _is_type_elem(x.args[0])):
            return x.fun, tree.unparen(x.args[0])
    return None, x


def _is_type_elem(x: Expr) -> bool:
    """Whether x can only be a type or a constraint element."""
    if isinstance(x, (tree.ArrayType, tree.StructType, tree.FuncType, tree.InterfaceType, tree.MapType, tree.ChanType)):
        return True
    if isinstance(x, BinaryExpr):
        return _is_type_elem(x.x) or _is_type_elem(x.y)
    if isinstance(x, tree.UnaryExpr):
        return x.op == "~" or _is_type_elem(x.x)
    if isinstance(x, (tree.ParenExpr, tree.StarExpr)):
        return _is_type_elem(x.x)
    return False
