package main

func main() {
	var i8 int8
	var i16 int16 = 1
	i8 = i16
	var m map[string]int = map[int]string{}
	var ch chan<- int = make(<-chan int)
	var fn func(int) = func(string) {}
	var p *int = nil
	p = 0
	var s struct{ a int } = struct{ b int }{}
	var bo bool = 1
	_, _, _, _, _, _, _ = i8, m, ch, fn, p, s, bo
}

// Errors:
// ./assign_mismatch_types2.go:6:7: cannot use i16 (variable of type int16) as int8 value in assignment
// ./assign_mismatch_types2.go:7:25: cannot use map[int]string{} (value of type map[int]string) as map[string]int value in variable declaration
// ./assign_mismatch_types2.go:8:22: cannot use make(<-chan int) (value of type <-chan int) as chan<- int value in variable declaration
// ./assign_mismatch_types2.go:9:21: cannot use func(string) {} (value of type func(string)) as func(int) value in variable declaration
// ./assign_mismatch_types2.go:11:6: cannot use 0 (untyped int constant) as *int value in assignment
// ./assign_mismatch_types2.go:12:26: cannot use struct{b int}{} (value of type struct{b int}) as struct{a int} value in variable declaration
// ./assign_mismatch_types2.go:13:16: cannot use 1 (untyped int constant) as bool value in variable declaration
