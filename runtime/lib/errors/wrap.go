package errors

import "internal/reflectlite"

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
