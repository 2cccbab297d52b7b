package main

func f() (n int) {
	a := 1
	var b, c = 2, 3
	_ = c
	for i := 0; ; {
	}
	return
}

func main() {
	x, y := 1, 2
	_ = y
	func() {
		z := 3
	}()
	var w int
	w = 5
	switch v := interface{}(1).(type) {
	case int:
	}
	if q := 1; true {
	}
}

// Errors:
// ./unused_variable.go:4:2: declared and not used: a
// ./unused_variable.go:5:6: declared and not used: b
// ./unused_variable.go:7:6: declared and not used: i
// ./unused_variable.go:13:2: declared and not used: x
// ./unused_variable.go:16:3: declared and not used: z
// ./unused_variable.go:18:6: declared and not used: w
// ./unused_variable.go:20:9: v declared and not used
// ./unused_variable.go:23:5: declared and not used: q
