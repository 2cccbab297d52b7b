// Asmvm is an assembler and a register machine: labels, a stack, calls, a disassembler, a step limit and traps. The
// programs below are assembled, checked, run and counted.
package main

import (
	"errors"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
)

type op uint8

const (
	halt op = iota
	load    // load r, n
	move    // move r, s
	add
	sub
	mul
	div
	mod
	cmp // cmp r, s sets the flag to -1, 0 or 1
	jmp
	jeq
	jlt
	jgt
	push
	pop
	call
	ret
	get // get r, s: r = memory[s]
	put // put r, s: memory[s] = r
	out
	outc
)

type operand uint8

const (
	reg operand = iota
	imm
	label
)

var table = []struct {
	name string
	args []operand
}{
	halt: {"halt", nil}, load: {"load", []operand{reg, imm}}, move: {"move", []operand{reg, reg}},
	add: {"add", []operand{reg, reg}}, sub: {"sub", []operand{reg, reg}}, mul: {"mul", []operand{reg, reg}},
	div: {"div", []operand{reg, reg}}, mod: {"mod", []operand{reg, reg}}, cmp: {"cmp", []operand{reg, reg}},
	jmp: {"jmp", []operand{label}}, jeq: {"jeq", []operand{label}}, jlt: {"jlt", []operand{label}},
	jgt: {"jgt", []operand{label}}, push: {"push", []operand{reg}}, pop: {"pop", []operand{reg}},
	call: {"call", []operand{label}}, ret: {"ret", nil}, get: {"get", []operand{reg, reg}},
	put: {"put", []operand{reg, reg}}, out: {"out", []operand{reg}}, outc: {"outc", []operand{reg}},
}

func (o op) String() string {
	if int(o) < len(table) {
		return table[o].name
	}
	return "op" + strconv.Itoa(int(o))
}

type instr struct {
	op   op
	a, b int64
	line int
}

type program struct {
	code   []instr
	labels map[string]int
}

type asmError struct {
	line int
	msg  string
}

func (e asmError) Error() string { return "line " + strconv.Itoa(e.line) + ": " + e.msg }

type asmErrors []asmError

func (es asmErrors) Error() string {
	parts := make([]string, len(es))
	for i, e := range es {
		parts[i] = e.Error()
	}
	return strings.Join(parts, "; ")
}

func assemble(src string) (*program, error) {
	ops := map[string]op{}
	for i, row := range table {
		ops[row.name] = op(i)
	}
	p := &program{labels: map[string]int{}}
	type fixup struct {
		at, line int
		name     string
	}
	var fixups []fixup
	var errs asmErrors
	fail := func(line int, format string, args ...interface{}) {
		errs = append(errs, asmError{line, fmt.Sprintf(format, args...)})
	}
	for n, text := range strings.Split(src, "\n") {
		n++
		if i := strings.IndexByte(text, ';'); i >= 0 {
			text = text[:i]
		}
		text = strings.TrimSpace(text)
		if name, rest, ok := strings.Cut(text, ":"); ok {
			if _, twice := p.labels[name]; twice {
				fail(n, "label %s stands twice", name)
			}
			p.labels[name] = len(p.code)
			text = strings.TrimSpace(rest)
		}
		if text == "" {
			continue
		}
		name, rest, _ := strings.Cut(text, " ")
		o, ok := ops[name]
		if !ok {
			fail(n, "unknown instruction %q", name)
			continue
		}
		var args []string
		if rest = strings.TrimSpace(rest); rest != "" {
			args = strings.Split(rest, ",")
		}
		if want := len(table[o].args); len(args) != want {
			fail(n, "%s takes %d operands, not %d", name, want, len(args))
			continue
		}
		in := instr{op: o, line: n}
		for i, arg := range args {
			arg = strings.TrimSpace(arg)
			var v int64
			var err error
			switch table[o].args[i] {
			case reg:
				if len(arg) != 2 || arg[0] != 'r' || arg[1] < '0' || arg[1] > '7' {
					fail(n, "%q is not a register", arg)
					continue
				}
				v = int64(arg[1] - '0')
			case imm:
				if strings.HasPrefix(arg, "'") {
					r, _, _, uerr := strconv.UnquoteChar(strings.Trim(arg, "'"), '\'')
					v, err = int64(r), uerr
				} else {
					v, err = strconv.ParseInt(arg, 0, 64)
				}
				if err != nil {
					fail(n, "bad number %s", arg)
				}
			case label:
				fixups = append(fixups, fixup{len(p.code), n, arg})
			}
			if i == 0 {
				in.a = v
			} else {
				in.b = v
			}
		}
		p.code = append(p.code, in)
	}
	for _, f := range fixups {
		target, ok := p.labels[f.name]
		if !ok {
			fail(f.line, "unknown label %s", f.name)
			continue
		}
		p.code[f.at].a = int64(target)
	}
	if len(errs) > 0 {
		sort.Slice(errs, func(i, j int) bool { return errs[i].line < errs[j].line })
		return nil, errs
	}
	return p, nil
}

func (p *program) disassemble() string {
	at := map[int][]string{}
	for name, pc := range p.labels {
		at[pc] = append(at[pc], name)
	}
	var b strings.Builder
	for pc, in := range p.code {
		sort.Strings(at[pc])
		for _, name := range at[pc] {
			b.WriteString(name + ":\n")
		}
		fmt.Fprintf(&b, "%4d  %-5v", pc, in.op)
		for i, kind := range table[in.op].args {
			v := in.a
			if i == 1 {
				b.WriteByte(',')
				v = in.b
			}
			switch kind {
			case reg:
				fmt.Fprintf(&b, " r%d", v)
			case imm:
				fmt.Fprintf(&b, " %d", v)
			case label:
				fmt.Fprintf(&b, " %s", at[int(v)][0])
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

type machine struct {
	regs   [8]int64
	memory [256]int64
	stack  []int64
	flag   int
	steps  int
	counts [len16]int
	out    strings.Builder
}

const len16 = 32

var (
	errSteps    = errors.New("too many steps")
	errOverflow = errors.New("stack overflow")
	errEmpty    = errors.New("stack is empty")
)

type trap struct {
	pc, line int
	err      error
}

func (t *trap) Error() string { return fmt.Sprintf("trap at %d (line %d): %v", t.pc, t.line, t.err) }
func (t *trap) Unwrap() error { return t.err }

func (m *machine) run(p *program, limit int) (err error) {
	pc := 0
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(error)
			if !ok {
				e = fmt.Errorf("%v", r)
			}
			line := 0
			if pc < len(p.code) {
				line = p.code[pc].line
			}
			err = &trap{pc, line, e}
		}
	}()
	for {
		in := &p.code[pc]
		if m.steps++; m.steps > limit {
			panic(errSteps)
		}
		m.counts[in.op]++
		next := pc + 1
		a, b := &m.regs[in.a&7], m.regs[in.b&7]
		switch in.op {
		case halt:
			return nil
		case load:
			*a = in.b
		case move:
			*a = b
		case add:
			*a += b
		case sub:
			*a -= b
		case mul:
			*a *= b
		case div:
			*a /= b
		case mod:
			*a %= b
		case cmp:
			switch {
			case *a < b:
				m.flag = -1
			case *a > b:
				m.flag = 1
			default:
				m.flag = 0
			}
		case jmp:
			next = int(in.a)
		case jeq, jlt, jgt:
			if m.flag == map[op]int{jeq: 0, jlt: -1, jgt: 1}[in.op] {
				next = int(in.a)
			}
		case push, call:
			if len(m.stack) >= 1000 {
				panic(errOverflow)
			}
			if in.op == call {
				m.stack = append(m.stack, int64(next))
				next = int(in.a)
			} else {
				m.stack = append(m.stack, *a)
			}
		case pop, ret:
			if len(m.stack) == 0 {
				panic(errEmpty)
			}
			v := m.stack[len(m.stack)-1]
			m.stack = m.stack[:len(m.stack)-1]
			if in.op == ret {
				next = int(v)
			} else {
				*a = v
			}
		case get:
			*a = m.memory[b]
		case put:
			m.memory[b] = *a
		case out:
			fmt.Fprintf(&m.out, "%d ", *a)
		case outc:
			m.out.WriteRune(rune(*a))
		}
		pc = next
	}
}

var programs = []struct{ name, src string }{
	{"countdown", `
        load r0, 10
        load r1, 1
        load r2, 0
loop:   out r0
        sub r0, r1
        cmp r0, r2
        jgt loop
        halt`},
	{"fibonacci", `
        load r0, 16     ; recursive, arguments in r0, result in r0
        call fib
        out r0
        halt
fib:    load r1, 2
        cmp r0, r1
        jlt done
        push r0
        load r1, 1
        sub r0, r1
        call fib
        pop r1          ; n
        push r0         ; fib(n-1)
        move r0, r1
        load r1, 2
        sub r0, r1
        call fib
        pop r1
        add r0, r1
done:   ret`},
	{"sieve", `
        load r0, 2      ; candidate
        load r6, 100
        load r7, 1
next:   cmp r0, r6
        jlt test
        halt
test:   get r1, r0
        cmp r1, r7
        jeq skip
        out r0
        move r2, r0
mark:   put r7, r2
        add r2, r0
        cmp r2, r6
        jlt mark
skip:   add r0, r7
        jmp next`},
	{"gcd", `
        load r0, 1071
        load r1, 462
        load r2, 0
again:  cmp r1, r2
        jeq end
        move r3, r0
        mod r3, r1
        move r0, r1
        move r1, r3
        jmp again
end:    out r0
        load r4, '\n'
        outc r4
        load r4, 'ö'
        outc r4
        halt`},
	{"divides by zero", "load r0, 1\nload r1, 0\ndiv r0, r1\nhalt"},
	{"out of memory", "load r1, 999\nget r0, r1\nhalt"},
	{"runs for ever", "here: jmp here"},
	{"recursion", "f: call f"},
	{"returns from nowhere", "ret"},
	{"falls off the end", "load r0, 1"},
	{"wrong", "load r9, 1\nlaod r1, 2\nx: jmp y\nx: add r1\nload r1, 12q\nout"},
}

func main() {
	for _, src := range programs {
		p, err := assemble(src.src)
		if err != nil {
			fmt.Printf("%s: does not assemble\n", src.name)
			var es asmErrors
			if errors.As(err, &es) {
				for _, e := range es {
					fmt.Println("  ", e)
				}
			}
			continue
		}
		m := &machine{}
		err = m.run(p, 200000)
		fmt.Printf("%s: %d instructions, %d steps, error: %v\n", src.name, len(p.code), m.steps, err)
		if s := m.out.String(); s != "" {
			fmt.Printf("   %q\n", s)
		}
		var t *trap
		if errors.As(err, &t) && errors.Is(err, errOverflow) {
			fmt.Println("   the stack held", len(m.stack), "words")
		}
		if src.name == "fibonacci" {
			fmt.Print(p.disassemble())
			for o, n := range m.counts {
				if n > 0 {
					fmt.Printf("   %-5v %6d\n", op(o), n)
				}
			}
		}
	}
	if len(os.Args) > 1 {
		fmt.Println("arguments are not used:", os.Args[1:])
	}
}
