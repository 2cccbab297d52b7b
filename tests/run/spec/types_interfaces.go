// run

// Interface types: embedding with overlap, dynamic types of every kind, nil in two ways, assertions between interfaces.
package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

type reader interface{ Read(p []byte) (int, error) }
type closer interface{ Close() error }
type readCloser interface {
	reader
	closer
	Read(p []byte) (int, error)
}

type file struct {
	data   string
	closed bool
}

func (f *file) Read(p []byte) (int, error) {
	if f.data == "" {
		return 0, io.EOF
	}
	n := copy(p, f.data)
	f.data = f.data[n:]
	return n, nil
}
func (f *file) Close() error { f.closed = true; return nil }

type kind int

func (k kind) String() string { return "kind" + strings.Repeat("!", int(k)) }

type notFound struct{ name string }

func (e notFound) Error() string        { return e.name + " not found" }
func (e notFound) Is(target error) bool { return target == errGeneral }

var errGeneral = errors.New("general")

type chain []error

func (c chain) Error() string { return fmt.Sprint(len(c), " errors") }

func lookup(name string) error {
	switch name {
	case "ok":
		return nil
	case "typednil":
		var e *notFound
		_ = e
		var p *myErr
		return p
	}
	return fmt.Errorf("lookup: %w", notFound{name})
}

type myErr struct{}

func (*myErr) Error() string { return "my" }

func main() {
	var rc readCloser = &file{data: "hello world"}
	buf := make([]byte, 5)
	n, err := rc.Read(buf)
	fmt.Println(n, err, string(buf[:n]))
	var r io.Reader = rc
	rest, err := io.ReadAll(r)
	fmt.Println(string(rest), err)
	c, ok := r.(io.Closer)
	fmt.Println(ok, c.Close(), rc.(*file).closed)
	_, ok = r.(fmt.Stringer)
	fmt.Println(ok)
	values := []interface{}{nil, 1, "s", 2.5, true, kind(2), []int{1}, map[string]int{"a": 1}, [2]bool{}, struct{ a int }{5}, &struct{ b string }{"p"}, 'x', 3i, errGeneral, notFound{"n"}, func() {}, int8(4)}
	for _, v := range values {
		switch x := v.(type) {
		case nil:
			fmt.Print("nil")
		case int, int8:
			fmt.Printf("int %v", x)
		case error:
			fmt.Print("error ", x.Error())
		case fmt.Stringer:
			fmt.Print("stringer ", x.String(), " ", x)
		case string:
			fmt.Print("string ", len(x))
		case func():
			fmt.Print("func ", x != nil)
		case []int:
			fmt.Print("slice ", x[0])
		default:
			fmt.Printf("%T %v", x, x)
		}
		fmt.Print("; ")
	}
	fmt.Println()
	err = lookup("x")
	var nf notFound
	fmt.Println(err, errors.As(err, &nf), nf.name, errors.Is(err, errGeneral), errors.Unwrap(err) == notFound{"x"})
	fmt.Println(lookup("ok") == nil, lookup("typednil") == nil, lookup("typednil"))
	var e1, e2 error = notFound{"a"}, notFound{"a"}
	fmt.Println(e1 == e2, e1 == error(notFound{"b"}), e1 != nil)
	var s fmt.Stringer = kind(1)
	var i interface{} = s
	fmt.Println(i == kind(1), i == 1, i.(fmt.Stringer) == s, i.(kind)+1)
	try := func(f func()) {
		defer func() { fmt.Println("!", recover()) }()
		f()
	}
	try(func() { _ = i.(string) })
	try(func() { _ = i.(io.Reader) })
	try(func() { _ = (interface{})(nil).(fmt.Stringer) })
	try(func() { var e error = chain{e1}; fmt.Println(e == e) })
	try(func() { var s fmt.Stringer; _ = s.String() })
	m := map[interface{}]string{1: "int", int64(1): "int64", "1": "string", kind(1): "kind", notFound{"k"}: "struct", [1]int{1}: "array"}
	fmt.Println(m[1], m[int64(1)], m["1"], m[kind(1)], m[notFound{"k"}], m[[1]int{1}], m[1.0] == "", len(m))
	fmt.Println(s.(interface{ String() string }).String())
}

// Output:
// 5 <nil> hello
//  world <nil>
// true <nil> true
// false
// nil; int 1; string 1; float64 2.5; bool true; stringer kind!! kind!!; slice 1; map[string]int map[a:1]; [2]bool [false false]; struct { a int } {5}; *struct { b string } &{p}; int32 120; complex128 (0+3i); error general; error n not found; func true; int 4;
// lookup: x not found true x true true
// true false my
// true false true
// true false true kind!!
// ! interface conversion: interface {} is main.kind, not string
// ! interface conversion: main.kind is not io.Reader: missing method Read
// ! interface conversion: interface is nil, not fmt.Stringer
// ! runtime error: comparing uncomparable type main.chain
// ! runtime error: invalid memory address or nil pointer dereference
// int int64 string kind struct array true 6
// kind!
