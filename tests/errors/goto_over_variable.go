package main

func main() {
	if true {
		goto end
	}
	x := 1
	println(x)
	var y int
	_ = y
end:
	println("end")
}

// Errors:
// ./goto_over_variable.go:5:8: goto end jumps over declaration of y at ./goto_over_variable.go:9:6
