package runtime

import _ "unsafe" // for go:linkname

// The CPU profile: while it is on, each time slice of a goroutine that ends counts the stack that it ended at. The
// host ends a slice a hundred times a second.

const cpuProfile = 4

var (
	cpuprofiling bool
	cpubuckets   *bucket
)

// cpusample counts the stack of gp, from its saved state. On g0.
func cpusample(gp *g) {
	var stk [maxStackDepth]uintptr
	n := gentraceback(^uintptr(0), ^uintptr(0), 0, gp, 0, &stk[0], len(stk), nil, nil, 0)
	if n > 0 {
		addevent(cpuProfile, stk[:n], 1, 0)
	}
}

// pprof_setcpu turns the profile on or off; turned on it begins anew.
//
//go:linkname pprof_setcpu runtime/pprof.setCPUProfiling
func pprof_setcpu(on bool) {
	if on {
		for b := cpubuckets; b != nil; b = b.allnext {
			b.count = 0
		}
	}
	cpuprofiling = on
}

//go:linkname pprof_cpurecords runtime/pprof.cpuRecords
func pprof_cpurecords(p []BlockProfileRecord) (n int, ok bool) { return eventprofile(cpubuckets, p) }
