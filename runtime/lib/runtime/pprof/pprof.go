// Package pprof writes profiles of the running program in the formats of the pprof tool.
package pprof

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"sort"
	"strings"
	"sync"
	"time"
	"unsafe"
)

// A Profile is a collection of stack traces, those that led to a kind of event.
type Profile struct {
	name  string
	mu    sync.Mutex
	m     map[any][]uintptr
	count func() int
	write func(io.Writer, int) error
}

var profiles struct {
	mu sync.Mutex
	m  map[string]*Profile
}

func lockProfiles() {
	profiles.mu.Lock()
	if profiles.m == nil {
		profiles.m = map[string]*Profile{
			"goroutine":    {name: "goroutine", count: runtime.NumGoroutine, write: writeGoroutine},
			"threadcreate": {name: "threadcreate", count: countThreadCreate, write: writeThreadCreate},
			"heap":         {name: "heap", count: countHeap, write: writeHeap},
			"allocs":       {name: "allocs", count: countHeap, write: writeAlloc},
			"block":        {name: "block", count: countBlock, write: writeBlock},
			"mutex":        {name: "mutex", count: countMutex, write: writeMutex},
		}
	}
}

// NewProfile makes a profile of the program's own; it panics if the name is taken.
func NewProfile(name string) *Profile {
	lockProfiles()
	defer profiles.mu.Unlock()
	if name == "" {
		panic("pprof: NewProfile with empty name")
	}
	if profiles.m[name] != nil {
		panic("pprof: NewProfile name already in use: " + name)
	}
	p := &Profile{name: name, m: map[any][]uintptr{}}
	profiles.m[name] = p
	return p
}

// Lookup returns the profile of a name, nil if there is none.
func Lookup(name string) *Profile {
	lockProfiles()
	defer profiles.mu.Unlock()
	return profiles.m[name]
}

// Profiles returns all profiles by name.
func Profiles() []*Profile {
	lockProfiles()
	defer profiles.mu.Unlock()
	all := make([]*Profile, 0, len(profiles.m))
	for _, p := range profiles.m {
		all = append(all, p)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].name < all[j].name })
	return all
}

// Name returns the profile's name.
func (p *Profile) Name() string { return p.name }

// Count returns the number of stacks in the profile.
func (p *Profile) Count() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.count != nil {
		return p.count()
	}
	return len(p.m)
}

// Add adds the current stack under value; skip as for runtime.Callers.
func (p *Profile) Add(value any, skip int) {
	if p.name == "" {
		panic("pprof: use of uninitialized Profile")
	}
	if p.write != nil {
		panic("pprof: Add called on built-in Profile " + p.name)
	}
	stk := make([]uintptr, 32)
	n := runtime.Callers(skip+1, stk)
	stk = stk[:n]
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.m[value] != nil {
		panic("pprof: Profile.Add of duplicate value")
	}
	p.m[value] = stk
}

// Remove removes the stack of value.
func (p *Profile) Remove(value any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.m, value)
}

// WriteTo writes the profile: debug 0 in the binary form, 1 as text.
func (p *Profile) WriteTo(w io.Writer, debug int) error {
	if p.name == "" {
		panic("pprof: use of zero Profile")
	}
	if p.write != nil {
		return p.write(w, debug)
	}
	p.mu.Lock()
	all := make([][]uintptr, 0, len(p.m))
	for _, stk := range p.m {
		all = append(all, stk)
	}
	p.mu.Unlock()
	return printCountProfile(w, debug, p.name, all, nil)
}

// ---- stacks that are only counted ----

// counted is a stack, the labels that it was found with, and how often it was.
type counted struct {
	n      int
	key    string
	stack  []uintptr
	labels *labelMap
}

// countProfile counts equal stacks with equal labels, the most frequent first, then by the text of their pcs. labels is
// as long as all, or nil.
func countProfile(all [][]uintptr, labels []unsafe.Pointer) []counted {
	index := map[string]int{}
	var out []counted
	for k, stk := range all {
		var lbls *labelMap
		if labels != nil {
			lbls = (*labelMap)(labels[k])
		}
		key := countKey(stk, lbls)
		i, ok := index[key]
		if !ok {
			i = len(out)
			index[key] = i
			out = append(out, counted{0, key, stk, lbls})
		}
		out[i].n++
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].n != out[j].n {
			return out[i].n > out[j].n
		}
		return out[i].key < out[j].key
	})
	return out
}

// countKey is a stack and its labels as the text form has them.
func countKey(stk []uintptr, labels *labelMap) string {
	var t text
	t.printf("@")
	t.pcs(stk)
	if labels != nil {
		t.printf("\n# labels: %v", labels)
	}
	return string(t.b)
}

func printCountProfile(w io.Writer, debug int, name string, all [][]uintptr, labels []unsafe.Pointer) error {
	counts := countProfile(all, labels)
	if debug <= 0 {
		b := newBuilder()
		b.valueType(11, name, "count")
		b.out.int(12, 1)
		b.valueType(1, name, "count")
		for _, c := range counts {
			b.sample(c.stack, []int64{int64(c.n)}, c.labels)
		}
		return b.finish(w)
	}
	var t text
	t.printf("%s profile: total %d\n", name, len(all))
	for _, c := range counts {
		t.printf("%d %s\n", c.n, c.key)
		t.stack(c.stack, false)
	}
	return t.flush(w)
}

func countThreadCreate() int {
	n, _ := runtime.ThreadCreateProfile(nil)
	return n
}

func writeThreadCreate(w io.Writer, debug int) error {
	// Nobody has looked at the labels of a thread yet.
	return writeRuntimeProfile(w, debug, "threadcreate", func(p []runtime.StackRecord, _ []unsafe.Pointer) (int, bool) {
		return runtime.ThreadCreateProfile(p)
	})
}

//go:linkname pprof_goroutineProfileWithLabels runtime.pprof_goroutineProfileWithLabels
func pprof_goroutineProfileWithLabels(p []runtime.StackRecord, labels []unsafe.Pointer) (n int, ok bool)

func writeGoroutine(w io.Writer, debug int) error {
	if debug >= 2 {
		return writeGoroutineStacks(w)
	}
	return writeRuntimeProfile(w, debug, "goroutine", pprof_goroutineProfileWithLabels)
}

// writeRuntimeProfile writes what fetch, one of the runtime's profiles, gives.
func writeRuntimeProfile(w io.Writer, debug int, name string, fetch func([]runtime.StackRecord, []unsafe.Pointer) (int, bool)) error {
	var p []runtime.StackRecord
	var labels []unsafe.Pointer
	n, ok := fetch(nil, nil)
	for !ok {
		p = make([]runtime.StackRecord, n+10)
		labels = make([]unsafe.Pointer, n+10)
		n, ok = fetch(p, labels)
	}
	var all [][]uintptr
	for i := range p[:n] {
		all = append(all, p[i].Stack())
	}
	return printCountProfile(w, debug, name, all, labels)
}

func writeGoroutineStacks(w io.Writer) error {
	buf := make([]byte, 1<<16)
	for {
		n := runtime.Stack(buf, true)
		if n < len(buf) || len(buf) >= 64<<20 {
			_, err := w.Write(buf[:n])
			return err
		}
		buf = make([]byte, 2*len(buf))
	}
}

// ---- text ----

// text builds the text form; lines of a stack stand in columns.
type text struct{ b []byte }

func (t *text) printf(format string, a ...any) { t.b = fmt.Appendf(t.b, format, a...) }

func (t *text) flush(w io.Writer) error {
	_, err := w.Write(t.b)
	return err
}

func (t *text) pcs(stack []uintptr) {
	for _, pc := range stack {
		t.printf(" %#x", pc)
	}
}

// cells pads a text with tabs to a column of the given width.
func (t *text) cell(s string, width int) {
	t.b = append(t.b, s...)
	width = (width + 1 + 7) / 8 * 8
	for n := len(s); n < width; n = (n/8 + 1) * 8 {
		t.b = append(t.b, '\t')
	}
}

// stack writes the frames of a stack, without those of the runtime at its beginning
// unless nothing else would be left.
func (t *text) stack(stk []uintptr, allFrames bool) {
	type row struct{ pc, name, place string }
	var rows []row
	show := allFrames
	if len(stk) > 0 {
		frames := runtime.CallersFrames(stk)
		for {
			frame, more := frames.Next()
			name := frame.Function
			if name == "" {
				show = true
				rows = append(rows, row{fmt.Sprintf("%#x", frame.PC), "", ""})
			} else if name != "runtime.goexit" && (show || !strings.HasPrefix(name, "runtime.")) {
				show = true
				rows = append(rows, row{
					fmt.Sprintf("%#x", frame.PC), fmt.Sprintf("%s+%#x", name, frame.PC-frame.Entry),
					fmt.Sprintf("%s:%d", frame.File, frame.Line),
				})
			}
			if !more {
				break
			}
		}
	}
	if !show {
		t.stack(stk, true)
		return
	}
	wide, wider := 0, 0
	for _, r := range rows {
		if len(r.pc) > wide {
			wide = len(r.pc)
		}
		if len(r.name) > wider {
			wider = len(r.name)
		}
	}
	for _, r := range rows {
		t.cell("#", 1)
		if r.name == "" {
			t.b = append(t.b, r.pc...)
		} else {
			t.cell(r.pc, wide)
			t.cell(r.name, wider)
			t.b = append(t.b, r.place...)
		}
		t.b = append(t.b, '\n')
	}
	t.b = append(t.b, '\n')
}

// ---- memory ----

// WriteHeapProfile writes the heap profile in the binary form.
func WriteHeapProfile(w io.Writer) error { return writeHeap(w, 0) }

func countHeap() int {
	n, _ := runtime.MemProfile(nil, true)
	return n
}

func memRecords() []runtime.MemProfileRecord {
	n, ok := runtime.MemProfile(nil, true)
	for {
		p := make([]runtime.MemProfileRecord, n+50)
		n, ok = runtime.MemProfile(p, true)
		if ok {
			return p[:n]
		}
	}
}

func writeHeap(w io.Writer, debug int) error  { return writeMemory(w, debug, "") }
func writeAlloc(w io.Writer, debug int) error { return writeMemory(w, debug, "alloc_space") }

func writeMemory(w io.Writer, debug int, defaultType string) error {
	p := memRecords()
	if debug == 0 {
		return writeMemoryProto(w, p, int64(runtime.MemProfileRate), defaultType)
	}
	sort.SliceStable(p, func(i, j int) bool { return p[i].InUseBytes() > p[j].InUseBytes() })
	var total runtime.MemProfileRecord
	for i := range p {
		r := &p[i]
		total.AllocBytes += r.AllocBytes
		total.AllocObjects += r.AllocObjects
		total.FreeBytes += r.FreeBytes
		total.FreeObjects += r.FreeObjects
	}
	var t text
	rate := 2 * runtime.MemProfileRate
	t.printf("heap profile: %d: %d [%d: %d] @ heap/%d\n", total.InUseObjects(), total.InUseBytes(), total.AllocObjects,
		total.AllocBytes, rate)
	for i := range p {
		r := &p[i]
		t.printf("%d: %d [%d: %d] @", r.InUseObjects(), r.InUseBytes(), r.AllocObjects, r.AllocBytes)
		t.pcs(r.Stack())
		t.printf("\n")
		t.stack(r.Stack(), false)
	}
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	t.printf("\n# runtime.MemStats\n# Alloc = %d\n# TotalAlloc = %d\n# Sys = %d\n# Lookups = %d\n# Mallocs = %d\n# Frees = %d\n",
		s.Alloc, s.TotalAlloc, s.Sys, s.Lookups, s.Mallocs, s.Frees)
	t.printf("# HeapAlloc = %d\n# HeapSys = %d\n# HeapIdle = %d\n# HeapInuse = %d\n# HeapReleased = %d\n# HeapObjects = %d\n",
		s.HeapAlloc, s.HeapSys, s.HeapIdle, s.HeapInuse, s.HeapReleased, s.HeapObjects)
	t.printf("# Stack = %d / %d\n# MSpan = %d / %d\n# MCache = %d / %d\n# BuckHashSys = %d\n# GCSys = %d\n# OtherSys = %d\n",
		s.StackInuse, s.StackSys, s.MSpanInuse, s.MSpanSys, s.MCacheInuse, s.MCacheSys, s.BuckHashSys, s.GCSys, s.OtherSys)
	t.printf("# NextGC = %d\n# LastGC = %d\n# PauseNs = %d\n# PauseEnd = %d\n# NumGC = %d\n# NumForcedGC = %d\n", s.NextGC,
		s.LastGC, s.PauseNs, s.PauseEnd, s.NumGC, s.NumForcedGC)
	t.printf("# GCCPUFraction = %v\n# DebugGC = %v\n", s.GCCPUFraction, s.DebugGC)
	return t.flush(w)
}

func writeMemoryProto(w io.Writer, p []runtime.MemProfileRecord, rate int64, defaultType string) error {
	b := newBuilder()
	b.valueType(11, "space", "bytes")
	b.out.int(12, rate)
	b.valueType(1, "alloc_objects", "count")
	b.valueType(1, "alloc_space", "bytes")
	b.valueType(1, "inuse_objects", "count")
	b.valueType(1, "inuse_space", "bytes")
	if defaultType != "" {
		b.out.uint(14, b.str(defaultType))
	}
	for i := range p {
		r := &p[i]
		ao, ab := scale(r.AllocObjects, r.AllocBytes, rate)
		uo, ub := scale(r.InUseObjects(), r.InUseBytes(), rate)
		b.sample(withoutRuntime(r.Stack()), []int64{ao, ab, uo, ub}, nil)
	}
	return b.finish(w)
}

// withoutRuntime drops the runtime's frames at the beginning.
func withoutRuntime(stk []uintptr) []uintptr {
	for i, pc := range stk {
		frame, _ := runtime.CallersFrames([]uintptr{pc}).Next()
		if !strings.HasPrefix(frame.Function, "runtime.") {
			return stk[i:]
		}
	}
	return stk
}

// scale estimates, from samples taken every rate bytes on average, what they stand for.
func scale(count, size, rate int64) (int64, int64) {
	if count == 0 || size == 0 {
		return 0, 0
	}
	if rate <= 1 {
		return count, size
	}
	average := float64(size) / float64(count)
	s := 1 / (1 - exp(-average/float64(rate)))
	return int64(float64(count) * s), int64(float64(size) * s)
}

// exp is e**x for x <= 0.
func exp(x float64) float64 {
	if x < -700 {
		return 0
	}
	halvings := 0
	for x < -0.5 {
		x /= 2
		halvings++
	}
	sum, term := 1.0, 1.0
	for i := 1; i < 20; i++ {
		term *= x / float64(i)
		sum += term
	}
	for ; halvings > 0; halvings-- {
		sum *= sum
	}
	return sum
}

// ---- blocking and contention ----

func countBlock() int {
	n, _ := runtime.BlockProfile(nil)
	return n
}

func countMutex() int {
	n, _ := runtime.MutexProfile(nil)
	return n
}

func writeBlock(w io.Writer, debug int) error {
	return writeCycles(w, debug, "--- contention:\ncycles/second=1000000000\n", runtime.BlockProfile)
}

func writeMutex(w io.Writer, debug int) error {
	head := fmt.Sprintf("--- mutex:\ncycles/second=1000000000\nsampling period=%d\n", runtime.SetMutexProfileFraction(-1))
	return writeCycles(w, debug, head, runtime.MutexProfile)
}

func writeCycles(w io.Writer, debug int, head string, read func([]runtime.BlockProfileRecord) (int, bool)) error {
	n, ok := read(nil)
	var p []runtime.BlockProfileRecord
	for {
		p = make([]runtime.BlockProfileRecord, n+50)
		n, ok = read(p)
		if ok {
			p = p[:n]
			break
		}
	}
	sort.SliceStable(p, func(i, j int) bool { return p[i].Cycles > p[j].Cycles })
	if debug <= 0 {
		b := newBuilder()
		b.valueType(11, "contentions", "count")
		b.out.int(12, 1)
		b.valueType(1, "contentions", "count")
		b.valueType(1, "delay", "nanoseconds")
		for i := range p {
			b.sample(p[i].Stack(), []int64{p[i].Count, p[i].Cycles}, nil)
		}
		return b.finish(w)
	}
	var t text
	t.printf("%s", head)
	for i := range p {
		r := &p[i]
		t.printf("%v %v @", r.Cycles, r.Count)
		t.pcs(r.Stack())
		t.printf("\n")
		t.stack(r.Stack(), true)
	}
	return t.flush(w)
}

// ---- CPU ----

func cpuRecords(p []runtime.BlockProfileRecord, labels []unsafe.Pointer) (n int, ok bool)

var cpu struct {
	mu      sync.Mutex
	on      bool
	w       io.Writer
	start   time.Time
	stop    chan bool
	stopped chan bool
}

const cpuPeriod = 10 * time.Millisecond

// StartCPUProfile turns the CPU profile on; StopCPUProfile writes it to w.
func StartCPUProfile(w io.Writer) error {
	cpu.mu.Lock()
	defer cpu.mu.Unlock()
	if cpu.on {
		return errors.New("cpu profiling already in use")
	}
	cpu.on = true
	cpu.w = w
	cpu.start = time.Now()
	cpu.stop = make(chan bool)
	cpu.stopped = make(chan bool)
	runtime.SetCPUProfileRate(int(time.Second / cpuPeriod))
	go keepAwake(cpu.stop, cpu.stopped)
	return nil
}

// keepAwake has a timer always set, so that time slices end also when nobody else runs.
func keepAwake(stop, stopped chan bool) {
	t := time.NewTicker(100 * time.Millisecond)
	for {
		select {
		case <-t.C:
		case <-stop:
			t.Stop()
			stopped <- true
			return
		}
	}
}

// StopCPUProfile turns the CPU profile off and writes it.
func StopCPUProfile() {
	cpu.mu.Lock()
	defer cpu.mu.Unlock()
	if !cpu.on {
		return
	}
	cpu.on = false
	runtime.SetCPUProfileRate(0)
	cpu.stop <- true
	<-cpu.stopped
	var p []runtime.BlockProfileRecord
	var labels []unsafe.Pointer
	n, ok := cpuRecords(nil, nil)
	for !ok {
		p = make([]runtime.BlockProfileRecord, n+50)
		labels = make([]unsafe.Pointer, n+50)
		n, ok = cpuRecords(p, labels)
	}
	p = p[:n]
	b := newBuilder()
	b.valueType(1, "samples", "count")
	b.valueType(1, "cpu", "nanoseconds")
	b.valueType(11, "cpu", "nanoseconds")
	b.out.int(12, int64(cpuPeriod))
	b.out.int(9, cpu.start.UnixNano())
	b.out.int(10, int64(time.Since(cpu.start)))
	for i := range p {
		if p[i].Count > 0 {
			b.sample(p[i].Stack(), []int64{p[i].Count, p[i].Count * int64(cpuPeriod)}, (*labelMap)(labels[i]))
		}
	}
	b.finish(cpu.w)
}
