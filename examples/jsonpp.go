// Jsonpp reads JSON from standard input and prints it indented, with sorted keys and statistics; errors name line and
// column. Several values may follow one another.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"sort"
	"strconv"
	"strings"
	"unicode/utf16"
)

type object struct {
	keys   []string
	fields map[string]interface{}
}

type decoder struct {
	in        *bufio.Reader
	line, col int
	depth     int
}

type syntaxError struct {
	line, col int
	msg       string
}

func (e *syntaxError) Error() string { return fmt.Sprintf("%d:%d: %s", e.line, e.col, e.msg) }

func (d *decoder) read() rune {
	r, _, err := d.in.ReadRune()
	if err != nil {
		if err == io.EOF {
			d.fail("unexpected end of input")
		}
		d.fail("%v", err)
	}
	d.col++
	if r == '\n' {
		d.line++
		d.col = 0
	}
	return r
}

func (d *decoder) unread(r rune) {
	d.in.UnreadRune()
	d.col--
	if r == '\n' {
		d.line--
	}
}

func (d *decoder) fail(format string, args ...interface{}) {
	panic(&syntaxError{d.line, d.col, fmt.Sprintf(format, args...)})
}

func (d *decoder) space() rune {
	for {
		if r := d.read(); !strings.ContainsRune(" \t\r\n", r) {
			return r
		}
	}
}

func (d *decoder) value(r rune) interface{} {
	if d.depth++; d.depth > 200 {
		d.fail("nested too deeply")
	}
	defer func() { d.depth-- }()
	switch {
	case r == '{':
		return d.object()
	case r == '[':
		list := []interface{}{}
		if r = d.space(); r == ']' {
			return list
		}
		for {
			list = append(list, d.value(r))
			switch r = d.space(); r {
			case ']':
				return list
			case ',':
				r = d.space()
			default:
				d.fail("expected , or ] in array, found %q", r)
			}
		}
	case r == '"':
		return d.text()
	case r == '-' || r >= '0' && r <= '9':
		return d.number(r)
	case r == 't':
		d.word("true")
		return true
	case r == 'f':
		d.word("false")
		return false
	case r == 'n':
		d.word("null")
		return nil
	}
	d.fail("unexpected %q", r)
	return nil
}

func (d *decoder) object() *object {
	o := &object{fields: map[string]interface{}{}}
	r := d.space()
	if r == '}' {
		return o
	}
	for {
		if r != '"' {
			d.fail("expected a key, found %q", r)
		}
		key := d.text()
		if r = d.space(); r != ':' {
			d.fail("expected : after key %q, found %q", key, r)
		}
		if _, twice := o.fields[key]; !twice {
			o.keys = append(o.keys, key)
		}
		o.fields[key] = d.value(d.space())
		switch r = d.space(); r {
		case '}':
			return o
		case ',':
			r = d.space()
		default:
			d.fail("expected , or } in object, found %q", r)
		}
	}
}

func (d *decoder) word(w string) {
	for _, want := range w[1:] {
		if r := d.read(); r != want {
			d.fail("expected %s, found %q", w, r)
		}
	}
}

func (d *decoder) hex() (n rune) {
	for i := 0; i < 4; i++ {
		r := d.read()
		v, err := strconv.ParseUint(string(r), 16, 8)
		if err != nil {
			d.fail("bad hexadecimal digit %q", r)
		}
		n = n<<4 | rune(v)
	}
	return
}

func (d *decoder) text() string {
	var b strings.Builder
	for {
		switch r := d.read(); {
		case r == '"':
			return b.String()
		case r == '\\':
			e := d.read()
			if i := strings.IndexRune(`"\/bfnrt`, e); i >= 0 {
				b.WriteByte("\"\\/\b\f\n\r\t"[i])
				continue
			}
			if e != 'u' {
				d.fail("unknown escape \\%c", e)
			}
			c := d.hex()
			if utf16.IsSurrogate(c) {
				if d.read() != '\\' || d.read() != 'u' {
					d.fail("half of a surrogate pair")
				}
				c = utf16.DecodeRune(c, d.hex())
			}
			b.WriteRune(c)
		case r < ' ':
			d.fail("control character in string")
		default:
			b.WriteRune(r)
		}
	}
}

func (d *decoder) number(r rune) float64 {
	var b strings.Builder
	for strings.ContainsRune("+-.eE0123456789", r) {
		b.WriteRune(r)
		var err error
		if r, _, err = d.in.ReadRune(); err != nil {
			r = 0
			break
		}
		d.col++
	}
	if r != 0 {
		d.in.UnreadRune()
		d.col--
	}
	text := b.String()
	f, err := strconv.ParseFloat(text, 64)
	digits := strings.TrimPrefix(text, "-")
	if err != nil && !errors.Is(err, strconv.ErrRange) || len(digits) > 1 && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9' ||
		strings.HasSuffix(text, ".") || text[0] == '+' {
		d.fail("bad number %s", text)
	}
	return f
}

// next decodes one value; io.EOF when there is none left.
func (d *decoder) next() (v interface{}, err error) {
	for {
		r, _, e := d.in.ReadRune()
		if e != nil {
			return nil, e
		}
		d.col++
		if r == '\n' {
			d.line++
			d.col = 0
		}
		if strings.ContainsRune(" \t\r\n", r) {
			continue
		}
		defer func() {
			if x := recover(); x != nil {
				s, ok := x.(*syntaxError)
				if !ok {
					panic(x)
				}
				v, err = nil, s
			}
		}()
		d.depth = 0
		return d.value(r), nil
	}
}

func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ':
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

type printer struct {
	out  *bufio.Writer
	seen map[string]int
	sum  float64
	deep int
}

func (p *printer) print(v interface{}, level int) {
	if level > p.deep {
		p.deep = level
	}
	nl := "\n" + strings.Repeat("  ", level+1)
	end := nl[:len(nl)-2]
	switch v := v.(type) {
	case nil:
		p.seen["null"]++
		p.out.WriteString("null")
	case bool:
		p.seen["bool"]++
		fmt.Fprint(p.out, v)
	case float64:
		p.seen["number"]++
		p.sum += v
		if v == math.Trunc(v) && math.Abs(v) < 1e15 {
			fmt.Fprintf(p.out, "%.0f", v)
		} else {
			p.out.WriteString(strconv.FormatFloat(v, 'g', -1, 64))
		}
	case string:
		p.seen["string"]++
		p.out.WriteString(quote(v))
	case []interface{}:
		p.seen["array"]++
		if short := p.short(v); short {
			p.out.WriteByte('[')
			for i, x := range v {
				if i > 0 {
					p.out.WriteString(", ")
				}
				p.print(x, level+1)
			}
			p.out.WriteByte(']')
			return
		}
		p.out.WriteByte('[')
		for i, x := range v {
			if i > 0 {
				p.out.WriteByte(',')
			}
			p.out.WriteString(nl)
			p.print(x, level+1)
		}
		p.out.WriteString(end + "]")
	case *object:
		p.seen["object"]++
		if len(v.keys) == 0 {
			p.out.WriteString("{}")
			return
		}
		keys := append([]string(nil), v.keys...)
		sort.Strings(keys)
		p.out.WriteByte('{')
		for i, k := range keys {
			if i > 0 {
				p.out.WriteByte(',')
			}
			p.out.WriteString(nl + quote(k) + ": ")
			p.print(v.fields[k], level+1)
		}
		p.out.WriteString(end + "}")
	}
}

// short says whether an array has only plain values and few of them.
func (p *printer) short(list []interface{}) bool {
	for _, v := range list {
		switch v.(type) {
		case []interface{}, *object:
			return false
		}
	}
	return len(list) <= 8
}

func main() {
	d := &decoder{in: bufio.NewReader(os.Stdin), line: 1}
	p := &printer{out: bufio.NewWriter(os.Stdout), seen: map[string]int{}}
	defer p.out.Flush()
	for n := 1; ; n++ {
		v, err := d.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			fmt.Fprintf(p.out, "error: %v\n", err)
			rest, _ := d.in.ReadString('\n')
			d.line, d.col = d.line+1, 0
			fmt.Fprintf(p.out, "skipped %d characters\n", len(strings.TrimSuffix(rest, "\n")))
			continue
		}
		p.print(v, 0)
		p.out.WriteByte('\n')
	}
	var kinds []string
	for k, n := range p.seen {
		kinds = append(kinds, fmt.Sprintf("%s %d", k, n))
	}
	sort.Strings(kinds)
	fmt.Fprintf(p.out, "%s, depth %d, sum of numbers %g\n", strings.Join(kinds, ", "), p.deep, p.sum)
}
