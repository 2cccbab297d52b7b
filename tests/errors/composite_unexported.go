package main

import (
	"strings"
	"sync"
)

func main() {
	_ = sync.Mutex{1, 2}
	_ = strings.Builder{buf: nil}
	var m sync.Mutex
	m.state = 1
	m.lockSlow()
}

// Errors:
// ./composite_unexported.go:9:17: implicit assignment to unexported field _ in struct literal of type "sync".Mutex
// ./composite_unexported.go:9:20: implicit assignment to unexported field mu in struct literal of type "sync".Mutex
// ./composite_unexported.go:10:22: cannot refer to unexported field buf in struct literal of type strings.Builder
// ./composite_unexported.go:12:4: m.state undefined (type "sync".Mutex has no field or method state)
// ./composite_unexported.go:13:4: m.lockSlow undefined (type "sync".Mutex has no field or method lockSlow)
