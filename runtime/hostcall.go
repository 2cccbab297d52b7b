package runtime

// What calls from the host need of the runtime; see package morestack/hostcall.

// hostparked ends the host's run of the machine; the host goes on later with the goroutine's saved state.
func hostparked(gp *g)

// hostpark gives control to the host. Everything the program has, this goroutine's state among it, lies in memory then.
func hostpark() {
	mcall(func(gp *g) {
		hostparked(gp)
	})
}

// currentgoid is the number of the current goroutine.
func currentgoid() uint64 {
	return getg().goid
}

// typetext is the name of a value's type.
func typetext(v interface{}) string {
	if v == nil {
		return "nil"
	}
	return efaceOf(&v).typ.string()
}

// paniccause is what the runtime would print behind "panic: ".
func paniccause(v interface{}) string {
	switch x := v.(type) {
	case error:
		v = x.Error()
	case stringer:
		v = x.String()
	}
	buf := make([]byte, 4096)
	n := 0
	systemstack(func() {
		g0.writebuf = buf[0:0:len(buf)]
		printpanicval(v)
		n = len(g0.writebuf)
		g0.writebuf = nil
	})
	return string(buf[:n])
}
