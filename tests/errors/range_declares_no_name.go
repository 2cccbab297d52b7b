package main

func main() {
	r := []int{1}
	for "s", x := range r {
		_ = x
	}
	var t struct{ a int }
	for t.a = range r {
	}
	for t.a := range r {
	}
}

// Errors:
// ./range_declares_no_name.go:5:6: invalid syntax tree: cannot declare "s"
// ./range_declares_no_name.go:11:2: no new variables on left side of :=
// ./range_declares_no_name.go:11:6: invalid syntax tree: cannot declare t.a
