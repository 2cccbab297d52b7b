package main

func a() int           { return }
func b()               { return 1 }
func c() (int, string) { return 1 }
func d() (int, error)  { return 1, 2, 3 }
func e() int           { return "x" }
func f() (x int, y string) {
	return 1
}
func g() (err error) {
	{
		err := error(nil)
		_ = err
		return
	}
}
func two() (int, int) { return 1, 2 }
func h() int          { return two() }
func i() (int, string) { return two() }

func main() {}

// Errors:
// ./return_count.go:3:26: not enough return values
// 	have ()
// 	want (int)
// ./return_count.go:4:33: too many return values
// 	have (number)
// 	want ()
// ./return_count.go:5:33: not enough return values
// 	have (number)
// 	want (int, string)
// ./return_count.go:6:39: too many return values
// 	have (number, number, number)
// 	want (int, error)
// ./return_count.go:7:33: cannot use "x" (untyped string constant) as int value in return statement
// ./return_count.go:9:9: not enough return values
// 	have (number)
// 	want (int, string)
// ./return_count.go:15:3: result parameter err not in scope at return
// 	./return_count.go:13:3: inner declaration of var err error
// ./return_count.go:19:32: too many return values
// 	have (int, int)
// 	want (int)
// ./return_count.go:20:33: cannot use 2nd function result (value of type int) as string value in return statement
