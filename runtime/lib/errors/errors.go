// Package errors makes errors from text and looks through trees of wrapped errors.
package errors

// ErrUnsupported says that a requested operation cannot be performed, because it is unsupported.
var ErrUnsupported = New("unsupported operation")

// errorString is the error of a fixed text. New returns pointers, so that each is distinct.
type errorString struct {
	s string
}

func (e *errorString) Error() string { return e.s }

// New returns an error of the given text, different from every other error.
func New(text string) error { return &errorString{text} }
