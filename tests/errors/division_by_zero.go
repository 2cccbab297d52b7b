package main

func main() {
	x := 5
	_ = x / 0
	_ = x % 0
	x /= 0
	_ = 1.5 / 0
	y := 1.0
	_ = y / 0
	_ = 5 % 0
	const z = 0
	_ = x / z
	_ = 1i / 0
}

// Errors:
// ./division_by_zero.go:5:10: invalid operation: division by zero
// ./division_by_zero.go:6:10: invalid operation: division by zero
// ./division_by_zero.go:7:7: invalid operation: division by zero
// ./division_by_zero.go:8:12: invalid operation: division by zero
// ./division_by_zero.go:11:10: invalid operation: division by zero
// ./division_by_zero.go:13:10: invalid operation: division by zero
// ./division_by_zero.go:14:11: invalid operation: division by zero
