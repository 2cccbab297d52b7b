package main

var x = iota

const (
	a = iota
	b, c = iota
	d
)

func main() {
	_ = iota
	const e, f = 1, 2, 3
}

// Errors:
// ./iota_outside.go:3:9: cannot use iota outside constant declaration
// ./iota_outside.go:7:5: missing init expr for c
// ./iota_outside.go:12:6: cannot use iota outside constant declaration
// ./iota_outside.go:13:21: extra init expr 3
