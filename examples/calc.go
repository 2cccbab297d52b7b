// Calc evaluates expressions, one a line: variables, functions of one's own, the usual operators and exact integers as
// long as possible. Errors point at the column.
package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"sort"
	"strconv"
	"strings"
	"unicode"
)

type kind int

const (
	end kind = iota
	num
	name
	op
)

func (k kind) String() string { return [...]string{"end of line", "number", "name", "operator"}[k] }

type token struct {
	kind kind
	text string
	val  float64
	col  int
}

type syntaxError struct {
	col int
	msg string
}

func (e *syntaxError) Error() string { return fmt.Sprintf("column %d: %s", e.col, e.msg) }

func scan(line string) ([]token, error) {
	var out []token
	rs := []rune(line)
	for i := 0; i < len(rs); {
		r, start := rs[i], i
		switch {
		case unicode.IsSpace(r):
			i++
			continue
		case r == '#':
			i = len(rs)
			continue
		case unicode.IsDigit(r) || r == '.':
			for i < len(rs) && (unicode.IsDigit(rs[i]) || rs[i] == '.' || rs[i] == 'e' ||
				(i > start && rs[i-1] == 'e' && (rs[i] == '-' || rs[i] == '+'))) {
				i++
			}
			text := string(rs[start:i])
			v, err := strconv.ParseFloat(text, 64)
			if err != nil {
				return nil, &syntaxError{start + 1, "bad number " + strconv.Quote(text)}
			}
			out = append(out, token{num, text, v, start + 1})
		case unicode.IsLetter(r):
			for i < len(rs) && (unicode.IsLetter(rs[i]) || unicode.IsDigit(rs[i])) {
				i++
			}
			out = append(out, token{kind: name, text: string(rs[start:i]), col: start + 1})
		default:
			i++
			if i < len(rs) && rs[i] == '=' && strings.ContainsRune("=<>!", r) {
				i++
			}
			out = append(out, token{kind: op, text: string(rs[start:i]), col: start + 1})
		}
	}
	return append(out, token{kind: end, col: len(rs) + 1}), nil
}

// An expr is evaluated in an environment that maps names to values.
type expr interface {
	eval(env *environment) (float64, error)
}

type (
	constant float64
	variable struct {
		name string
		col  int
	}
	unary struct {
		op string
		x  expr
	}
	binary struct {
		op   string
		x, y expr
		col  int
	}
	call struct {
		name string
		args []expr
		col  int
	}
	condition struct{ test, yes, no expr }
)

type function struct {
	params  []string
	body    expr
	builtin func(args []float64) float64
}

type environment struct {
	vars  map[string]float64
	funcs map[string]*function
	outer *environment
	depth int
}

func (e *environment) lookup(name string) (float64, bool) {
	for ; e != nil; e = e.outer {
		if v, ok := e.vars[name]; ok {
			return v, true
		}
	}
	return 0, false
}

func (c constant) eval(*environment) (float64, error) { return float64(c), nil }

func (v variable) eval(env *environment) (float64, error) {
	if x, ok := env.lookup(v.name); ok {
		return x, nil
	}
	return 0, &syntaxError{v.col, "unknown name " + v.name}
}

func (u unary) eval(env *environment) (float64, error) {
	x, err := u.x.eval(env)
	if u.op == "-" {
		x = -x
	}
	return x, err
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func (b binary) eval(env *environment) (float64, error) {
	x, err := b.x.eval(env)
	if err != nil {
		return 0, err
	}
	y, err := b.y.eval(env)
	if err != nil {
		return 0, err
	}
	switch b.op {
	case "+":
		return x + y, nil
	case "-":
		return x - y, nil
	case "*":
		return x * y, nil
	case "/":
		if y == 0 {
			return 0, &syntaxError{b.col, "division by zero"}
		}
		return x / y, nil
	case "%":
		return math.Mod(x, y), nil
	case "^":
		return math.Pow(x, y), nil
	case "<":
		return truth(x < y), nil
	case ">":
		return truth(x > y), nil
	case "<=":
		return truth(x <= y), nil
	case ">=":
		return truth(x >= y), nil
	case "==":
		return truth(x == y), nil
	case "!=":
		return truth(x != y), nil
	}
	panic("operator " + b.op)
}

func (c condition) eval(env *environment) (float64, error) {
	t, err := c.test.eval(env)
	if err != nil {
		return 0, err
	}
	if t != 0 {
		return c.yes.eval(env)
	}
	return c.no.eval(env)
}

func (c call) eval(env *environment) (float64, error) {
	f := env.funcs[c.name]
	if f == nil {
		return 0, &syntaxError{c.col, "unknown function " + c.name}
	}
	if f.params != nil && len(f.params) != len(c.args) {
		return 0, &syntaxError{c.col, fmt.Sprintf("%s takes %d arguments, not %d", c.name, len(f.params), len(c.args))}
	}
	args := make([]float64, len(c.args))
	for i, a := range c.args {
		v, err := a.eval(env)
		if err != nil {
			return 0, err
		}
		args[i] = v
	}
	if f.builtin != nil {
		return f.builtin(args), nil
	}
	if env.depth > 2000 {
		return 0, &syntaxError{c.col, c.name + " calls itself too deeply"}
	}
	root := env
	for root.outer != nil {
		root = root.outer
	}
	inner := &environment{vars: map[string]float64{}, funcs: env.funcs, outer: root, depth: env.depth + 1}
	for i, p := range f.params {
		inner.vars[p] = args[i]
	}
	return f.body.eval(inner)
}

type parser struct {
	toks []token
	pos  int
}

func (p *parser) peek() token { return p.toks[p.pos] }
func (p *parser) next() token { t := p.toks[p.pos]; p.pos++; return t }

func (p *parser) accept(text string) bool {
	if t := p.peek(); t.kind == op && t.text == text {
		p.pos++
		return true
	}
	return false
}

func (p *parser) expect(text string) {
	if !p.accept(text) {
		t := p.peek()
		what := t.kind.String()
		if t.text != "" {
			what = strconv.Quote(t.text)
		}
		panic(&syntaxError{t.col, "expected " + strconv.Quote(text) + ", found " + what})
	}
}

var levels = [][]string{{"==", "!=", "<", ">", "<=", ">="}, {"+", "-"}, {"*", "/", "%"}}

func (p *parser) expr() expr {
	test := p.binary(0)
	if !p.accept("?") {
		return test
	}
	yes := p.expr()
	p.expect(":")
	return condition{test, yes, p.expr()}
}

func (p *parser) binary(level int) expr {
	if level == len(levels) {
		return p.unary()
	}
	x := p.binary(level + 1)
next:
	for {
		for _, o := range levels[level] {
			if t := p.peek(); p.accept(o) {
				x = binary{o, x, p.binary(level + 1), t.col}
				continue next
			}
		}
		return x
	}
}

func (p *parser) unary() expr {
	if p.accept("-") {
		return unary{"-", p.unary()}
	}
	if p.accept("+") {
		return p.unary()
	}
	x := p.primary()
	if t := p.peek(); p.accept("^") {
		return binary{"^", x, p.unary(), t.col}
	}
	return x
}

func (p *parser) primary() expr {
	t := p.next()
	switch t.kind {
	case num:
		return constant(t.val)
	case name:
		if !p.accept("(") {
			return variable{t.text, t.col}
		}
		c := call{name: t.text, col: t.col}
		for !p.accept(")") {
			if len(c.args) > 0 {
				p.expect(",")
			}
			c.args = append(c.args, p.expr())
		}
		return c
	case op:
		if t.text == "(" {
			x := p.expr()
			p.expect(")")
			return x
		}
	}
	what := t.kind.String()
	if t.kind == op {
		what = strconv.Quote(t.text)
	}
	panic(&syntaxError{t.col, "expected an expression, found " + what})
}

// statement is `name = expr`, `name(params) = expr` or an expression.
func statement(line string, env *environment) (text string, err error) {
	toks, err := scan(line)
	if err != nil || toks[0].kind == end {
		return "", err
	}
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(*syntaxError)
			if !ok {
				panic(r)
			}
			err = e
		}
	}()
	p := &parser{toks: toks}
	x := p.expr()
	if p.accept("=") {
		body := p.expr()
		p.finish()
		switch target := x.(type) {
		case variable:
			v, err := body.eval(env)
			if err != nil {
				return "", err
			}
			env.vars[target.name] = v
			return target.name + " = " + format(v), nil
		case call:
			f := &function{params: []string{}, body: body}
			for _, a := range target.args {
				v, ok := a.(variable)
				if !ok {
					return "", &syntaxError{target.col, "parameters must be names"}
				}
				f.params = append(f.params, v.name)
			}
			env.funcs[target.name] = f
			return "function " + target.name + "(" + strings.Join(f.params, ", ") + ")", nil
		}
		return "", &syntaxError{toks[0].col, "cannot assign to this"}
	}
	p.finish()
	v, err := x.eval(env)
	if err != nil {
		return "", err
	}
	env.vars["ans"] = v
	return format(v), nil
}

func (p *parser) finish() {
	if t := p.peek(); t.kind != end {
		panic(&syntaxError{t.col, "unexpected " + strconv.Quote(t.text)})
	}
}

func format(v float64) string {
	if v == math.Trunc(v) && math.Abs(v) < 1<<53 {
		return strconv.FormatInt(int64(v), 10)
	}
	return strconv.FormatFloat(v, 'g', 12, 64)
}

func one(f func(float64) float64) *function {
	return &function{params: []string{"x"}, builtin: func(a []float64) float64 { return f(a[0]) }}
}

func main() {
	env := &environment{vars: map[string]float64{"pi": math.Pi, "e": math.E}, funcs: map[string]*function{
		"sqrt": one(math.Sqrt), "sin": one(math.Sin), "cos": one(math.Cos), "abs": one(math.Abs),
		"ln": one(math.Log), "floor": one(math.Floor),
		"max": {builtin: func(a []float64) float64 {
			m := math.Inf(-1)
			for _, x := range a {
				m = math.Max(m, x)
			}
			return m
		}},
		"sum": {builtin: func(a []float64) (s float64) {
			for _, x := range a {
				s += x
			}
			return
		}},
	}}
	in := bufio.NewScanner(os.Stdin)
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		text, err := statement(line, env)
		switch {
		case err != nil:
			fmt.Printf("%2d: %s\n", n, line)
			if e, ok := err.(*syntaxError); ok {
				fmt.Printf("    %s^ %s\n", strings.Repeat(" ", e.col-1), e.msg)
			}
		case text != "":
			fmt.Printf("%2d: %-34s => %s\n", n, line, text)
		}
	}
	var names []string
	for name := range env.vars {
		names = append(names, name)
	}
	sort.Strings(names)
	fmt.Println("variables:", strings.Join(names, " "))
}
