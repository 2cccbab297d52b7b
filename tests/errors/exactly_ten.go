package main

func main() {
	a1()
	a2()
	a3()
	a4()
	a5()
	a6()
	a7()
	a8()
	a9()
	a10()
}

// Errors:
// ./exactly_ten.go:4:2: undefined: a1
// ./exactly_ten.go:5:2: undefined: a2
// ./exactly_ten.go:6:2: undefined: a3
// ./exactly_ten.go:7:2: undefined: a4
// ./exactly_ten.go:8:2: undefined: a5
// ./exactly_ten.go:9:2: undefined: a6
// ./exactly_ten.go:10:2: undefined: a7
// ./exactly_ten.go:11:2: undefined: a8
// ./exactly_ten.go:12:2: undefined: a9
// ./exactly_ten.go:13:2: undefined: a10
// ./exactly_ten.go:13:2: too many errors
