package main

func f(a int, b string)     {}
func v(a int, b ...string)  {}
func n()                    {}
func two() (int, string)    { return 1, "" }
func three() (int, int, int) { return 1, 2, 3 }

func main() {
	f(1)
	f(1, "a", 2)
	f("a", 1)
	f()
	v()
	v(1, 2)
	v(1, []string{}, "x")
	n(1)
	f(three())
	f(two(), 1)
}

// Errors:
// ./call_count.go:10:4: not enough arguments in call to f
// 	have (number)
// 	want (int, string)
// ./call_count.go:11:12: too many arguments in call to f
// 	have (number, string, number)
// 	want (int, string)
// ./call_count.go:12:4: cannot use "a" (untyped string constant) as int value in argument to f
// ./call_count.go:12:9: cannot use 1 (untyped int constant) as string value in argument to f
// ./call_count.go:13:2: not enough arguments in call to f
// 	have ()
// 	want (int, string)
// ./call_count.go:14:2: not enough arguments in call to v
// 	have ()
// 	want (int, ...string)
// ./call_count.go:15:7: cannot use 2 (untyped int constant) as string value in argument to v
// ./call_count.go:16:7: cannot use []string{} (value of type []string) as string value in argument to v
// ./call_count.go:17:4: too many arguments in call to n
// 	have (number)
// 	want ()
// ./call_count.go:18:4: too many arguments in call to f
// 	have (int, int, int)
// 	want (int, string)
// ./call_count.go:18:4: too many errors
