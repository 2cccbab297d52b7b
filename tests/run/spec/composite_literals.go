// run

// Composite literals of every type, with keys, elided types, nested pointers, and addresses of literals.
package main

import "fmt"

type Point3D struct{ x, y, z float64 }
type Line struct{ p, q Point3D }
type Tree struct {
	Val         int
	Left, Right *Tree
	Tags        map[string][]string
}
type Matrix [2][2]int
type PPoint *Point3D

func main() {
	origin := &Point3D{}
	line := Line{*origin, Point3D{y: -4, z: 12.3}}
	fmt.Println(*origin, line, line.q.x)
	fmt.Printf("%+v %v\n", line, &line)
	primes := []int{2, 3, 5, 7, 9, 2147483647}
	vowels := [128]bool{'a': true, 'e': true, 'i': true, 'o': true, 'u': true, 'y': true}
	filter := [10]float32{-1, 4: -0.1, -0.1, 9: -1}
	noteFrequency := map[string]float32{"C0": 16.35, "D0": 18.35}
	fmt.Println(primes, vowels['e'], vowels['z'], filter, noteFrequency)
	fmt.Println([...]Point3D{{1.5, -3.5, 0}, {0, 0, 0}}, [][]int{{1, 2, 3}, {4, 5}}, [][]Point3D{{{0, 1, 0}, {1, 2, 0}}})
	fmt.Println(map[string]Point3D{"orig": {0, 0, 0}}, map[Point3D]string{{0, 0, 0}: "orig"}, len([...]string{9: "x"}))
	ptrs := [2]*Point3D{{1.5, -3.5, 0}, {}}
	pp := [2]PPoint{{1, 2, 3}, {}}
	mp := map[string]*Point3D{"a": {x: 1}}
	fmt.Println(*ptrs[0], *ptrs[1], pp[0].y, mp["a"].x)
	t := &Tree{
		Val:  1,
		Left: &Tree{Val: 2, Tags: map[string][]string{"k": {"v1", "v2"}, "e": nil}},
		Right: &Tree{
			3, nil, nil, nil,
		},
	}
	fmt.Println(t.Left.Tags["k"][1], t.Right.Val, t.Left.Left == nil, len(t.Left.Tags))
	m := Matrix{{1, 2}, {3, 4}}
	m[1] = [2]int{5}
	fmt.Println(m, Matrix{1: {1: 9}}, struct{ a, b int }{b: 2})
	days := []string{2: "two", "three", 0: "zero"}
	fmt.Printf("%q %d\n", days, len(days))
	if (Point3D{1, 2, 3} == Point3D{1, 2, 3}) {
		fmt.Println("equal")
	}
	for _, s := range []struct {
		name string
		f    func(int) int
	}{{"inc", func(x int) int { return x + 1 }}, {"neg", func(x int) int { return -x }}} {
		fmt.Print(s.name, s.f(4), " ")
	}
	fmt.Println()
	const k = 1
	fmt.Println([]int{k: 5, k + 2: 7}, [...]int{len("abc"): 1}, []rune{'a': 1}[97], []interface{}{1, "a", nil, []int{1}, struct{}{}})
	p1, p2 := &[]int{1}, &[]int{1}
	fmt.Println(p1 == p2, *p1, &map[string]int{"x": 1}, &[2]bool{true})
	i := 0
	next := func() int { i++; return i }
	fmt.Println([]int{next(), next()}, Point3D{z: float64(next()), x: float64(next())}, map[int]int{next(): next()})
	type inner struct{ A, B int }
	type outer struct {
		inner
		C []inner
		D map[string]inner
		E *inner
		F [2]inner
	}
	o := outer{inner{1, 2}, []inner{{3, 4}}, map[string]inner{"x": {5, 6}}, &inner{7, 8}, [2]inner{{9, 10}}}
	fmt.Printf("%v %+v %d %v\n", o.inner, o.C, o.D["x"].B+o.E.A+o.F[0].B, o.A)
}

// Output:
// {0 0 0} {{0 0 0} {0 -4 12.3}} 0
// {p:{x:0 y:0 z:0} q:{x:0 y:-4 z:12.3}} &{{0 0 0} {0 -4 12.3}}
// [2 3 5 7 9 2147483647] true false [-1 0 0 0 -0.1 -0.1 0 0 0 -1] map[C0:16.35 D0:18.35]
// [{1.5 -3.5 0} {0 0 0}] [[1 2 3] [4 5]] [[{0 1 0} {1 2 0}]]
// map[orig:{0 0 0}] map[{0 0 0}:orig] 10
// {1.5 -3.5 0} {0 0 0} 2 1
// v2 3 true 2
// [[1 2] [5 0]] [[0 0] [0 9]] {0 2}
// ["zero" "" "two" "three"] 4
// equal
// inc5 neg-4
// [0 5 0 7] [0 0 0 1] 1 [1 a <nil> [1] {}]
// false [1] &map[x:1] &[true false]
// [1 2] {4 0 3} map[5:6]
// {1 2} [{A:3 B:4}] 23 1
