package main

func main() {
	var i string
	var v int
	for i = range []int{1} {
	}
	for _, v = range []string{"a"} {
	}
	for i, v = range map[int]string{} {
	}
	for v = range "abc" {
	}
	var r byte
	for _, r = range "abc" {
	}
	for v, i = range make(chan int) {
	}
	const c = 5
	for c = range 3 {
	}
	for f() = range 3 {
	}
	for i := range 3.0 {
		_ = i
	}
	var u8 uint8
	for u8 = range 300 {
	}
}

func f() int { return 1 }

// Errors:
// ./range_assign_types.go:6:6: cannot use i (value of type int) as string value in assignment
// ./range_assign_types.go:8:9: cannot use v (value of type string) as int value in assignment
// ./range_assign_types.go:10:6: cannot use i (value of type int) as string value in assignment
// ./range_assign_types.go:10:9: cannot use v (value of type string) as int value in assignment
// ./range_assign_types.go:15:9: cannot use r (value of type rune) as byte value in assignment
// ./range_assign_types.go:17:9: range over make(chan int) (value of type chan int) permits only one iteration variable
// ./range_assign_types.go:20:6: cannot assign to c (neither addressable nor a map index expression)
// ./range_assign_types.go:22:6: cannot assign to f() (neither addressable nor a map index expression)
// ./range_assign_types.go:24:17: cannot range over 3.0 (untyped float constant 3)
// ./range_assign_types.go:28:17: cannot use 300 (untyped int constant) as uint8 value in range clause (overflows)
// ./range_assign_types.go:28:17: too many errors
