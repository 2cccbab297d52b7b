// Package reflectlite declares the few questions about types that packages below reflect ask.
//
// It exists because errors lies below reflect, and context need not import it. The functions have no
// bodies here: package runtime, which knows the type descriptors, supplies them.
package reflectlite

// What TargetKind finds out about the second argument of errors.As.
const (
	TargetOK      = iota // a non-nil pointer to an interface or to an error type
	TargetPointer        // no pointer at all, or a nil one
	TargetElem           // a pointer to something that is neither an interface nor an error
)

// Comparable reports whether the dynamic type of v can be compared with ==.
func Comparable(v any) bool

// TargetKind says whether target can receive an error, as one of the constants above.
// The error interface is *(*error)(nil); target is not nil.
func TargetKind(target any) int

// AssignTo stores err in *target if its dynamic type is assignable to target's element type,
// and reports whether it did. TargetKind(target) is TargetOK.
func AssignTo(target any, err error) bool

// TypeString returns the name of the dynamic type of v, as %T prints it.
func TypeString(v any) string
