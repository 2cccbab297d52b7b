package main

func two() (int, string) { return 1, "" }
func none()              {}

func main() {
	a, b := 1
	c := 1, 2
	d, e, f := two()
	g := two()
	var h, i int = 1, 2, 3
	var j = none()
	a, b = b
	a = two()
	k, l := none(), 1
	_, _, _, _, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h, i, j, k, l
}

// Errors:
// ./assignment_count.go:7:10: assignment mismatch: 2 variables but 1 value
// ./assignment_count.go:8:7: assignment mismatch: 1 variable but 2 values
// ./assignment_count.go:9:13: assignment mismatch: 3 variables but two returns 2 values
// ./assignment_count.go:10:7: assignment mismatch: 1 variable but two returns 2 values
// ./assignment_count.go:11:23: extra init expr 3
// ./assignment_count.go:12:10: none() (no value) used as value
// ./assignment_count.go:14:6: assignment mismatch: 1 variable but two returns 2 values
// ./assignment_count.go:15:10: none() (no value) used as value
