// run

// Type switches: several types in a case, nil, interfaces, the variable's type in each clause, fallthrough-free nesting, generic shapes.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
)

type shape interface{ area() float64 }
type square struct{ s float64 }
type circle struct{ r float64 }
type named interface {
	shape
	name() string
}

func (s square) area() float64  { return s.s * s.s }
func (c *circle) area() float64 { return 3 * c.r * c.r }
func (c *circle) name() string  { return "circle" }

type expr interface{}
type binary struct {
	op   byte
	l, r expr
}

func eval(e expr) (float64, error) {
	switch e := e.(type) {
	case nil:
		return 0, errors.New("nil expression")
	case int:
		return float64(e), nil
	case float64:
		return e, nil
	case func() float64:
		return e(), nil
	case []expr:
		s := 0.0
		for _, x := range e {
			v, err := eval(x)
			if err != nil {
				return 0, fmt.Errorf("in list: %w", err)
			}
			s += v
		}
		return s, nil
	case *binary:
		return eval(*e)
	case binary:
		l, err := eval(e.l)
		if err != nil {
			return 0, err
		}
		r, err := eval(e.r)
		if err != nil {
			return 0, err
		}
		switch e.op {
		case '+':
			return l + r, nil
		case '*':
			return l * r, nil
		default:
			return 0, fmt.Errorf("operator %c", e.op)
		}
	default:
		return 0, fmt.Errorf("unknown %T", e)
	}
}

func describe(v interface{}) string {
	switch v := v.(type) {
	case nil:
		return "nil"
	case bool, string:
		return fmt.Sprintf("basic %v", v)
	case int8, int16, int32:
		return fmt.Sprintf("small %d", v)
	case uint, uintptr:
		return "unsigned"
	case float32:
		return fmt.Sprint(v / 2)
	case complex64, complex128:
		return "complex"
	case []byte:
		return "bytes " + string(v)
	case []interface{}:
		parts := []string{}
		for _, x := range v {
			parts = append(parts, describe(x))
		}
		return "[" + strings.Join(parts, " ") + "]"
	case map[string]interface{}:
		keys := []string{}
		for k := range v {
			keys = append(keys, k+"="+describe(v[k]))
		}
		sort.Strings(keys)
		return strings.Join(keys, ",")
	case named:
		return "named " + v.name()
	case shape:
		return fmt.Sprint("shape ", v.area())
	case error:
		return "error " + v.Error()
	case fmt.Stringer, fmt.Formatter:
		return "prints itself"
	case chan int, <-chan int:
		return "chan"
	case func(int) int:
		return fmt.Sprint("func ", v(20))
	case *int:
		*v++
		return fmt.Sprint("ptr ", *v)
	case struct{ x int }:
		return fmt.Sprint("anon ", v.x)
	case [3]int:
		return fmt.Sprint("array ", v[2])
	case io.Reader:
		return "reader"
	}
	return fmt.Sprintf("%T", v)
}

func main() {
	fmt.Println(eval(binary{'+', 1, &binary{'*', 2.5, func() float64 { return 4 }}}))
	fmt.Println(eval([]expr{1, 2.5, binary{'?', 1, 2}}))
	fmt.Println(eval("str"))
	fmt.Println(eval(nil))
	x := 41
	for _, v := range []interface{}{
		nil, true, "s", int16(3), int32('x'), uint(1), float32(3), 2i, []byte("raw"), []interface{}{1, nil, "q"},
		map[string]interface{}{"b": false, "a": []byte{}}, square{2}, &square{3}, &circle{1}, circle{1}, errors.New("e"), os.ErrNotExist,
		make(chan int), make(<-chan int), make(chan<- int), func(n int) int { return n * 2 }, &x, struct{ x int }{6}, [3]int{7, 8, 9},
		strings.NewReader(""), 5, int64(6), [2]int{}, struct{}{},
	} {
		fmt.Println(describe(v))
	}
	var s shape = square{1}
	switch s.(type) {
	case named:
		fmt.Println("named")
	case *circle, square:
		fmt.Println("square or circle")
	}
	switch y := s.(type) {
	default:
		fmt.Printf("%T\n", y)
	case nil:
	}
	s = nil
	switch s := s.(type) {
	case nil:
		fmt.Println("nil shape", s == nil)
	}
	switch v := interface{}(x); v := v.(type) {
	case int:
		fmt.Println(v + 1)
	}
}

// Output:
// 11 <nil>
// 0 in list: operator ?
// 0 unknown string
// 0 nil expression
// nil
// basic true
// basic s
// small 3
// small 120
// unsigned
// 1.5
// complex
// bytes raw
// [int nil basic q]
// a=bytes ,b=basic false
// shape 4
// shape 9
// named circle
// main.circle
// error e
// error file does not exist
// chan
// chan
// chan<- int
// func 40
// ptr 42
// anon 6
// array 9
// reader
// int
// int64
// [2]int
// struct {}
// square or circle
// main.square
// nil shape true
// 43
