// run

// range over every type that has it, what is evaluated once, what is copied, and assignment to variables that exist.
package main

import "fmt"

type ring [4]int

func arr() [3]int       { fmt.Print("arr() "); return [3]int{1, 2, 3} }
func ptr() *[2]string   { fmt.Print("ptr() "); return &[2]string{"a", "b"} }

type list struct{ items []string }

func main() {
	for i, v := range arr() {
		fmt.Print(i, v, " ")
	}
	for i := range ptr() {
		fmt.Print(i, " ")
	}
	for i, v := range ptr() {
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	a := ring{1, 2, 3, 4}
	for i, v := range a {
		a[3] = 100
		if i == 3 {
			fmt.Print(v, " ")
		}
	}
	for i, v := range &a {
		a[3] = 200
		if i == 3 {
			fmt.Print(v, " ")
		}
	}
	s := []int{1, 2, 3}
	for i, v := range s {
		s = append(s, v*10)
		if i == 0 {
			s[1] = 50
		}
		fmt.Print(v, " ")
	}
	fmt.Println(s)
	for i, r := range "aé\xe4\xb8z世" {
		fmt.Printf("%d%q ", i, r)
	}
	for i := range "añ" {
		fmt.Print(i, " ")
	}
	fmt.Println()
	m := map[string]int{"k": 7}
	for k, v := range m {
		fmt.Print(k, v, " ")
	}
	for k := range m {
		m[k]++
	}
	fmt.Println(m)
	c := make(chan string, 3)
	c <- "x"
	c <- "y"
	close(c)
	for v := range c {
		fmt.Print(v, " ")
	}
	for range c {
		fmt.Print("never")
	}
	for i := range 4 {
		if i == 1 {
			continue
		}
		fmt.Print(i, " ")
	}
	const k = 3
	for i := range k {
		fmt.Printf("%T%d ", i, i)
	}
	var u8 uint8 = 2
	for i := range u8 {
		fmt.Printf("%T%d ", i, i)
	}
	type myInt int64
	for i := range myInt(2) {
		fmt.Printf("%T ", i)
	}
	for range 3 {
		fmt.Print(".")
	}
	for i := range 0 {
		fmt.Print("never", i)
	}
	fmt.Println()
	var i int
	var v string
	l := list{[]string{"p", "q"}}
	for i, v = range l.items {
	}
	fmt.Println(i, v)
	pos := [2]int{}
	for pos[0], pos[1] = range []int{5, 6, 7} {
	}
	var st struct{ k, v int }
	for st.k, st.v = range map[int]int{8: 9} {
	}
	fmt.Println(pos, st)
	var iface interface{}
	for _, iface = range []int{1} {
	}
	fmt.Println(iface)
	n := 3
	for i := range n {
		n = 100
		i++
		fmt.Print(i, " ")
	}
	var fs []func() string
	for i, w := range []string{"a", "b"} {
		fs = append(fs, func() string { return fmt.Sprint(i, w) })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	x := [][]int{{1, 2}, {3}}
	for _, row := range x {
		row[0] *= 10
		row = append(row, 9)
		_ = row
	}
	for i := range x {
		x[i] = append(x[i], len(x[i]))
	}
	fmt.Println(x)
	type pt struct{ x, y int }
	pts := []pt{{1, 2}, {3, 4}}
	for _, p := range pts {
		p.x = 0
	}
	for i := range pts {
		pts[i].y = 0
	}
	fmt.Println(pts)
	var np *[5]int
	for i := range np {
		fmt.Print(i)
	}
	fmt.Println(len(np))
	var ns []int
	var nm map[string]bool
	for range ns {
		fmt.Print("never")
	}
	for range nm {
		fmt.Print("never")
	}
	for i, b := range []byte("hi") {
		fmt.Print(i, b, " ")
	}
	func() {
		defer func() { fmt.Println("recovered", recover() != nil) }()
		for i, v := range np {
			fmt.Print(i, v)
		}
	}()
outer:
	for i := range 5 {
		for j, r := range "abc" {
			if r == 'c' || i == 1 {
				continue outer
			}
			if i == 3 {
				break outer
			}
			fmt.Print(i, j, string(r), " ")
		}
	}
	fmt.Println()
	total := 0
	for i, grid := range [2][2][2]int{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}} {
		for j, row := range grid {
			for k, cell := range row {
				total += cell * (i*4 + j*2 + k)
			}
		}
	}
	fmt.Println(total)
}

// Output:
// arr() 0 1 1 2 2 3 ptr() 0 1 ptr() 0a 1b
// 4 200 1 2 3 [1 50 3 10 20 30]
// 0'a' 1'é' 3'�' 4'�' 5'z' 6'世' 0 1
// k7 map[k:8]
// x y 0 2 3 int0 int1 int2 uint80 uint81 main.myInt main.myInt ...
// 1 q
// [2 7] {8 9}
// 1
// 1 2 3 0a 1b
// [[10 2 2] [30 1]]
// [{1 0} {3 0}]
// 012345
// 0 104 1 105 recovered true
// 0 0a 0 1b 2 0a 2 1b
// 168
