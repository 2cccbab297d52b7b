package main

func main() {
	fallthrough
	switch 1 {
	case 1:
		if true {
			fallthrough
		}
	case 2:
		fallthrough
	}
	select {
	default:
		fallthrough
	}
	for {
		fallthrough
	}
}

// Errors:
// ./fallthrough_errors.go:4:2: fallthrough statement out of place
// ./fallthrough_errors.go:8:4: fallthrough statement out of place
// ./fallthrough_errors.go:11:3: cannot fallthrough final case in switch
// ./fallthrough_errors.go:15:3: fallthrough statement out of place
// ./fallthrough_errors.go:18:3: fallthrough statement out of place
