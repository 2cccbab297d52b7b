// Package errors makes errors from text and looks through trees of wrapped errors.
package errors

import "internal/reflectlite"

// ErrUnsupported says that a requested operation cannot be performed, because it is unsupported.
var ErrUnsupported = New("unsupported operation")

// errorString is the error of a fixed text. New returns pointers, so that each is distinct.
type errorString struct {
	s string
}

func (e *errorString) Error() string { return e.s }

// New returns an error of the given text, different from every other error.
func New(text string) error { return &errorString{text} }

type unwrapper interface{ Unwrap() error }

type multiUnwrapper interface{ Unwrap() []error }

// Unwrap returns the error that err wraps: the result of its method Unwrap() error, or nil
// if it has none.
func Unwrap(err error) error {
	if u, ok := err.(unwrapper); ok {
		return u.Unwrap()
	}
	return nil
}

// Is reports whether any error in the tree of err equals target or claims, by a method
// Is(error) bool, to be equivalent to it. The tree is searched depth first.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	return is(err, target, reflectlite.Comparable(target))
}

// is searches the tree of err; comparable tells whether target may be compared with ==.
func is(err, target error, comparable bool) bool {
	for err != nil {
		if comparable && err == target {
			return true
		}
		if x, ok := err.(interface{ Is(error) bool }); ok && x.Is(target) {
			return true
		}
		if u, ok := err.(unwrapper); ok {
			err = u.Unwrap()
			continue
		}
		if m, ok := err.(multiUnwrapper); ok {
			for _, child := range m.Unwrap() {
				if is(child, target, comparable) {
					return true
				}
			}
		}
		return false
	}
	return false
}

// As finds the first error in the tree of err that can be assigned to *target, or that sets
// it by a method As(any) bool, and reports whether there was one. It panics if target is not
// a non-nil pointer to an interface or to a type that implements error.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	if target == nil {
		panic("errors: target cannot be nil")
	}
	switch reflectlite.TargetKind(target) {
	case reflectlite.TargetPointer:
		panic("errors: target must be a non-nil pointer")
	case reflectlite.TargetElem:
		panic("errors: *target must be interface or implement error")
	}
	return as(err, target)
}

// as searches the tree of err for an error that fits target.
func as(err error, target any) bool {
	for err != nil {
		if reflectlite.AssignTo(target, err) {
			return true
		}
		if x, ok := err.(interface{ As(any) bool }); ok && x.As(target) {
			return true
		}
		if u, ok := err.(unwrapper); ok {
			err = u.Unwrap()
			continue
		}
		if m, ok := err.(multiUnwrapper); ok {
			for _, child := range m.Unwrap() {
				if as(child, target) {
					return true
				}
			}
		}
		return false
	}
	return false
}

// joinError is a list of at least one error, none of them nil.
type joinError struct {
	errs []error
}

// Join returns an error that wraps those of errs that are not nil, or nil if all are. Its
// text is theirs, one per line.
func Join(errs ...error) error {
	n := 0
	for _, err := range errs {
		if err != nil {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	kept := make([]error, 0, n)
	for _, err := range errs {
		if err != nil {
			kept = append(kept, err)
		}
	}
	return &joinError{kept}
}

func (e *joinError) Error() string {
	text := e.errs[0].Error()
	for _, err := range e.errs[1:] {
		text += "\n" + err.Error()
	}
	return text
}

func (e *joinError) Unwrap() []error { return e.errs }
