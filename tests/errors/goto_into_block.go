package main

func main() {
	goto inside
	if true {
	inside:
		println()
	}
	switch 1 {
	case 1:
		goto other
	case 2:
	other:
		println()
	}
}

// Errors:
// ./goto_into_block.go:4:7: goto inside jumps into block starting at ./goto_into_block.go:5:10
// ./goto_into_block.go:11:8: goto other jumps into block starting at ./goto_into_block.go:12:2
