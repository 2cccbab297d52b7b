// Functions that know their own stack: tests/test_trails.py calls Walk.

package p

import (
	"fmt"
	"runtime"
	"strings"
)

// trail is a frame as the program itself knows it: each function says its name and hands its trail to what it calls.
type trail struct {
	up   *trail
	name string
}

func (t *trail) names() (all []string) {
	for ; t != nil; t = t.up {
		all = append(all, t.name)
	}
	return all
}

// state is a goroutine's: where it panicked (or left by Goexit), if its deferred functions run for that, and how many of
// its callers recover.
type state struct {
	panicking *trail
	guards    int
}

var (
	shape  []int    // kind, children and depth of each node, in the order in which they are met
	parked []*trail // goroutines that wait for one they started
	wrong  string
	checks int
	text   [1 << 16]byte
)

func next() (kind, children, depth int) {
	if len(shape) < 3 {
		return 0, 0, 0
	}
	kind, children, depth = shape[0], shape[1], shape[2]
	shape = shape[3:]
	return
}

func complain(what string, got, want []string) {
	if wrong == "" {
		wrong = fmt.Sprint(what, ": ", got, ", in truth ", want)
	}
}

// named gives the names of the functions of a package.
func named(pcs []uintptr, in string) (names []string) {
	if len(pcs) == 0 {
		return nil
	}
	frames := runtime.CallersFrames(pcs)
	for {
		f, more := frames.Next()
		if strings.HasPrefix(f.Function, in) {
			names = append(names, f.Function)
		}
		if !more {
			return names
		}
	}
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// printed reads the names in a trace; elided tells before which of them frames were left out, 0 if none were.
func printed(trace string) (names []string, elided int) {
	for _, line := range strings.Split(trace, "\n") {
		switch i := strings.LastIndex(line, "("); {
		case strings.HasSuffix(line, "frames elided..."):
			elided = len(names)
		case i > 0 && strings.HasPrefix(line, "p."):
			names = append(names, line[:i])
		}
	}
	return
}

// check compares what the runtime says with t, the trail of the caller.
//
//go:noinline
func check(s *state, t *trail) {
	checks++
	want := t.names()

	pcs := make([]uintptr, 300)
	n := runtime.Callers(2, pcs)
	if got := named(pcs[:n], "p."); !equal(got, want) {
		complain("Callers", got, want)
	}
	all := named(pcs[:n], "")
	for _, skip := range []int{1, len(all) / 2, len(all) - 1, len(all)} {
		if got := named(pcs[:runtime.Callers(2+skip, pcs)], ""); !equal(got, all[skip:]) {
			complain("Callers with skip", got, all[skip:])
		}
	}
	if pc, _, _, ok := runtime.Caller(1); !ok || runtime.FuncForPC(pc).Name() != want[0] {
		complain("Caller", nil, want[:1])
	}

	withCheck := append([]string{"p.check"}, want...)
	got, elided := printed(string(text[:runtime.Stack(text[:], false)]))
	if elided == 0 && !equal(got, withCheck) ||
		elided > 0 && !(equal(got[:elided], withCheck[:elided]) && equal(got[elided:], withCheck[len(withCheck)-len(got)+elided:])) {
		complain("Stack", got, withCheck)
	}

	records := make([]runtime.StackRecord, 100)
	n, ok := runtime.GoroutineProfile(records)
	if !ok {
		complain("GoroutineProfile", nil, nil)
	}
	profiled(records[0].Stack(), withCheck, "GoroutineProfile of itself")
	for _, other := range parked {
		found := false
		for i := range records[1:n] {
			found = found || fits(records[1+i].Stack(), other.names())
		}
		if !found {
			complain("GoroutineProfile of one that waits", nil, other.names())
		}
	}
}

// fits: a record holds all names, or as many as it has room for.
func fits(stack []uintptr, want []string) bool {
	got := named(stack, "p.")
	if len(stack) == 32 && len(got) < len(want) && len(got) > 20 {
		want = want[:len(got)]
	}
	return equal(got, want)
}

func profiled(stack []uintptr, want []string, what string) {
	if !fits(stack, want) {
		complain(what, named(stack, "p."), want)
	}
}

type walker interface{ walk(s *state, t *trail) }
type small struct{ pad [2]int }
type large struct{ pad [70]int }
type embedding struct {
	pad int
	*large
}

func (v small) walk(s *state, t *trail) {
	here := trail{t, "p.small.walk"}
	check(s, &here)
	walk(s, &here)
}

func (l *large) walk(s *state, t *trail) {
	here := trail{t, "p.(*large).walk"}
	l.pad[69]++
	walk(s, &here)
	check(s, &here)
}

func recursive(s *state, t *trail, depth int) {
	here := trail{t, "p.recursive"}
	if depth > 0 {
		recursive(s, &here, depth-1)
		return
	}
	walk(s, &here)
}

func wide(s *state, t *trail) {
	here := trail{t, "p.wide"}
	var room [3000]int
	room[s.guards]++
	walk(s, &here)
	check(s, &here)
}

// later defers: its deferred function is called by itself, or by a panic from where that was.
func later(s *state, t *trail) {
	here := trail{t, "p.later"}
	returned := false
	defer func() {
		up := &here
		if !returned {
			up = s.panicking
		}
		inner := trail{up, "p.later.func1"}
		check(s, &inner)
		walk(s, &inner)
	}()
	walk(s, &here)
	returned = true
}

// guard recovers.
func guard(s *state, t *trail) {
	here := trail{t, "p.guard"}
	before := s.panicking
	returned := false
	s.guards++
	defer func() {
		up := &here
		if !returned {
			up = s.panicking
		}
		inner := trail{up, "p.guard.func1"}
		check(s, &inner)
		if (recover() != nil) == returned {
			complain("recover", nil, nil)
		}
		s.guards--
		s.panicking = before
		check(s, &inner)
		walk(s, &inner)
	}()
	walk(s, &here)
	returned = true
}

// spawn starts a goroutine and waits for it; it returns, or ends by Goexit.
func spawn(s *state, t *trail, exit bool) {
	here := trail{t, "p.spawn"}
	parked = append(parked, &here)
	done := make(chan bool)
	go func() {
		own := &state{}
		first := trail{nil, "p.spawn.func1"}
		defer func() {
			inner := trail{&first, "p.spawn.func1.1"}
			check(own, &inner)
			walk(own, &inner)
			close(done)
		}()
		walk(own, &first)
		if exit {
			own.panicking = &first
			runtime.Goexit()
		}
	}()
	<-done
	parked = parked[:len(parked)-1]
	check(s, &here)
}

func step(s *state, t *trail, kind, depth int) {
	here := trail{t, "p.step"}
	switch kind {
	case 1:
		func() {
			inner := trail{&here, "p.step.func1"}
			walk(s, &inner)
			check(s, &inner)
		}()
	case 2:
		var w walker = &small{}
		w.walk(s, &here)
	case 3:
		var w walker = embedding{0, new(large)}
		w.walk(s, &here)
	case 4:
		f := new(large).walk
		f(s, &here)
	case 5:
		later(s, &here)
	case 6:
		guard(s, &here)
	case 7:
		recursive(s, &here, depth)
	case 8:
		spawn(s, &here, false)
	case 9:
		spawn(s, &here, true)
	case 10:
		defer walk(s, &here)
		check(s, &here)
	case 11:
		wide(s, &here)
	default:
		walk(s, &here)
	}
}

func walk(s *state, t *trail) {
	here := trail{t, "p.walk"}
	kind, children, depth := next()
	check(s, &here)
	for i := 0; i < children; i++ {
		step(s, &here, kind, depth)
	}
	if kind == 12 && s.guards > 0 {
		s.panicking = &here
		panic("unwind")
	}
}

// Walk makes the calls that the shape says, and answers what was wrong, or how many times all was right.
func Walk(calls []int) (string, int) {
	shape, parked, wrong, checks = calls, nil, "", 0
	done := make(chan bool)
	go func() {
		here := trail{nil, "p.Walk.func1"}
		for len(shape) > 0 {
			guard(&state{}, &here)
		}
		done <- true
	}()
	<-done
	return wrong, checks
}
