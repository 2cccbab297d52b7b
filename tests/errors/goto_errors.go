package main

func main() {
	goto A
	x := 1
	_ = x
A:
	goto B
	{
	B:
		println()
	}
	goto C
	for {
	C:
		break
	}
	goto nowhere
	func() {
		goto A
	}()
}

// Errors:
// ./goto_errors.go:4:7: goto A jumps over declaration of x at ./goto_errors.go:5:4
// ./goto_errors.go:8:7: goto B jumps into block starting at ./goto_errors.go:9:2
// ./goto_errors.go:13:7: goto C jumps into block starting at ./goto_errors.go:14:6
// ./goto_errors.go:18:7: label nowhere not defined
// ./goto_errors.go:20:8: label A not defined
