// Regex is a regular expression engine without backtracking: a parser, a compiler to a small program, and a machine that
// follows all threads at once, with captures. It reads patterns and texts from standard input.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"
	"unicode/utf8"
)

type opcode uint8

const (
	opChar opcode = iota
	opAny
	opClass
	opMatch
	opJump
	opSplit // x first, then y; both relative
	opSave
	opStart
	opEnd
	opWord
)

var names = [...]string{"char", "any", "class", "match", "jump", "split", "save", "start", "end", "word"}

func (o opcode) String() string { return names[o] }

type runeRange struct{ lo, hi rune }

type inst struct {
	op    opcode
	r     rune
	class []runeRange
	not   bool
	x, y  int
}

// Regex is a compiled pattern.
type Regex struct {
	prog   []inst
	groups int
}

type parser struct {
	src    string
	pos    int
	prog   []inst
	groups int
}

var (
	errParen  = errors.New("missing )")
	errClass  = errors.New("missing ]")
	errRepeat = errors.New("nothing to repeat")
	errExtra  = errors.New("unexpected )")
)

// Compile parses the pattern.
func Compile(pattern string) (re *Regex, err error) {
	p := &parser{src: pattern}
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(error)
			if !ok {
				panic(r)
			}
			re, err = nil, fmt.Errorf("%q at %d: %w", pattern, p.pos, e)
		}
	}()
	body := p.alternatives()
	if p.pos < len(p.src) {
		panic(errExtra)
	}
	prog := join([]inst{{op: opSave, x: 0}}, body, []inst{{op: opSave, x: 1}, {op: opMatch}})
	return &Regex{prog, p.groups + 1}, nil
}

// join puts fragments one after another; jumps are relative, so nothing in them changes.
func join(fs ...[]inst) (out []inst) {
	for _, f := range fs {
		out = append(out, f...)
	}
	return
}

func (p *parser) more() bool { return p.pos < len(p.src) }

func (p *parser) next() rune {
	r, n := utf8.DecodeRuneInString(p.src[p.pos:])
	p.pos += n
	return r
}

func (p *parser) peek(c byte) bool { return p.more() && p.src[p.pos] == c }

func (p *parser) accept(c byte) bool {
	if p.peek(c) {
		p.pos++
		return true
	}
	return false
}

func (p *parser) alternatives() []inst {
	left := p.sequence()
	for p.accept('|') {
		right := p.sequence()
		// split L1, L2; L1: left; jump end; L2: right
		left = join([]inst{{op: opSplit, x: 1, y: len(left) + 2}}, left, []inst{{op: opJump, x: len(right) + 1}}, right)
	}
	return left
}

func (p *parser) sequence() (out []inst) {
	for p.more() && !p.peek('|') && !p.peek(')') {
		out = join(out, p.repeat())
	}
	return
}

func (p *parser) repeat() []inst {
	f := p.single()
	for p.more() {
		n, split := len(f), 0 // where the choice stands in the loop
		switch {
		case p.accept('*'):
			f = join([]inst{{op: opSplit, x: 1, y: n + 2}}, f, []inst{{op: opJump, x: -n - 1}})
		case p.accept('+'):
			f = join(f, []inst{{op: opSplit, x: -n, y: 1}})
			split = n
		case p.accept('?'):
			f = join([]inst{{op: opSplit, x: 1, y: n + 1}}, f)
		default:
			return f
		}
		if p.accept('?') { // not greedy: prefer the other way
			f[split].x, f[split].y = f[split].y, f[split].x
		}
	}
	return f
}

func (p *parser) single() []inst {
	switch r := p.next(); r {
	case '(':
		capture := true
		if strings.HasPrefix(p.src[p.pos:], "?:") {
			p.pos += 2
			capture = false
		} else {
			p.groups++
		}
		n := p.groups
		body := p.alternatives()
		if !p.accept(')') {
			panic(errParen)
		}
		if !capture {
			return body
		}
		return join([]inst{{op: opSave, x: 2 * n}}, body, []inst{{op: opSave, x: 2*n + 1}})
	case '[':
		return []inst{p.class()}
	case '.':
		return []inst{{op: opAny}}
	case '^':
		return []inst{{op: opStart}}
	case '$':
		return []inst{{op: opEnd}}
	case '*', '+', '?':
		panic(errRepeat)
	case '\\':
		if !p.more() {
			panic(errors.New("backslash at the end"))
		}
		c := p.next()
		if set, not := escape(c); set != nil {
			return []inst{{op: opClass, class: set, not: not}}
		}
		if c == 'b' {
			return []inst{{op: opWord}}
		}
		return []inst{{op: opChar, r: c}}
	default:
		return []inst{{op: opChar, r: r}}
	}
}

func escape(c rune) (set []runeRange, not bool) {
	switch c {
	case 'd', 'D':
		return []runeRange{{'0', '9'}}, c == 'D'
	case 'w', 'W':
		return []runeRange{{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}, c == 'W'
	case 's', 'S':
		return []runeRange{{'\t', '\r'}, {' ', ' '}}, c == 'S'
	}
	return nil, false
}

func (p *parser) class() inst {
	in := inst{op: opClass, not: p.accept('^')}
	for first := true; ; first = false {
		if !p.more() {
			panic(errClass)
		}
		if !first && p.accept(']') {
			return in
		}
		lo := p.next()
		if lo == '\\' && p.more() {
			lo = p.next()
			if set, not := escape(lo); set != nil && !not {
				in.class = append(in.class, set...)
				continue
			}
		}
		hi := lo
		if p.peek('-') && p.pos+1 < len(p.src) && p.src[p.pos+1] != ']' {
			p.pos++
			hi = p.next()
		}
		if hi < lo {
			panic(fmt.Errorf("range %c-%c is empty", lo, hi))
		}
		in.class = append(in.class, runeRange{lo, hi})
	}
}

func (in *inst) accepts(r rune) bool {
	switch in.op {
	case opChar:
		return r == in.r
	case opAny:
		return r != '\n'
	case opClass:
		for _, c := range in.class {
			if c.lo <= r && r <= c.hi {
				return !in.not
			}
		}
		return in.not
	}
	return false
}

type thread struct {
	pc   int
	caps []int
}

// machine holds the threads of one step; `on` keeps each instruction from being entered twice.
type machine struct {
	re   *Regex
	text string
	list []thread
	on   []int
	mark int
}

func isWord(r rune) bool { set, _ := escape('w'); return (&inst{op: opClass, class: set}).accepts(r) }

func (m *machine) add(pc, pos int, caps []int) {
	if m.on[pc] == m.mark {
		return
	}
	m.on[pc] = m.mark
	in := &m.re.prog[pc]
	switch in.op {
	case opJump:
		m.add(pc+in.x, pos, caps)
	case opSplit:
		m.add(pc+in.x, pos, caps)
		m.add(pc+in.y, pos, caps)
	case opSave:
		copied := append([]int(nil), caps...)
		copied[in.x] = pos
		m.add(pc+1, pos, copied)
	case opStart:
		if pos == 0 {
			m.add(pc+1, pos, caps)
		}
	case opEnd:
		if pos == len(m.text) {
			m.add(pc+1, pos, caps)
		}
	case opWord:
		before, _ := utf8.DecodeLastRuneInString(m.text[:pos])
		after, _ := utf8.DecodeRuneInString(m.text[pos:])
		if isWord(before) != isWord(after) {
			m.add(pc+1, pos, caps)
		}
	default:
		m.list = append(m.list, thread{pc, caps})
	}
}

// Find returns the positions of the leftmost match at or after from, and of its groups; nil when there is none.
func (re *Regex) Find(text string, from int) (best []int) {
	m := &machine{re: re, text: text, on: make([]int, len(re.prog))}
	none := make([]int, 2*re.groups)
	for i := range none {
		none[i] = -1
	}
	for pos := from; ; {
		m.mark++
		current := m.list
		m.list = nil
		for _, t := range current {
			m.add(t.pc, pos, t.caps)
		}
		if best == nil {
			m.add(0, pos, none)
		}
		r, n := utf8.DecodeRuneInString(text[pos:])
		if n == 0 {
			r = -1
		}
		threads := m.list
		m.list = nil
		for _, t := range threads {
			in := &re.prog[t.pc]
			if in.op == opMatch {
				best = t.caps
				break
			}
			if n > 0 && in.accepts(r) {
				m.list = append(m.list, thread{t.pc + 1, t.caps})
			}
		}
		if n == 0 || best != nil && len(m.list) == 0 {
			return best
		}
		pos += n
	}
}

// All returns every match that doesn't overlap one before it.
func (re *Regex) All(text string) (all [][]int) {
	for from := 0; from <= len(text); {
		m := re.Find(text, from)
		if m == nil {
			break
		}
		all = append(all, m)
		from = m[1]
		if m[0] == m[1] {
			_, n := utf8.DecodeRuneInString(text[from:])
			if n == 0 {
				break
			}
			from += n
		}
	}
	return
}

func (re *Regex) String() string {
	var b strings.Builder
	for i, in := range re.prog {
		fmt.Fprintf(&b, "%3d %-6v", i, in.op)
		switch in.op {
		case opChar:
			fmt.Fprintf(&b, "%q", in.r)
		case opClass:
			if in.not {
				b.WriteString("not ")
			}
			for _, c := range in.class {
				fmt.Fprintf(&b, "%c-%c ", c.lo, c.hi)
			}
		case opJump:
			fmt.Fprint(&b, i+in.x)
		case opSplit:
			fmt.Fprint(&b, i+in.x, ", ", i+in.y)
		case opSave:
			fmt.Fprint(&b, in.x)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func main() {
	var re *Regex
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		line := in.Text()
		switch {
		case strings.HasPrefix(line, "/"):
			var err error
			if re, err = Compile(line[1:]); err != nil {
				fmt.Println("error:", err)
				continue
			}
			fmt.Printf("pattern %s: %d instructions, %d groups\n", line[1:], len(re.prog), re.groups-1)
		case line == "!":
			fmt.Print(re)
		case re != nil:
			all := re.All(line)
			if len(all) == 0 {
				fmt.Printf("  %-30q no match\n", line)
			}
			for i, m := range all {
				if i == 0 {
					fmt.Printf("  %-30q", line)
				}
				fmt.Printf(" [%d:%d] %q", m[0], m[1], line[m[0]:m[1]])
				for g := 1; g < re.groups; g++ {
					if m[2*g] < 0 {
						fmt.Printf(" %d:-", g)
					} else {
						fmt.Printf(" %d:%q", g, line[m[2*g]:m[2*g+1]])
					}
				}
				if i == len(all)-1 {
					fmt.Println()
				}
			}
		}
	}
	slow, _ := Compile(strings.Repeat("a?", 40) + strings.Repeat("a", 40))
	fmt.Println("no blow-up:", slow.Find(strings.Repeat("a", 40), 0)[1])
}
