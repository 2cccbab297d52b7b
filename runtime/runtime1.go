package runtime

import "unsafe"

// Arguments, environment, and the switches that GODEBUG and GOTRACEBACK set.

// debug holds the switches of GODEBUG; the names are Go's, those marked + this project's.
var debug struct {
	allocfreetrace   int32
	efence           int32
	gcshrinkstackoff int32
	gcstress         int32 // + collect at every allocation
	gctrace          int32
	invalidptr       int32
	panicnil         int32
	randautoseed     int32
	randseednop      int32
	tracebacklabels  int32
	stackdebug       int32 // + Go's StackDebug constant
	stackfaultonfree int32 // + Go's stackFaultOnFree
	stackfromsystem  int32 // + Go's stackFromSystem
	stackmove        int32 // + move the stack at every check
	stackpoison      int32 // + Go's stackPoisonCopy
	inittrace        int32
	traceevents      bool // somebody listens to events
}

// dbgvar names one switch. A late one follows os.Setenv while the program runs.
type dbgvar struct {
	name  string
	value *int32
	def   int32
	late  bool
}

var dbgvars = [...]dbgvar{
	{"allocfreetrace", &debug.allocfreetrace, 0, false},
	{"efence", &debug.efence, 0, false},
	{"gcshrinkstackoff", &debug.gcshrinkstackoff, 0, false},
	{"gcstress", &debug.gcstress, 0, false},
	{"gctrace", &debug.gctrace, 0, false},
	{"inittrace", &debug.inittrace, 0, false},
	{"invalidptr", &debug.invalidptr, 1, false},
	{"panicnil", &debug.panicnil, 0, true},
	{"randautoseed", &debug.randautoseed, 1, true},
	{"randseednop", &debug.randseednop, 1, true},
	{"tracebacklabels", &debug.tracebacklabels, 1, true},
	{"stackdebug", &debug.stackdebug, 0, false},
	{"stackfaultonfree", &debug.stackfaultonfree, 0, false},
	{"stackfromsystem", &debug.stackfromsystem, 0, false},
	{"stackmove", &debug.stackmove, 0, false},
	{"stackpoison", &debug.stackpoison, 0, false},
}

// Level of traces: the low bits are switches, the rest the level.
const (
	tracebackCrash = 1
	tracebackAllGs = 2
	tracebackShift = 2
)

var tracebackCache uint32 = 2 << tracebackShift

// gotraceback answers the level of traces, whether all goroutines are shown, and whether to crash.
func gotraceback() (level int, all, crash bool) {
	mp := getg().m
	t := tracebackCache
	crash = t&tracebackCrash != 0
	all = mp.throwing >= throwTypeUser || t&tracebackAllGs != 0
	if mp.traceback != 0 {
		level = int(mp.traceback)
	} else if mp.throwing >= throwTypeRuntime && !goversion14 {
		level = 2
	} else {
		level = int(t >> tracebackShift)
	}
	return level, all, crash
}

// settraceback sets the level by a GOTRACEBACK text.
func settraceback(level string) {
	tracebackCache = tracebackBits(level)
}

func tracebackBits(level string) uint32 {
	if goversion14 {
		if level == "crash" {
			return 2<<tracebackShift | tracebackAllGs | tracebackCrash
		}
		if level == "" {
			return 1<<tracebackShift | tracebackAllGs
		}
		n, _ := atoi(level)
		return uint32(n)<<tracebackShift | tracebackAllGs
	}
	switch level {
	case "none":
		return 0
	case "single", "":
		return 1 << tracebackShift
	case "all":
		return 1<<tracebackShift | tracebackAllGs
	case "system":
		return 2<<tracebackShift | tracebackAllGs
	case "crash":
		return 2<<tracebackShift | tracebackAllGs | tracebackCrash
	}
	if n, ok := atoi(level); ok && n >= 0 && n == int(uint32(n)) {
		return tracebackAllGs | uint32(n)<<tracebackShift
	}
	return tracebackAllGs
}

// parsedebugvars reads GODEBUG and GOTRACEBACK.
func parsedebugvars() {
	parsegodebug(gogetenv("GODEBUG"), false)
	settraceback(gogetenv("GOTRACEBACK"))
	tracebackEnv = tracebackCache
	readGOGC()
}

// godebugNotify is told that the program has changed GODEBUG.
//
//go:linkname godebugNotify os.godebugNotify
func godebugNotify(text string) { parsegodebug(text, true) }

// parsegodebug sets the switches, or only the late ones, as text says.
func parsegodebug(text string, late bool) {
	for i := range dbgvars {
		if d := &dbgvars[i]; d.late || !late {
			*d.value = d.def
		}
	}
	for len(text) > 0 {
		field := text
		if i := indexByte(text, ','); i >= 0 {
			field, text = text[:i], text[i+1:]
		} else {
			text = ""
		}
		i := indexByte(field, '=')
		if i < 0 {
			continue
		}
		key := field[:i]
		n, ok := atoi(field[i+1:])
		if !ok {
			continue
		}
		if key == "memprofilerate" && !late {
			MemProfileRate = n
		}
		for j := range dbgvars {
			if d := &dbgvars[j]; d.name == key && (d.late || !late) {
				*d.value = int32(n)
			}
		}
	}
}

var tracebackEnv uint32

//go:linkname setTraceback runtime/debug.SetTraceback
func setTraceback(level string) {
	t := tracebackBits(level)
	// A program may only ask for more than the environment does.
	if t>>tracebackShift < tracebackEnv>>tracebackShift {
		t = t&(1<<tracebackShift-1) | tracebackEnv>>tracebackShift<<tracebackShift
	}
	tracebackCache = t | tracebackEnv&(1<<tracebackShift-1)
}

// atoi reads a decimal number.
func atoi(s string) (int, bool) {
	neg := false
	i := 0
	if len(s) > 0 && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		i = 1
	}
	if i == len(s) {
		return 0, false
	}
	n := 0
	for ; i < len(s); i++ {
		c := s[i]
		if c < '0' || c > '9' || n > 1<<58 {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	if neg {
		n = -n
	}
	return n, true
}

// argslice and envs are the program's arguments and environment, made when first asked for; the few variables that the
// runtime itself reads are looked up among strings outside the heap.
var (
	envstrings []string // outside the heap
	argslice   []string
)

// envinit copies the environment out of the host.
func envinit() {
	n := 0
	for {
		if _, ok := hostenv(n, nil, 0); !ok {
			break
		}
		n++
	}
	envstrings = hoststrings(n, true)
	n = 0
	for {
		if _, ok := hostarg(n, nil, 0); !ok {
			break
		}
		n++
	}
	argslice = hoststrings(n, false)
}

func hoststrings(n int, env bool) []string {
	var list []string
	s := (*slice)(unsafe.Pointer(&list))
	if n == 0 {
		return list
	}
	s.array = persistentalloc(uintptr(n)*unsafe.Sizeof(""), ptrSize)
	s.len = n
	s.cap = n
	for i := 0; i < n; i++ {
		var length int
		if env {
			length, _ = hostenv(i, nil, 0)
		} else {
			length, _ = hostarg(i, nil, 0)
		}
		p := persistentalloc(uintptr(length)+1, 1)
		if env {
			hostenv(i, p, length)
		} else {
			hostarg(i, p, length)
		}
		str := (*stringStruct)(add(s.array, uintptr(i)*unsafe.Sizeof("")))
		str.str = p
		str.len = length
	}
	return list
}

// gogetenv returns the value of an environment variable, "" if it is not set.
func gogetenv(key string) string {
	for _, s := range envstrings {
		if len(s) > len(key) && s[len(key)] == '=' && s[:len(key)] == key {
			return s[len(key)+1:]
		}
	}
	return ""
}

//go:linkname os_runtime_args os.runtime_args
func os_runtime_args() []string {
	return append([]string{}, argslice...)
}

//go:linkname syscall_runtime_envs syscall.runtime_envs
func syscall_runtime_envs() []string {
	return append([]string{}, envstrings...)
}
