// run

// return, break, continue, goto and fallthrough, with labels on every statement that can have one.
package main

import "fmt"

func find(m [][]int, x int) (i, j int, ok bool) {
rows:
	for i = range m {
		for j = range m[i] {
			switch {
			case m[i][j] == x:
				ok = true
				break rows
			case m[i][j] < 0:
				continue rows
			}
		}
	}
	return
}

func retry(fail int) (log string) {
	n := 0
again:
	n++
	log += fmt.Sprint(n)
	if n <= fail {
		goto again
	}
	if n > 3 {
		goto end
	}
	log += "ok"
	return
end:
	return log + "end"
}

func named() (a int, b string) {
	a, b = 1, "x"
	if a == 1 {
		return a + 1, b + "y"
	}
	return
}

func swap(a, b int) (c, d int) {
	defer func() { c, d = d, c }()
	return a, b
}

func nested() (r int) {
	r = 10
	func() (r int) {
		r = 20
		return
	}()
	{
		r := 5
		_ = r
	}
	return r
}

func sel(c chan int) (s string) {
out:
	for {
		select {
		case v, ok := <-c:
			if !ok {
				break out
			}
			if v%2 == 0 {
				break
			}
			s += fmt.Sprint(v)
			continue out
		}
		s += "e"
	}
	return
}

func terminating(n int) int {
	switch {
	case n > 0:
		return 1
	case n < 0:
		for {
			n++
			if n == 0 {
				return -1
			}
		}
	default:
		panic("zero")
	}
}

func lbl() {
	i := 0
top:
	for i < 3 {
		i++
		switch i {
		case 2:
			goto top
		}
		fmt.Print(i, " ")
	}
	goto done
done:
	fmt.Println("done")
}

func main() {
	fmt.Println(find([][]int{{1, 2}, {-1, 7}, {3, 7}}, 7))
	fmt.Println(find([][]int{{1}}, 9))
	fmt.Println(retry(0), retry(2), retry(5))
	fmt.Println(named())
	fmt.Println(swap(1, 2))
	fmt.Println(nested(), terminating(5), terminating(-5))
	c := make(chan int, 6)
	for i := range 6 {
		c <- i
	}
	close(c)
	fmt.Println(sel(c))
	lbl()
	k := 0
L1:
	for {
	L2:
		for {
			switch {
			default:
				k++
				if k < 3 {
					continue L2
				}
				if k < 5 {
					continue L1
				}
				break L1
			}
		}
	}
	fmt.Println(k)
S:
	switch {
	case k == 5:
		for i := 0; ; i++ {
			if i == 3 {
				break S
			}
			k += i
		}
	}
	fmt.Println(k)
}

// Output:
// 2 1 true
// 0 0 false
// 1ok 123ok 123456end
// 2 xy
// 2 1
// 10 1 -1
// e1e3e5
// 1 3 done
// 5
// 8
