package main

func main() {
	break
	continue
	for {
		func() {
			break
		}()
	}
	switch {
	case true:
		continue
	}
L:
	switch {
	case true:
		for {
			continue L
		}
	}
	for {
		break M
		continue N
	}
	if true {
		fallthrough
	}
	select {
	default:
		break
	}
}

// Errors:
// ./break_continue.go:4:2: break is not in a loop, switch, or select
// ./break_continue.go:5:2: continue is not in a loop
// ./break_continue.go:8:4: break is not in a loop, switch, or select
// ./break_continue.go:13:3: continue is not in a loop
// ./break_continue.go:19:13: invalid continue label L
// ./break_continue.go:23:9: break label not defined: M
// ./break_continue.go:24:12: continue label not defined: N
// ./break_continue.go:27:3: fallthrough statement out of place
