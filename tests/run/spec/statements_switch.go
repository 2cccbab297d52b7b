// run

// Expression switches: no tag, init, several values, fallthrough, default anywhere, break, duplicates of run-time values, strings.
package main

import "fmt"

func kind(r rune) string {
	switch {
	case 'a' <= r && r <= 'z':
		return "lower"
	case 'A' <= r && r <= 'Z':
		return "upper"
	case '0' <= r && r <= '9':
		return "digit"
	case r == ' ', r == '\t':
		return "blank"
	}
	return "other"
}

func month(m int) (d int) {
	switch m {
	default:
		d = 31
	case 4, 6, 9, 11:
		d = 30
	case 2:
		d = 28
	}
	return
}

func word(s string) int {
	switch s {
	case "zero":
		return 0
	case "one":
		return 1
	case "two", "deux", "zwei":
		return 2
	case "three":
		return 3
	case "":
		return -2
	}
	return -1
}

func big(x int) int {
	switch x {
	case 1, 2, 3, 5, 7, 11, 13, 17, 19, 23:
		return 1
	case 100, 200, 300, 400:
		return 2
	case -1, -5, -9:
		return 3
	case 1 << 40:
		return 4
	case 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60:
		return 5
	}
	return 0
}

func fall(n int) (s string) {
	switch n {
	case 0:
		s += "0"
		fallthrough
	case 1:
		s += "1"
		if n == 1 {
			break
		}
		fallthrough
	default:
		s += "d"
		fallthrough
	case 2:
		s += "2"
	case 3:
	}
	return
}

type color int

const (
	red color = iota
	green
)

func main() {
	for _, r := range "aZ5 é\t" {
		fmt.Print(kind(r), " ")
	}
	fmt.Println(month(1), month(2), month(4), month(12))
	fmt.Println(word("zero"), word("zwei"), word("three"), word(""), word("x"))
	for _, x := range []int{1, 23, 4, 300, -5, 1 << 40, 55, 60, 61, 0} {
		fmt.Print(big(x), " ")
	}
	for i := range 5 {
		fmt.Printf("%q ", fall(i))
	}
	fmt.Println()
	x := 5
	switch y := x * 2; y {
	case x + 5:
		fmt.Println("computed case")
	}
	switch x := interface{}(x); x {
	case "5":
		fmt.Println("string")
	case 5.0:
		fmt.Println("float")
	case 5:
		fmt.Println("int")
	}
	switch c := green; c {
	case red:
		fmt.Println("red")
	case green:
		fmt.Println("green")
	}
	switch {
	}
	switch x {
	}
	switch f := 1.5; {
	case f > 1:
		fmt.Println("float cond")
	}
	var p *int
	switch p {
	case nil:
		fmt.Println("nil pointer")
	case &x:
		fmt.Println("x")
	}
	switch [2]int{1, x} {
	case [2]int{1, 5}:
		fmt.Println("array case")
	}
	switch (struct{ a string }{"q"}) {
	case struct{ a string }{"q"}:
		fmt.Println("struct case")
	}
	switch true {
	case x < 3:
		fmt.Println("less")
	case x > 3:
		fmt.Println("more")
	}
	switch n, p := 3, &x; any(nil) { // interfaces among the cases of tags that are none
	default:
		for _, v := range []any{3, int8(3), "a", true, p, &n, nil} {
			fmt.Print(v == nil)
			switch n {
			case v:
				fmt.Print(" n")
			}
			switch 3 {
			case v:
				fmt.Print(" 3")
			}
			switch p {
			case v:
				fmt.Print(" p")
			}
			switch "a" {
			case v:
				fmt.Print(" a")
			}
			switch n == 3 {
			case v:
				fmt.Print(" bool")
			}
			switch {
			case v:
				fmt.Print(" true")
			}
			fmt.Println()
		}
	}
	switch e := error(nil); e {
	case nil:
		fmt.Println("no error")
	}
loop:
	for i := 0; ; i++ {
		switch {
		case i == 2:
			continue
		case i > 4:
			break loop
		default:
			switch i {
			case 3:
				break
			default:
				fmt.Print(i, " ")
			}
		}
	}
	fmt.Println()
	switch a, b := 1, 2; a + b {
	case 3:
		a := "shadow"
		fmt.Println(a, b)
	}
	switch uint8(x + 251) {
	case 0:
		fmt.Println("wrapped")
	}
}

// Output:
// lower upper digit blank other blank 31 28 30 31
// 0 2 3 -2 -1
// 1 1 0 2 3 4 5 5 0 0 "01d2" "1" "2" "" "d2"
// computed case
// int
// green
// float cond
// nil pointer
// array case
// struct case
// more
// false n 3
// false
// false a
// false bool true
// false p
// false
// true
// no error
// 0 1 4
// shadow 2
// wrapped
