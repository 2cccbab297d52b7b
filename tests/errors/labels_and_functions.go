package main

func f() {
outer:
	for {
		func() {
			break outer
		}()
		go func() {
			continue outer
		}()
	}
}

func g() {
	continue outer
}

func main() {
x:
	for i := 0; i < 3; i++ {
		x := 1
		_ = x
		break x
	}
block:
	{
		break block
	}
ifs:
	if true {
		break ifs
	}
	goto main
}

// Errors:
// ./labels_and_functions.go:4:1: label outer defined and not used
// ./labels_and_functions.go:7:10: break label not defined: outer
// ./labels_and_functions.go:10:13: continue label not defined: outer
// ./labels_and_functions.go:16:11: continue label not defined: outer
// ./labels_and_functions.go:28:9: invalid break label block
// ./labels_and_functions.go:32:9: invalid break label ifs
// ./labels_and_functions.go:34:7: label main not defined
