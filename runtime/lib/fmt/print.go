// Package fmt formats values as text and reads them back.
package fmt

import (
	"internal/bytealg"
	"io"
	"os"
	"reflect"
	"strconv"
	"sync"
	"unicode/utf8"
)

// State is what a Formatter is given to write to.
type State interface {
	// Write writes formatted output.
	Write(b []byte) (n int, err error)
	// Width returns the width and whether there is one.
	Width() (wid int, ok bool)
	// Precision returns the precision and whether there is one.
	Precision() (prec int, ok bool)
	// Flag reports whether the flag character c was given.
	Flag(c int) bool
}

// Formatter is implemented by a value that formats itself for every verb.
type Formatter interface {
	Format(f State, verb rune)
}

// Stringer is implemented by a value that has a text of its own.
type Stringer interface {
	String() string
}

// GoStringer is implemented by a value that has a text of its own for %#v.
type GoStringer interface {
	GoString() string
}

// FormatString returns the directive that state and verb stand for.
func FormatString(state State, verb rune) string {
	b := []byte{'%'}
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			b = append(b, byte(c))
		}
	}
	if w, ok := state.Width(); ok {
		b = strconv.AppendInt(b, int64(w), 10)
	}
	if p, ok := state.Precision(); ok {
		b = append(b, '.')
		b = strconv.AppendInt(b, int64(p), 10)
	}
	b = utf8.AppendRune(b, verb)
	return string(b)
}

type buffer []byte

// pp is the state of one printing call; it is kept for reuse.
type pp struct {
	buf        buffer
	arg        any
	value      reflect.Value
	fmt        formatter
	reordered  bool
	goodArgNum bool
	panicking  bool
	erroring   bool
	wrapErrs   bool
	wrapped    []int
}

var ppFree = sync.Pool{New: func() any { return new(pp) }}

func newPrinter() *pp {
	p := ppFree.Get().(*pp)
	p.panicking = false
	p.erroring = false
	p.wrapErrs = false
	p.fmt.buf = (*[]byte)(&p.buf)
	p.fmt.clear()
	return p
}

func (p *pp) free() {
	if cap(p.buf) > 64*1024 {
		p.buf = nil
	} else {
		p.buf = p.buf[:0]
	}
	p.arg = nil
	p.value = reflect.Value{}
	p.wrapped = p.wrapped[:0]
	ppFree.Put(p)
}

func (p *pp) Width() (wid int, ok bool) { return p.fmt.wid, p.fmt.widPresent }

func (p *pp) Precision() (prec int, ok bool) { return p.fmt.prec, p.fmt.precPresent }

func (p *pp) Flag(c int) bool {
	switch c {
	case '-':
		return p.fmt.minus
	case '+':
		return p.fmt.plus || p.fmt.plusV
	case '#':
		return p.fmt.sharp || p.fmt.sharpV
	case ' ':
		return p.fmt.space
	case '0':
		return p.fmt.zero
	}
	return false
}

func (p *pp) Write(b []byte) (n int, err error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}

func (p *pp) WriteString(s string) (n int, err error) {
	p.buf = append(p.buf, s...)
	return len(s), nil
}

func (p *pp) str(s string) { p.buf = append(p.buf, s...) }
func (p *pp) byte(c byte)  { p.buf = append(p.buf, c) }

// Fprintf writes formatted text to w.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.doPrintf(format, a)
	n, err = w.Write(p.buf)
	p.free()
	return n, err
}

// Printf writes formatted text to standard output.
func Printf(format string, a ...any) (n int, err error) {
	return Fprintf(os.Stdout, format, a...)
}

// Sprintf returns formatted text.
func Sprintf(format string, a ...any) string {
	p := newPrinter()
	p.doPrintf(format, a)
	s := string(p.buf)
	p.free()
	return s
}

// Appendf appends formatted text to b.
func Appendf(b []byte, format string, a ...any) []byte {
	p := newPrinter()
	p.doPrintf(format, a)
	b = append(b, p.buf...)
	p.free()
	return b
}

// Fprint writes its operands to w, with a space between two that are no strings.
func Fprint(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.doPrint(a)
	n, err = w.Write(p.buf)
	p.free()
	return n, err
}

// Print writes its operands to standard output.
func Print(a ...any) (n int, err error) { return Fprint(os.Stdout, a...) }

// Sprint returns its operands as text.
func Sprint(a ...any) string {
	p := newPrinter()
	p.doPrint(a)
	s := string(p.buf)
	p.free()
	return s
}

// Append appends its operands as text to b.
func Append(b []byte, a ...any) []byte {
	p := newPrinter()
	p.doPrint(a)
	b = append(b, p.buf...)
	p.free()
	return b
}

// Fprintln writes its operands to w with spaces between and a newline at the end.
func Fprintln(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.doPrintln(a)
	n, err = w.Write(p.buf)
	p.free()
	return n, err
}

// Println writes its operands to standard output with spaces between and a newline at the end.
func Println(a ...any) (n int, err error) { return Fprintln(os.Stdout, a...) }

// Sprintln returns its operands with spaces between and a newline at the end.
func Sprintln(a ...any) string {
	p := newPrinter()
	p.doPrintln(a)
	s := string(p.buf)
	p.free()
	return s
}

// Appendln appends its operands with spaces between and a newline at the end.
func Appendln(b []byte, a ...any) []byte {
	p := newPrinter()
	p.doPrintln(a)
	b = append(b, p.buf...)
	p.free()
	return b
}

// getField is field i of v; an interface is followed to what it holds.
func getField(v reflect.Value, i int) reflect.Value {
	val := v.Field(i)
	if val.Kind() == reflect.Interface && !val.IsNil() {
		val = val.Elem()
	}
	return val
}

func tooLarge(x int) bool { return x > 1000000 || x < -1000000 }

// parsenum reads a number in s[start:end].
func parsenum(s string, start, end int) (num int, isnum bool, newi int) {
	for newi = start; newi < end && '0' <= s[newi] && s[newi] <= '9'; newi++ {
		if tooLarge(num) {
			return 0, false, end
		}
		num = num*10 + int(s[newi]-'0')
		isnum = true
	}
	return num, isnum, newi
}

func (p *pp) badVerb(verb rune) {
	p.erroring = true
	p.str("%!")
	p.buf = utf8.AppendRune(p.buf, verb)
	p.byte('(')
	switch {
	case p.arg != nil:
		p.str(reflect.TypeOf(p.arg).String())
		p.byte('=')
		p.printArg(p.arg, 'v')
	case p.value.IsValid():
		p.str(p.value.Type().String())
		p.byte('=')
		p.printValue(p.value, 'v', 0)
	default:
		p.str("<nil>")
	}
	p.byte(')')
	p.erroring = false
}

func (p *pp) fmtBool(v bool, verb rune) {
	switch verb {
	case 't', 'v':
		p.fmt.fmtBoolean(v)
	default:
		p.badVerb(verb)
	}
}

// fmt0x64 writes a number in hexadecimal with or without 0x.
func (p *pp) fmt0x64(v uint64, leading0x bool) {
	sharp := p.fmt.sharp
	p.fmt.sharp = leading0x
	p.fmt.fmtInteger(v, 16, false, 'v', ldigits)
	p.fmt.sharp = sharp
}

func (p *pp) fmtInteger(v uint64, isSigned bool, verb rune) {
	switch verb {
	case 'v':
		if p.fmt.sharpV && !isSigned {
			p.fmt0x64(v, true)
		} else {
			p.fmt.fmtInteger(v, 10, isSigned, verb, ldigits)
		}
	case 'd':
		p.fmt.fmtInteger(v, 10, isSigned, verb, ldigits)
	case 'b':
		p.fmt.fmtInteger(v, 2, isSigned, verb, ldigits)
	case 'o', 'O':
		p.fmt.fmtInteger(v, 8, isSigned, verb, ldigits)
	case 'x':
		p.fmt.fmtInteger(v, 16, isSigned, verb, ldigits)
	case 'X':
		p.fmt.fmtInteger(v, 16, isSigned, verb, udigits)
	case 'c':
		p.fmt.fmtC(v)
	case 'q':
		p.fmt.fmtQc(v)
	case 'U':
		p.fmt.fmtUnicode(v)
	default:
		p.badVerb(verb)
	}
}

func (p *pp) fmtFloat(v float64, size int, verb rune) {
	switch verb {
	case 'v':
		p.fmt.fmtFloat(v, size, 'g', -1)
	case 'b', 'g', 'G', 'x', 'X':
		p.fmt.fmtFloat(v, size, verb, -1)
	case 'f', 'e', 'E':
		p.fmt.fmtFloat(v, size, verb, 6)
	case 'F':
		p.fmt.fmtFloat(v, size, 'f', 6)
	default:
		p.badVerb(verb)
	}
}

func (p *pp) fmtComplex(v complex128, size int, verb rune) {
	switch verb {
	case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E':
		plus := p.fmt.plus
		p.byte('(')
		p.fmtFloat(real(v), size/2, verb)
		p.fmt.plus = true
		p.fmtFloat(imag(v), size/2, verb)
		p.str("i)")
		p.fmt.plus = plus
	default:
		p.badVerb(verb)
	}
}

func (p *pp) fmtString(v string, verb rune) {
	switch verb {
	case 'v':
		if p.fmt.sharpV {
			p.fmt.fmtQ(v)
		} else {
			p.fmt.fmtS(v)
		}
	case 's':
		p.fmt.fmtS(v)
	case 'x':
		p.fmt.fmtSx(v, ldigits)
	case 'X':
		p.fmt.fmtSx(v, udigits)
	case 'q':
		p.fmt.fmtQ(v)
	default:
		p.badVerb(verb)
	}
}

func (p *pp) fmtBytes(v []byte, verb rune, typeString string) {
	switch verb {
	case 'v', 'd':
		if p.fmt.sharpV {
			p.str(typeString)
			if v == nil {
				p.str("(nil)")
				return
			}
			p.byte('{')
			for i, c := range v {
				if i > 0 {
					p.str(", ")
				}
				p.fmt0x64(uint64(c), true)
			}
			p.byte('}')
		} else {
			p.byte('[')
			for i, c := range v {
				if i > 0 {
					p.byte(' ')
				}
				p.fmt.fmtInteger(uint64(c), 10, false, verb, ldigits)
			}
			p.byte(']')
		}
	case 's':
		p.fmt.fmtBs(v)
	case 'x':
		p.fmt.fmtBx(v, ldigits)
	case 'X':
		p.fmt.fmtBx(v, udigits)
	case 'q':
		p.fmt.fmtQ(string(v))
	default:
		p.printValue(reflect.ValueOf(v), verb, 0)
	}
}

func (p *pp) fmtPointer(value reflect.Value, verb rune) {
	var u uintptr
	switch value.Kind() {
	case reflect.Chan, reflect.Func, reflect.Map, reflect.Pointer, reflect.Slice, reflect.UnsafePointer:
		u = value.Pointer()
	default:
		p.badVerb(verb)
		return
	}
	switch verb {
	case 'v':
		if p.fmt.sharpV {
			p.byte('(')
			p.str(value.Type().String())
			p.str(")(")
			if u == 0 {
				p.str("nil")
			} else {
				p.fmt0x64(uint64(u), true)
			}
			p.byte(')')
		} else if u == 0 {
			p.fmt.padString("<nil>")
		} else {
			p.fmt0x64(uint64(u), !p.fmt.sharp)
		}
	case 'p':
		p.fmt0x64(uint64(u), !p.fmt.sharp)
	case 'b', 'o', 'd', 'x', 'X':
		p.fmtInteger(uint64(u), false, verb)
	default:
		p.badVerb(verb)
	}
}

// catchPanic prints a panic of a method of arg.
func (p *pp) catchPanic(arg any, verb rune, method string) {
	err := recover()
	if err == nil {
		return
	}
	if v := reflect.ValueOf(arg); v.Kind() == reflect.Pointer && v.IsNil() {
		p.str("<nil>")
		return
	}
	if p.panicking {
		panic(err)
	}
	old := p.fmt.flags
	p.fmt.clear()
	p.str("%!")
	p.buf = utf8.AppendRune(p.buf, verb)
	p.str("(PANIC=")
	p.str(method)
	p.str(" method: ")
	p.panicking = true
	p.printArg(err, 'v')
	p.panicking = false
	p.byte(')')
	p.fmt.flags = old
}

// handleMethods formats an operand that formats itself, and reports whether it does.
func (p *pp) handleMethods(verb rune) (handled bool) {
	if p.erroring {
		return false
	}
	if verb == 'w' {
		_, ok := p.arg.(error)
		if !ok || !p.wrapErrs {
			p.badVerb(verb)
			return true
		}
		verb = 'v'
	}
	if f, ok := p.arg.(Formatter); ok {
		handled = true
		defer p.catchPanic(p.arg, verb, "Format")
		f.Format(p, verb)
		return true
	}
	if p.fmt.sharpV {
		if s, ok := p.arg.(GoStringer); ok {
			handled = true
			defer p.catchPanic(p.arg, verb, "GoString")
			p.fmt.fmtS(s.GoString())
			return true
		}
		return false
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch v := p.arg.(type) {
		case error:
			handled = true
			defer p.catchPanic(p.arg, verb, "Error")
			p.fmtString(v.Error(), verb)
			return true
		case Stringer:
			handled = true
			defer p.catchPanic(p.arg, verb, "String")
			p.fmtString(v.String(), verb)
			return true
		}
	}
	return false
}

// printArg formats one operand.
func (p *pp) printArg(arg any, verb rune) {
	p.arg = arg
	p.value = reflect.Value{}
	if arg == nil {
		switch verb {
		case 'T', 'v':
			p.fmt.padString("<nil>")
		default:
			p.badVerb(verb)
		}
		return
	}
	switch verb {
	case 'T':
		p.fmt.fmtS(reflect.TypeOf(arg).String())
		return
	case 'p':
		p.fmtPointer(reflect.ValueOf(arg), 'p')
		return
	}
	switch f := arg.(type) {
	case string:
		p.fmtString(f, verb)
	case int:
		p.fmtInteger(uint64(f), true, verb)
	case bool:
		p.fmtBool(f, verb)
	case float64:
		p.fmtFloat(f, 64, verb)
	case float32:
		p.fmtFloat(float64(f), 32, verb)
	case complex64:
		p.fmtComplex(complex128(f), 64, verb)
	case complex128:
		p.fmtComplex(f, 128, verb)
	case int8:
		p.fmtInteger(uint64(f), true, verb)
	case int16:
		p.fmtInteger(uint64(f), true, verb)
	case int32:
		p.fmtInteger(uint64(f), true, verb)
	case int64:
		p.fmtInteger(uint64(f), true, verb)
	case uint:
		p.fmtInteger(uint64(f), false, verb)
	case uint8:
		p.fmtInteger(uint64(f), false, verb)
	case uint16:
		p.fmtInteger(uint64(f), false, verb)
	case uint32:
		p.fmtInteger(uint64(f), false, verb)
	case uint64:
		p.fmtInteger(f, false, verb)
	case uintptr:
		p.fmtInteger(uint64(f), false, verb)
	case []byte:
		p.fmtBytes(f, verb, "[]byte")
	case reflect.Value:
		if f.IsValid() && f.CanInterface() {
			p.arg = f.Interface()
			if p.handleMethods(verb) {
				return
			}
		}
		p.printValue(f, verb, 0)
	default:
		if !p.handleMethods(verb) {
			p.printValue(reflect.ValueOf(f), verb, 0)
		}
	}
}

// printValue formats a value by its kind; depth > 0 means inside another. It is one function, as in Go, because traces
// through methods of parts show it.
func (p *pp) printValue(value reflect.Value, verb rune, depth int) {
	if depth > 0 && value.IsValid() {
		if value.CanInterface() {
			p.arg = value.Interface()
			if p.handleMethods(verb) {
				return
			}
		} else {
			p.arg = nil
			p.value = value
		}
	}
	switch f := value; value.Kind() {
	case reflect.Invalid:
		if depth == 0 {
			p.str("<invalid reflect.Value>")
		} else if verb == 'v' {
			p.str("<nil>")
		} else {
			p.badVerb(verb)
		}
	case reflect.Bool:
		p.fmtBool(f.Bool(), verb)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		p.fmtInteger(uint64(f.Int()), true, verb)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		p.fmtInteger(f.Uint(), false, verb)
	case reflect.Float32:
		p.fmtFloat(f.Float(), 32, verb)
	case reflect.Float64:
		p.fmtFloat(f.Float(), 64, verb)
	case reflect.Complex64:
		p.fmtComplex(f.Complex(), 64, verb)
	case reflect.Complex128:
		p.fmtComplex(f.Complex(), 128, verb)
	case reflect.String:
		p.fmtString(f.String(), verb)
	case reflect.Map:
		if p.fmt.sharpV {
			p.str(f.Type().String())
			if f.IsNil() {
				p.str("(nil)")
				return
			}
			p.byte('{')
		} else {
			p.str("map[")
		}
		for i, e := range sortedEntries(f) {
			if i > 0 {
				if p.fmt.sharpV {
					p.str(", ")
				} else {
					p.byte(' ')
				}
			}
			p.printValue(e.key, verb, depth+1)
			p.byte(':')
			p.printValue(e.value, verb, depth+1)
		}
		if p.fmt.sharpV {
			p.byte('}')
		} else {
			p.byte(']')
		}
	case reflect.Struct:
		if p.fmt.sharpV {
			p.str(f.Type().String())
		}
		p.byte('{')
		t := f.Type()
		for i, n := 0, f.NumField(); i < n; i++ {
			if i > 0 {
				if p.fmt.sharpV {
					p.str(", ")
				} else {
					p.byte(' ')
				}
			}
			if p.fmt.plusV || p.fmt.sharpV {
				if name := t.Field(i).Name; name != "" {
					p.str(name)
					p.byte(':')
				}
			}
			p.printValue(getField(f, i), verb, depth+1)
		}
		p.byte('}')
	case reflect.Interface:
		value := f.Elem()
		if !value.IsValid() {
			if p.fmt.sharpV {
				p.str(f.Type().String())
				p.str("(nil)")
			} else {
				p.str("<nil>")
			}
		} else {
			p.printValue(value, verb, depth+1)
		}
	case reflect.Array, reflect.Slice:
		switch verb {
		case 's', 'q', 'x', 'X':
			// A list of bytes is a text for these verbs.
			t := f.Type()
			if t.Elem().Kind() == reflect.Uint8 {
				var b []byte
				if f.Kind() == reflect.Slice || f.CanAddr() {
					b = f.Bytes()
				} else {
					b = make([]byte, f.Len())
					for i := range b {
						b[i] = byte(f.Index(i).Uint())
					}
				}
				p.fmtBytes(b, verb, t.String())
				return
			}
		}
		if p.fmt.sharpV {
			p.str(f.Type().String())
			if f.Kind() == reflect.Slice && f.IsNil() {
				p.str("(nil)")
				return
			}
			p.byte('{')
			for i := 0; i < f.Len(); i++ {
				if i > 0 {
					p.str(", ")
				}
				p.printValue(f.Index(i), verb, depth+1)
			}
			p.byte('}')
			return
		}
		p.byte('[')
		for i := 0; i < f.Len(); i++ {
			if i > 0 {
				p.byte(' ')
			}
			p.printValue(f.Index(i), verb, depth+1)
		}
		p.byte(']')
	case reflect.Pointer:
		if depth == 0 && f.Pointer() != 0 {
			switch a := f.Elem(); a.Kind() {
			case reflect.Array, reflect.Slice, reflect.Struct, reflect.Map:
				p.byte('&')
				p.printValue(a, verb, depth+1)
				return
			}
		}
		p.fmtPointer(f, verb)
	case reflect.Chan, reflect.Func, reflect.UnsafePointer:
		p.fmtPointer(f, verb)
	default:
		p.str("%!")
		p.buf = utf8.AppendRune(p.buf, verb)
		p.str("(?")
		p.str(f.Type().String())
		p.byte('?')
		p.byte(')')
	}
}

// intFromArg takes operand argNum as a width or precision.
func intFromArg(a []any, argNum int) (num int, isInt bool, newArgNum int) {
	newArgNum = argNum
	if argNum < len(a) {
		num, isInt = a[argNum].(int)
		if !isInt {
			switch v := reflect.ValueOf(a[argNum]); v.Kind() {
			case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
				n := v.Int()
				if int64(int(n)) == n {
					num = int(n)
					isInt = true
				}
			case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
				n := v.Uint()
				if int64(n) >= 0 && uint64(int(n)) == n {
					num = int(n)
					isInt = true
				}
			}
		}
		newArgNum = argNum + 1
		if tooLarge(num) {
			num = 0
			isInt = false
		}
	}
	return num, isInt, newArgNum
}

// parseArgNumber reads "[n]" at the start of format.
func parseArgNumber(format string) (index int, wid int, ok bool) {
	if len(format) < 3 {
		return 0, 1, false
	}
	for i := 1; i < len(format); i++ {
		if format[i] == ']' {
			width, ok, newi := parsenum(format, 1, i)
			if !ok || newi != i {
				return 0, i + 1, false
			}
			return width - 1, i + 1, true
		}
	}
	return 0, 1, false
}

func (p *pp) argNumber(argNum int, format string, i int, numArgs int) (newArgNum, newi int, found bool) {
	if len(format) <= i || format[i] != '[' {
		return argNum, i, false
	}
	p.reordered = true
	index, wid, ok := parseArgNumber(format[i:])
	if ok && 0 <= index && index < numArgs {
		return index, i + wid, true
	}
	p.goodArgNum = false
	return argNum, i + wid, ok
}

func (p *pp) badArgNum(verb rune) {
	p.str("%!")
	p.buf = utf8.AppendRune(p.buf, verb)
	p.str("(BADINDEX)")
}

func (p *pp) missingArg(verb rune) {
	p.str("%!")
	p.buf = utf8.AppendRune(p.buf, verb)
	p.str("(MISSING)")
}

func (p *pp) doPrintf(format string, a []any) {
	end := len(format)
	argNum := 0
	afterIndex := false
	p.reordered = false
	for i := 0; i < end; {
		p.goodArgNum = true
		n := bytealg.IndexByteString(format[i:], '%')
		if n < 0 {
			p.buf = append(p.buf, format[i:]...)
			break
		}
		p.buf = append(p.buf, format[i:i+n]...)
		i += n
		i++
		p.fmt.clear()
	flags:
		for ; i < end; i++ {
			c := format[i]
			switch c {
			case '#':
				p.fmt.sharp = true
			case '0':
				p.fmt.zero = true
			case '+':
				p.fmt.plus = true
			case '-':
				p.fmt.minus = true
			case ' ':
				p.fmt.space = true
			default:
				// The usual verb without width or precision.
				if 'a' <= c && c <= 'z' && argNum < len(a) {
					switch c {
					case 'w':
						p.wrapped = append(p.wrapped, argNum)
						fallthrough
					case 'v':
						p.fmt.sharpV = p.fmt.sharp
						p.fmt.sharp = false
						p.fmt.plusV = p.fmt.plus
						p.fmt.plus = false
					}
					p.printArg(a[argNum], rune(c))
					argNum++
					i++
					goto next
				}
				break flags
			}
		}
		if afterIndex = false; i < end && format[i] == '[' {
			argNum, i, afterIndex = p.argNumber(argNum, format, i, len(a))
		}
		if i < end && format[i] == '*' {
			i++
			p.fmt.wid, p.fmt.widPresent, argNum = intFromArg(a, argNum)
			if !p.fmt.widPresent {
				p.str("%!(BADWIDTH)")
			}
			if p.fmt.wid < 0 {
				p.fmt.wid = -p.fmt.wid
				p.fmt.minus = true
				p.fmt.zero = false
			}
			afterIndex = false
		} else {
			p.fmt.wid, p.fmt.widPresent, i = parsenum(format, i, end)
			if afterIndex && p.fmt.widPresent {
				p.goodArgNum = false
			}
		}
		if i+1 < end && format[i] == '.' {
			i++
			if afterIndex {
				p.goodArgNum = false
			}
			argNum, i, afterIndex = p.argNumber(argNum, format, i, len(a))
			if i < end && format[i] == '*' {
				i++
				p.fmt.prec, p.fmt.precPresent, argNum = intFromArg(a, argNum)
				if p.fmt.prec < 0 {
					p.fmt.prec = 0
					p.fmt.precPresent = false
				}
				if !p.fmt.precPresent {
					p.str("%!(BADPREC)")
				}
				afterIndex = false
			} else {
				p.fmt.prec, p.fmt.precPresent, i = parsenum(format, i, end)
				if !p.fmt.precPresent {
					p.fmt.prec = 0
					p.fmt.precPresent = true
				}
			}
		}
		if !afterIndex && i < end && format[i] == '[' {
			argNum, i, afterIndex = p.argNumber(argNum, format, i, len(a))
		}
		if i >= end {
			p.str("%!(NOVERB)")
			break
		}
		{
			verb, size := rune(format[i]), 1
			if verb >= utf8.RuneSelf {
				verb, size = utf8.DecodeRuneInString(format[i:])
			}
			i += size
			switch {
			case verb == '%':
				p.byte('%')
			case !p.goodArgNum:
				p.badArgNum(verb)
			case argNum >= len(a):
				p.missingArg(verb)
			default:
				switch verb {
				case 'w':
					p.wrapped = append(p.wrapped, argNum)
					fallthrough
				case 'v':
					p.fmt.sharpV = p.fmt.sharp
					p.fmt.sharp = false
					p.fmt.plusV = p.fmt.plus
					p.fmt.plus = false
				}
				p.printArg(a[argNum], verb)
				argNum++
			}
		}
	next:
	}
	if !p.reordered && argNum < len(a) {
		p.fmt.clear()
		p.str("%!(EXTRA ")
		for i, arg := range a[argNum:] {
			if i > 0 {
				p.str(", ")
			}
			if arg == nil {
				p.str("<nil>")
			} else {
				p.str(reflect.TypeOf(arg).String())
				p.byte('=')
				p.printArg(arg, 'v')
			}
		}
		p.byte(')')
	}
}

func (p *pp) doPrint(a []any) {
	prevString := false
	for i, arg := range a {
		isString := arg != nil && reflect.TypeOf(arg).Kind() == reflect.String
		if i > 0 && !isString && !prevString {
			p.byte(' ')
		}
		p.printArg(arg, 'v')
		prevString = isString
	}
}

func (p *pp) doPrintln(a []any) {
	for i, arg := range a {
		if i > 0 {
			p.byte(' ')
		}
		p.printArg(arg, 'v')
	}
	p.byte('\n')
}
