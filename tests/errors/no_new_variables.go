package main

func main() {
	a := 1
	a := 2
	b, c := 1, 2
	b, c := 3, 4
	_ := 5
	_, _ = b, c
	for i := 0; i < 1; i++ {
		i, a := 1, 2
		_, _ = i, a
	}
}

// Errors:
// ./no_new_variables.go:4:2: declared and not used: a
// ./no_new_variables.go:5:4: no new variables on left side of :=
// ./no_new_variables.go:7:7: no new variables on left side of :=
// ./no_new_variables.go:8:4: no new variables on left side of :=
