// run

// Package errors: identity, wrapping, trees, As and Is.
package main

import (
	"errors"
	"fmt"
	"io"
)

type myErr struct{ code int }

func (e myErr) Error() string { return fmt.Sprint("myErr ", e.code) }

type ptrErr struct{ inner error }

func (e *ptrErr) Error() string { return "ptr: " + e.inner.Error() }
func (e *ptrErr) Unwrap() error { return e.inner }

type isErr struct{}

func (isErr) Error() string        { return "isErr" }
func (isErr) Is(target error) bool { return target == io.EOF }

type asErr struct{}

func (asErr) Error() string { return "asErr" }
func (asErr) As(target any) bool {
	if p, ok := target.(*myErr); ok {
		p.code = 99
		return true
	}
	return false
}

type sliceErr []string

func (s sliceErr) Error() string { return fmt.Sprint([]string(s)) }

type timeout interface{ Timeout() bool }

type timeErr struct{}

func (*timeErr) Error() string { return "time" }
func (*timeErr) Timeout() bool { return true }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	f()
}

func main() {
	a, b := errors.New("x"), errors.New("x")
	fmt.Println(a, a == b, errors.Is(a, a), errors.Is(a, b), errors.Is(nil, a), errors.Is(nil, nil), errors.Is(a, nil))
	fmt.Printf("%T %v\n", a, errors.ErrUnsupported)

	w := &ptrErr{&ptrErr{myErr{7}}}
	fmt.Println(errors.Is(w, myErr{7}), errors.Is(w, myErr{8}), errors.Unwrap(w), errors.Unwrap(a))
	var m myErr
	fmt.Println(errors.As(w, &m), m.code)
	var p *ptrErr
	fmt.Println(errors.As(w, &p), p == w, errors.As(a, &p))
	fmt.Println(errors.Is(isErr{}, io.EOF), errors.Is(&ptrErr{isErr{}}, io.EOF), errors.Is(isErr{}, a))
	fmt.Println(errors.As(&ptrErr{asErr{}}, &m), m.code)
	fmt.Println(errors.Is(sliceErr{"q"}, sliceErr{"q"}), errors.Is(a, sliceErr{"q"}))
	var to timeout
	fmt.Println(errors.As(&ptrErr{&timeErr{}}, &to), to.Timeout())
	var e error
	fmt.Println(errors.As(w, &e), e == error(w))

	j := errors.Join(nil, a, nil, w, io.EOF)
	fmt.Println(j)
	fmt.Println(errors.Is(j, io.EOF), errors.Is(j, b), errors.As(j, &m), m.code, errors.Unwrap(j))
	fmt.Println(errors.Join() == nil, errors.Join(nil, nil) == nil, errors.Join(a))
	fmt.Println(errors.Is(fmt.Errorf("wrap %w and %w", a, io.EOF), io.EOF))

	try("nil target", func() { errors.As(a, nil) })
	try("no pointer", func() { errors.As(a, 5) })
	try("nil pointer", func() { errors.As(a, (*error)(nil)) })
	try("bad element", func() { errors.As(a, new(int)) })
	fmt.Println(errors.As(nil, nil))
}

// Output:
// x false true false false true false
// *errors.errorString unsupported operation
// true false ptr: myErr 7 <nil>
// true 7
// true true false
// true true false
// true 99
// false false
// true true
// true true
// x
// ptr: ptr: myErr 7
// EOF
// true false true 7 <nil>
// true true x
// true
// nil target panics: errors: target cannot be nil
// no pointer panics: errors: target must be a non-nil pointer
// nil pointer panics: errors: target must be a non-nil pointer
// bad element panics: errors: *target must be interface or implement error
// false
