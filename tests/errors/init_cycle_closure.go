package main

var table = map[string]func(){
	"a": a,
	"b": func() { println(len(table)) },
}

func a() { b() }

func b() { println(table["b"] == nil) }

func main() {}

// Errors:
// ./init_cycle_closure.go:3:5: initialization cycle: table refers to itself
