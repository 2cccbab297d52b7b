package main

func init() {}

func main() {
	init()
	f := init
	_ = f
	main()
}

// Errors:
// ./init_called.go:6:2: undefined: init
// ./init_called.go:7:7: undefined: init
