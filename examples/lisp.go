// Lisp is a small Scheme: it reads expressions from standard input, evaluates them and prints the results.
// It has numbers, strings, symbols, pairs, closures, macros, tail calls without growth and errors that don't end it.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"sort"
	"strconv"
	"strings"
)

type (
	value  interface{}
	symbol string
	pair   struct{ car, cdr value }
	null   struct{}

	procedure struct {
		name string
		fn   func(args []value) (value, error)
	}
	lambda struct {
		name   string
		params []symbol
		rest   symbol
		body   []value
		env    *scope
		macro  bool
	}
	scope struct {
		vars  map[symbol]value
		outer *scope
	}
)

var empty = null{}

func (s *scope) find(name symbol) *scope {
	for ; s != nil; s = s.outer {
		if _, ok := s.vars[name]; ok {
			return s
		}
	}
	return nil
}

// Reading.

type reader struct {
	in   *bufio.Reader
	line int
}

var errEnd = errors.New("end of input")

func (r *reader) next() (rune, error) {
	c, _, err := r.in.ReadRune()
	if c == '\n' {
		r.line++
	}
	return c, err
}

func (r *reader) skip() (rune, error) {
	for {
		c, err := r.next()
		if err != nil {
			return 0, err
		}
		switch {
		case c == ';':
			for c != '\n' {
				if c, err = r.next(); err != nil {
					return 0, err
				}
			}
		case !strings.ContainsRune(" \t\r\n", c):
			return c, nil
		}
	}
}

func (r *reader) read() (value, error) {
	c, err := r.skip()
	if err == io.EOF {
		return nil, errEnd
	}
	if err != nil {
		return nil, err
	}
	switch c {
	case '(':
		return r.list()
	case ')':
		return nil, fmt.Errorf("line %d: unexpected )", r.line)
	case '\'', '`', ',':
		names := map[rune]symbol{'\'': "quote", '`': "quasiquote", ',': "unquote"}
		v, err := r.read()
		if err != nil {
			return nil, err
		}
		return &pair{names[c], &pair{v, empty}}, nil
	case '"':
		return r.text()
	}
	var b strings.Builder
	for {
		b.WriteRune(c)
		c, err = r.next()
		if err != nil {
			break
		}
		if strings.ContainsRune(" \t\r\n()'\";", c) {
			if c == '\n' {
				r.line--
			}
			r.in.UnreadRune()
			break
		}
	}
	return atom(b.String()), nil
}

func (r *reader) list() (value, error) {
	start := r.line
	c, err := r.skip()
	if err != nil {
		return nil, fmt.Errorf("line %d: list is not closed", start)
	}
	if c == ')' {
		return empty, nil
	}
	r.in.UnreadRune()
	head, err := r.read()
	if err != nil {
		return nil, err
	}
	if head == symbol(".") {
		tail, err := r.read()
		if err != nil {
			return nil, err
		}
		if c, err := r.skip(); err != nil || c != ')' {
			return nil, fmt.Errorf("line %d: one value must follow the dot", r.line)
		}
		return tail, nil
	}
	tail, err := r.list()
	if err != nil {
		return nil, err
	}
	return &pair{head, tail}, nil
}

func (r *reader) text() (value, error) {
	var b strings.Builder
	for {
		c, err := r.next()
		if err != nil {
			return nil, errors.New("string is not closed")
		}
		switch c {
		case '"':
			return b.String(), nil
		case '\\':
			if c, err = r.next(); err == nil && c == 'n' {
				c = '\n'
			}
		}
		b.WriteRune(c)
	}
}

func atom(word string) value {
	if n, err := strconv.ParseInt(word, 10, 64); err == nil {
		return n
	}
	if f, err := strconv.ParseFloat(word, 64); err == nil {
		return f
	}
	switch word {
	case "#t":
		return true
	case "#f":
		return false
	}
	return symbol(word)
}

// Printing.

func show(v value) string {
	switch v := v.(type) {
	case nil:
		return "unspecified"
	case null:
		return "()"
	case bool:
		if v {
			return "#t"
		}
		return "#f"
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case string:
		return strconv.Quote(v)
	case symbol:
		return string(v)
	case *procedure:
		return "#<procedure " + v.name + ">"
	case *lambda:
		if v.macro {
			return "#<macro " + v.name + ">"
		}
		return "#<lambda " + v.name + ">"
	case *pair:
		var b strings.Builder
		b.WriteByte('(')
		for {
			b.WriteString(show(v.car))
			next, ok := v.cdr.(*pair)
			if !ok {
				if v.cdr != value(empty) {
					b.WriteString(" . " + show(v.cdr))
				}
				break
			}
			b.WriteByte(' ')
			v = next
		}
		b.WriteByte(')')
		return b.String()
	}
	return fmt.Sprintf("#<%T>", v)
}

// Evaluating.

func items(v value) ([]value, error) {
	var list []value
	for {
		switch p := v.(type) {
		case null:
			return list, nil
		case *pair:
			list = append(list, p.car)
			v = p.cdr
		default:
			return nil, fmt.Errorf("improper list ending in %s", show(v))
		}
	}
}

func toList(vs []value, tail value) value {
	for i := len(vs) - 1; i >= 0; i-- {
		tail = &pair{vs[i], tail}
	}
	return tail
}

func makeLambda(name string, params value, body []value, env *scope) (*lambda, error) {
	l := &lambda{name: name, body: body, env: env}
	for {
		switch p := params.(type) {
		case null:
			return l, nil
		case symbol:
			l.rest = p
			return l, nil
		case *pair:
			s, ok := p.car.(symbol)
			if !ok {
				return nil, fmt.Errorf("parameter %s is not a symbol", show(p.car))
			}
			l.params = append(l.params, s)
			params = p.cdr
		default:
			return nil, fmt.Errorf("bad parameters %s", show(params))
		}
	}
}

func (l *lambda) bind(args []value) (*scope, error) {
	if len(args) < len(l.params) || (l.rest == "" && len(args) > len(l.params)) {
		return nil, fmt.Errorf("%s wants %d arguments, got %d", show(l), len(l.params), len(args))
	}
	s := &scope{make(map[symbol]value, len(args)), l.env}
	for i, p := range l.params {
		s.vars[p] = args[i]
	}
	if l.rest != "" {
		s.vars[l.rest] = toList(args[len(l.params):], empty)
	}
	return s, nil
}

func truth(v value) bool { b, ok := v.(bool); return !ok || b }

func eval(v value, env *scope) (value, error) {
	for {
		switch x := v.(type) {
		case symbol:
			s := env.find(x)
			if s == nil {
				return nil, fmt.Errorf("undefined: %s", x)
			}
			return s.vars[x], nil
		case *pair:
			if name, ok := x.car.(symbol); ok {
				if form, ok := forms[name]; ok {
					args, err := items(x.cdr)
					if err != nil {
						return nil, err
					}
					result, tail, tailEnv, err := form(args, env)
					if err != nil {
						return nil, err
					}
					if tailEnv == nil {
						return result, nil
					}
					v, env = tail, tailEnv
					continue
				}
			}
			f, err := eval(x.car, env)
			if err != nil {
				return nil, err
			}
			args, err := items(x.cdr)
			if err != nil {
				return nil, err
			}
			if m, ok := f.(*lambda); ok && m.macro {
				if v, err = apply(&lambda{name: m.name, params: m.params, rest: m.rest, body: m.body, env: m.env}, args); err != nil {
					return nil, err
				}
				continue
			}
			for i, a := range args {
				if args[i], err = eval(a, env); err != nil {
					return nil, err
				}
			}
			l, ok := f.(*lambda)
			if !ok {
				return apply(f, args)
			}
			if env, err = l.bind(args); err != nil {
				return nil, err
			}
			if v, err = sequence(l.body, env); err != nil {
				return nil, err
			}
		default:
			return v, nil
		}
	}
}

// sequence evaluates all but the last expression, which is left to the caller's loop.
func sequence(body []value, env *scope) (value, error) {
	if len(body) == 0 {
		return nil, nil
	}
	for _, e := range body[:len(body)-1] {
		if _, err := eval(e, env); err != nil {
			return nil, err
		}
	}
	return body[len(body)-1], nil
}

func apply(f value, args []value) (value, error) {
	switch f := f.(type) {
	case *procedure:
		v, err := f.fn(args)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.name, err)
		}
		return v, nil
	case *lambda:
		env, err := f.bind(args)
		if err != nil {
			return nil, err
		}
		v, err := sequence(f.body, env)
		if err != nil {
			return nil, err
		}
		return eval(v, env)
	}
	return nil, fmt.Errorf("%s is not a procedure", show(f))
}

// A form gets its arguments unevaluated. It gives a result, or an expression to evaluate in tail position.
type form func(args []value, env *scope) (result, tail value, tailEnv *scope, err error)

var forms map[symbol]form

func init() {
	forms = map[symbol]form{
		"quote": func(args []value, env *scope) (value, value, *scope, error) { return args[0], nil, nil, nil },
		"quasiquote": func(args []value, env *scope) (value, value, *scope, error) {
			v, err := quasi(args[0], env)
			return v, nil, nil, err
		},
		"if": func(args []value, env *scope) (value, value, *scope, error) {
			c, err := eval(args[0], env)
			if err != nil {
				return nil, nil, nil, err
			}
			if truth(c) {
				return nil, args[1], env, nil
			}
			if len(args) > 2 {
				return nil, args[2], env, nil
			}
			return nil, nil, nil, nil
		},
		"define": func(args []value, env *scope) (value, value, *scope, error) {
			target := args[0]
			if p, ok := target.(*pair); ok {
				name := p.car.(symbol)
				l, err := makeLambda(string(name), p.cdr, args[1:], env)
				env.vars[name] = l
				return name, nil, nil, err
			}
			v, err := eval(args[1], env)
			if l, ok := v.(*lambda); ok && l.name == "" {
				l.name = string(target.(symbol))
			}
			env.vars[target.(symbol)] = v
			return target, nil, nil, err
		},
		"define-macro": func(args []value, env *scope) (value, value, *scope, error) {
			p := args[0].(*pair)
			l, err := makeLambda(string(p.car.(symbol)), p.cdr, args[1:], env)
			if err == nil {
				l.macro = true
				env.vars[p.car.(symbol)] = l
			}
			return p.car, nil, nil, err
		},
		"set!": func(args []value, env *scope) (value, value, *scope, error) {
			v, err := eval(args[1], env)
			if err != nil {
				return nil, nil, nil, err
			}
			s := env.find(args[0].(symbol))
			if s == nil {
				return nil, nil, nil, fmt.Errorf("set! of undefined %s", args[0])
			}
			s.vars[args[0].(symbol)] = v
			return nil, nil, nil, nil
		},
		"lambda": func(args []value, env *scope) (value, value, *scope, error) {
			l, err := makeLambda("", args[0], args[1:], env)
			return l, nil, nil, err
		},
		"begin": func(args []value, env *scope) (value, value, *scope, error) {
			v, err := sequence(args, env)
			return nil, v, env, err
		},
		"let": func(args []value, env *scope) (value, value, *scope, error) {
			bindings, err := items(args[0])
			if err != nil {
				return nil, nil, nil, err
			}
			inner := &scope{map[symbol]value{}, env}
			for _, b := range bindings {
				p := b.(*pair)
				v, err := eval(p.cdr.(*pair).car, env)
				if err != nil {
					return nil, nil, nil, err
				}
				inner.vars[p.car.(symbol)] = v
			}
			v, err := sequence(args[1:], inner)
			return nil, v, inner, err
		},
		"cond": func(args []value, env *scope) (value, value, *scope, error) {
			for _, clause := range args {
				p := clause.(*pair)
				ok := p.car == value(symbol("else"))
				if !ok {
					v, err := eval(p.car, env)
					if err != nil {
						return nil, nil, nil, err
					}
					ok = truth(v)
				}
				if ok {
					body, err := items(p.cdr)
					if err != nil {
						return nil, nil, nil, err
					}
					v, err := sequence(body, env)
					return nil, v, env, err
				}
			}
			return nil, nil, nil, nil
		},
		"and": func(args []value, env *scope) (value, value, *scope, error) {
			for i, a := range args {
				if i == len(args)-1 {
					return nil, a, env, nil
				}
				if v, err := eval(a, env); err != nil || !truth(v) {
					return v, nil, nil, err
				}
			}
			return true, nil, nil, nil
		},
	}
}

func quasi(v value, env *scope) (value, error) {
	p, ok := v.(*pair)
	if !ok {
		return v, nil
	}
	if p.car == value(symbol("unquote")) {
		return eval(p.cdr.(*pair).car, env)
	}
	head, err := quasi(p.car, env)
	if err != nil {
		return nil, err
	}
	tail, err := quasi(p.cdr, env)
	return &pair{head, tail}, err
}

// Procedures that are there from the start.

func arithmetic(ints func(a, b int64) (int64, error), floats func(a, b float64) float64) func([]value) (value, error) {
	return func(args []value) (value, error) {
		if len(args) == 0 {
			return nil, errors.New("no arguments")
		}
		if len(args) == 1 {
			args = []value{int64(0), args[0]}
		}
		acc := args[0]
		for _, b := range args[1:] {
			x, xi := acc.(int64)
			y, yi := b.(int64)
			if xi && yi {
				r, err := ints(x, y)
				if err != nil {
					return nil, err
				}
				acc = r
				continue
			}
			f, err := number(acc)
			if err != nil {
				return nil, err
			}
			g, err := number(b)
			if err != nil {
				return nil, err
			}
			acc = floats(f, g)
		}
		return acc, nil
	}
}

func number(v value) (float64, error) {
	switch n := v.(type) {
	case int64:
		return float64(n), nil
	case float64:
		return n, nil
	}
	return 0, fmt.Errorf("%s is not a number", show(v))
}

func compare(ok func(a, b float64) bool) func([]value) (value, error) {
	return func(args []value) (value, error) {
		for i := 1; i < len(args); i++ {
			a, err := number(args[i-1])
			if err != nil {
				return nil, err
			}
			b, err := number(args[i])
			if err != nil {
				return nil, err
			}
			if !ok(a, b) {
				return false, nil
			}
		}
		return true, nil
	}
}

func exact(n int, fn func(a []value) (value, error)) func([]value) (value, error) {
	return func(args []value) (value, error) {
		if len(args) != n {
			return nil, fmt.Errorf("wants %d arguments, got %d", n, len(args))
		}
		return fn(args)
	}
}

func asPair(v value) (*pair, error) {
	if p, ok := v.(*pair); ok {
		return p, nil
	}
	return nil, fmt.Errorf("%s is not a pair", show(v))
}

func equal(a, b value) bool {
	p, ok := a.(*pair)
	q, ok2 := b.(*pair)
	if ok && ok2 {
		return equal(p.car, q.car) && equal(p.cdr, q.cdr)
	}
	return a == b
}

func global(out io.Writer) *scope {
	s := &scope{vars: map[symbol]value{}}
	table := map[string]func([]value) (value, error){
		"+": arithmetic(func(a, b int64) (int64, error) { return a + b, nil }, func(a, b float64) float64 { return a + b }),
		"-": arithmetic(func(a, b int64) (int64, error) { return a - b, nil }, func(a, b float64) float64 { return a - b }),
		"*": arithmetic(func(a, b int64) (int64, error) { return a * b, nil }, func(a, b float64) float64 { return a * b }),
		"/": arithmetic(func(a, b int64) (int64, error) {
			if b == 0 {
				return 0, errors.New("division by zero")
			}
			return a / b, nil
		}, func(a, b float64) float64 { return a / b }),
		"remainder": arithmetic(func(a, b int64) (int64, error) {
			if b == 0 {
				return 0, errors.New("division by zero")
			}
			return a % b, nil
		}, func(a, b float64) float64 { return 0 }),
		"<":       compare(func(a, b float64) bool { return a < b }),
		">":       compare(func(a, b float64) bool { return a > b }),
		"=":       compare(func(a, b float64) bool { return a == b }),
		"<=":      compare(func(a, b float64) bool { return a <= b }),
		"cons":    exact(2, func(a []value) (value, error) { return &pair{a[0], a[1]}, nil }),
		"null?":   exact(1, func(a []value) (value, error) { return a[0] == value(empty), nil }),
		"pair?":   exact(1, func(a []value) (value, error) { _, ok := a[0].(*pair); return ok, nil }),
		"symbol?": exact(1, func(a []value) (value, error) { _, ok := a[0].(symbol); return ok, nil }),
		"equal?":  exact(2, func(a []value) (value, error) { return equal(a[0], a[1]), nil }),
		"not":     exact(1, func(a []value) (value, error) { return !truth(a[0]), nil }),
		"list":    func(a []value) (value, error) { return toList(a, empty), nil },
		"car": exact(1, func(a []value) (value, error) {
			p, err := asPair(a[0])
			if err != nil {
				return nil, err
			}
			return p.car, nil
		}),
		"cdr": exact(1, func(a []value) (value, error) {
			p, err := asPair(a[0])
			if err != nil {
				return nil, err
			}
			return p.cdr, nil
		}),
		"apply": exact(2, func(a []value) (value, error) {
			args, err := items(a[1])
			if err != nil {
				return nil, err
			}
			return apply(a[0], args)
		}),
		"display": func(a []value) (value, error) {
			for _, v := range a {
				if s, ok := v.(string); ok {
					fmt.Fprint(out, s)
				} else {
					fmt.Fprint(out, show(v))
				}
			}
			return nil, nil
		},
		"string-append": func(a []value) (value, error) {
			var b strings.Builder
			for _, v := range a {
				s, ok := v.(string)
				if !ok {
					return nil, fmt.Errorf("%s is not a string", show(v))
				}
				b.WriteString(s)
			}
			return b.String(), nil
		},
		"error": func(a []value) (value, error) {
			parts := make([]string, len(a))
			for i, v := range a {
				parts[i] = strings.Trim(show(v), `"`)
			}
			return nil, errors.New(strings.Join(parts, " "))
		},
	}
	names := make([]string, 0, len(table))
	for name, fn := range table {
		s.vars[symbol(name)] = &procedure{name, fn}
		names = append(names, name)
	}
	sort.Strings(names)
	all := make([]value, len(names))
	for i, name := range names {
		all[i] = symbol(name)
	}
	s.vars["builtins"] = toList(all, empty)
	return s
}

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	env := global(out)
	r := &reader{bufio.NewReader(os.Stdin), 1}
	for n := 1; ; n++ {
		v, err := r.read()
		if err == errEnd {
			break
		}
		if err != nil {
			fmt.Fprintln(out, "read error:", err)
			break
		}
		v, err = eval(v, env)
		switch {
		case err != nil:
			fmt.Fprintf(out, "%3d! %v\n", n, err)
		case v != nil:
			fmt.Fprintf(out, "%3d> %s\n", n, show(v))
		}
	}
	fmt.Fprintln(out, "bye")
}
