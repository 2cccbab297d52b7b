package runtime

import "unsafe"

// The CPU profile: while it is on, each time slice of a goroutine that ends counts the stack that it ended at. The
// host ends a slice a hundred times a second, whatever rate was asked for.

const cpuProfile = 4

var (
	cpuprofiling bool
	cpulog       bool // a profile is on, or nobody has read it yet
	cpubuckets   *bucket
)

// cpusample counts the stack of gp, from its saved state. On g0.
func cpusample(gp *g) {
	var stk [maxStackDepth]uintptr
	n := gentraceback(^uintptr(0), ^uintptr(0), 0, gp, 0, &stk[0], len(stk), nil, nil, 0)
	if n > 0 {
		addevent(cpuProfile, gp.labels, stk[:n], 1, 0)
	}
}

// markcputags marks the labels in the CPU profile.
func markcputags() {
	for b := cpubuckets; b != nil; b = b.allnext {
		greyptr(uintptr(b.tag))
	}
}

// SetCPUProfileRate turns the CPU profile on, if hz > 0, or off. Most programs let package runtime/pprof do that.
func SetCPUProfileRate(hz int) {
	if hz <= 0 {
		cpuprofiling = false
		return
	}
	if cpulog {
		printstring("runtime: cannot set cpu profile rate until previous profile has finished.\n")
		return
	}
	for b := cpubuckets; b != nil; b = b.allnext {
		b.count = 0
		b.tag = nil // no sample finds this bucket any more if it had one
	}
	cpuprofiling = true
	cpulog = true
}

// CPUProfile panics: nobody can read the profile in the form that it gave.
func CPUProfile() []byte { panic("CPUProfile no longer available") }

// pprof_cpurecords reads the profile that has been turned off: its samples and the labels of each.
//
//go:linkname pprof_cpurecords runtime/pprof.cpuRecords
func pprof_cpurecords(p []BlockProfileRecord, tags []unsafe.Pointer) (n int, ok bool) {
	n, ok = eventprofile(cpubuckets, p)
	if ok {
		i := 0
		for b := cpubuckets; b != nil; b = b.allnext {
			tags[i] = b.tag
			i++
		}
		cpulog = false
	}
	return n, ok
}
