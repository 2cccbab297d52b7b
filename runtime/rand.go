package runtime

import _ "unsafe"

// The random numbers of package math/rand start from the machine's own.

//go:linkname rand_runtimeRand math/rand.runtimeRand
func rand_runtimeRand() uint64 { return rand64() }

//go:linkname rand_seeded math/rand.seeded
func rand_seeded() (begin, again bool) {
	return goversion14 || debug.randautoseed == 0, goversion14 || debug.randseednop == 0
}
