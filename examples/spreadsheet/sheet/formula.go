package sheet

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

type expr interface{ eval(s *Sheet) Value }

type (
	literal   struct{ value Value }
	reference struct{ name Name }
	span      struct{ from, to Name }
	operation struct {
		op          byte
		left, right expr
	}
	call struct {
		name string
		args []expr
	}
)

var (
	errEnd    = errors.New("formula ends too early")
	errSyntax = errors.New("syntax error")
)

// visit calls f for each cell a formula uses.
func visit(e expr, f func(Name)) {
	switch e := e.(type) {
	case reference:
		f(e.name)
	case span:
		e.each(f)
	case operation:
		visit(e.left, f)
		visit(e.right, f)
	case call:
		for _, a := range e.args {
			visit(a, f)
		}
	}
}

func (r span) each(f func(Name)) {
	for row := r.from.Row; row <= r.to.Row; row++ {
		for col := r.from.Col; col <= r.to.Col; col++ {
			f(Name{col, row})
		}
	}
}

func (l literal) eval(*Sheet) Value     { return l.value }
func (r reference) eval(s *Sheet) Value { return s.Get(r.name) }
func (r span) eval(*Sheet) Value        { return Failure{"RANGE"} }

func (o operation) eval(s *Sheet) Value {
	a, b := o.left.eval(s), o.right.eval(s)
	for _, v := range []Value{a, b} {
		if f, ok := v.(Failure); ok {
			return f
		}
	}
	if o.op == '&' {
		return Text(a.String() + b.String())
	}
	x, ok1 := a.(Number)
	y, ok2 := b.(Number)
	if !ok1 || !ok2 {
		return Failure{"TYPE"}
	}
	switch o.op {
	case '+':
		return x + y
	case '-':
		return x - y
	case '*':
		return x * y
	case '/':
		if y == 0 {
			return Failure{"DIV0"}
		}
		return x / y
	case '^':
		return Number(math.Pow(float64(x), float64(y)))
	case '<', '>':
		if x < y == (o.op == '<') && x != y {
			return Number(1)
		}
		return Number(0)
	}
	return Failure{"OP"}
}

var functions = map[string]func(ns []float64) (float64, error){
	"SUM": func(ns []float64) (t float64, _ error) {
		for _, n := range ns {
			t += n
		}
		return
	},
	"COUNT": func(ns []float64) (float64, error) { return float64(len(ns)), nil },
	"AVG": func(ns []float64) (t float64, err error) {
		if len(ns) == 0 {
			return 0, errors.New("EMPTY")
		}
		for _, n := range ns {
			t += n
		}
		return t / float64(len(ns)), nil
	},
	"MAX": func(ns []float64) (float64, error) {
		best := math.Inf(-1)
		for _, n := range ns {
			best = math.Max(best, n)
		}
		return best, nil
	},
	"ROUND": func(ns []float64) (float64, error) {
		if len(ns) != 2 {
			return 0, errors.New("ARGS")
		}
		k := math.Pow(10, ns[1])
		return math.Floor(ns[0]*k+0.5) / k, nil
	},
}

func (c call) eval(s *Sheet) Value {
	if c.name == "IF" {
		if len(c.args) != 3 {
			return Failure{"ARGS"}
		}
		switch v := c.args[0].eval(s).(type) {
		case Failure:
			return v
		case Number:
			if v != 0 {
				return c.args[1].eval(s)
			}
		}
		return c.args[2].eval(s)
	}
	f, ok := functions[c.name]
	if !ok {
		return Failure{"NAME"}
	}
	var ns []float64
	var bad Value
	add := func(v Value) {
		switch v := v.(type) {
		case Number:
			ns = append(ns, float64(v))
		case Failure:
			bad = v
		}
	}
	for _, a := range c.args {
		if r, ok := a.(span); ok {
			r.each(func(n Name) {
				if s.cells[n] != nil {
					add(s.Get(n))
				}
			})
			continue
		}
		add(a.eval(s))
	}
	if bad != nil {
		return bad
	}
	v, err := f(ns)
	if err != nil {
		return Failure{err.Error()}
	}
	return Number(v)
}

type parser struct {
	src string
	pos int
}

func parse(src string) (e expr, err error) {
	p := &parser{src: src}
	defer func() {
		if r := recover(); r != nil {
			pe, ok := r.(error)
			if !ok {
				panic(r)
			}
			e, err = nil, fmt.Errorf("at %d of %q: %w", p.pos+1, src, pe)
		}
	}()
	e = p.binary(0)
	if p.peek() != 0 {
		panic(errSyntax)
	}
	return e, nil
}

func (p *parser) peek() byte {
	for p.pos < len(p.src) && p.src[p.pos] == ' ' {
		p.pos++
	}
	if p.pos == len(p.src) {
		return 0
	}
	return p.src[p.pos]
}

var levels = []string{"<>", "&", "+-", "*/", "^"}

func (p *parser) binary(level int) expr {
	if level == len(levels) {
		return p.unary()
	}
	left := p.binary(level + 1)
	for {
		c := p.peek()
		if c == 0 || strings.IndexByte(levels[level], c) < 0 {
			return left
		}
		p.pos++
		left = operation{c, left, p.binary(level + 1)}
	}
}

func (p *parser) unary() expr {
	if p.peek() == '-' {
		p.pos++
		return operation{'-', literal{Number(0)}, p.unary()}
	}
	return p.primary()
}

func (p *parser) word(ok func(c byte) bool) string {
	start := p.pos
	for p.pos < len(p.src) && ok(p.src[p.pos]) {
		p.pos++
	}
	return p.src[start:p.pos]
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' || c == '.' }
func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' }

func (p *parser) primary() expr {
	switch c := p.peek(); {
	case c == 0:
		panic(errEnd)
	case c == '(':
		p.pos++
		e := p.binary(0)
		p.expect(')')
		return e
	case c == '"':
		end := strings.IndexByte(p.src[p.pos+1:], '"')
		if end < 0 {
			panic(errEnd)
		}
		text := p.src[p.pos+1 : p.pos+1+end]
		p.pos += end + 2
		return literal{Text(text)}
	case isDigit(c):
		f, err := strconv.ParseFloat(p.word(isDigit), 64)
		if err != nil {
			panic(errSyntax)
		}
		return literal{Number(f)}
	case isUpper(c):
		return p.named(p.word(isUpper))
	}
	panic(errSyntax)
}

func (p *parser) named(word string) expr {
	if p.peek() == '(' {
		p.pos++
		c := call{name: word}
		for p.peek() != ')' {
			if len(c.args) > 0 {
				p.expect(',')
			}
			c.args = append(c.args, p.binary(0))
		}
		p.pos++
		return c
	}
	from, err := ParseName(word)
	if err != nil {
		panic(err)
	}
	if p.peek() != ':' {
		return reference{from}
	}
	p.pos++
	p.peek()
	to, err := ParseName(p.word(isUpper))
	if err != nil {
		panic(err)
	}
	return span{from, to}
}

func (p *parser) expect(c byte) {
	if p.peek() != c {
		if p.peek() == 0 {
			panic(errEnd)
		}
		panic(errSyntax)
	}
	p.pos++
}
