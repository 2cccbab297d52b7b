package runtime

import _ "unsafe"

// The random numbers of package math/rand start from the machine's own.

//go:linkname rand_runtimeRand math/rand.runtimeRand
func rand_runtimeRand() uint64 { return rand64() }
