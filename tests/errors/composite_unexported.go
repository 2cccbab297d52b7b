package main

import (
	"strings"
	"sync"
)

func main() {
	_ = strings.Builder{buf: nil}
	var m sync.Mutex
	m.lock()
	m.Lok()
	_ = m.state
	_ = sync.Mutex{nope: 1}
	_ = sync.mutex{}
}

// Errors:
// ./composite_unexported.go:9:22: cannot refer to unexported field buf in struct literal of type strings.Builder
// ./composite_unexported.go:11:4: m.lock undefined (type "sync".Mutex has no field or method lock, but does have method Lock)
// ./composite_unexported.go:12:4: m.Lok undefined (type "sync".Mutex has no field or method Lok)
// ./composite_unexported.go:13:8: m.state undefined (type "sync".Mutex has no field or method state)
// ./composite_unexported.go:14:17: unknown field nope in struct literal of type "sync".Mutex
// ./composite_unexported.go:15:11: undefined: sync.mutex (but have Mutex)
