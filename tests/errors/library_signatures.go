package main

import (
	"fmt"
	"os"
	"reflect"
	"runtime"
	"sort"
)

func main() {
	var _ int = reflect.ValueOf
	var _ int = reflect.TypeOf
	var _ int = reflect.DeepEqual
	var _ int = reflect.Value.Interface
	var _ int = runtime.SetFinalizer
	var _ int = runtime.KeepAlive
	var _ int = fmt.Fprintf
	var _ int = sort.Slice
	var _ int64 = os.O_RDONLY
}

// Errors:
// ./library_signatures.go:12:14: cannot use reflect.ValueOf (value of type func(i any) reflect.Value) as int value in variable declaration
// ./library_signatures.go:13:14: cannot use reflect.TypeOf (value of type func(i any) reflect.Type) as int value in variable declaration
// ./library_signatures.go:14:14: cannot use reflect.DeepEqual (value of type func(x any, y any) bool) as int value in variable declaration
// ./library_signatures.go:15:14: cannot use reflect.Value.Interface (value of type func(reflect.Value) (i any)) as int value in variable declaration
// ./library_signatures.go:16:14: cannot use runtime.SetFinalizer (value of type func(obj any, finalizer any)) as int value in variable declaration
// ./library_signatures.go:17:14: cannot use runtime.KeepAlive (value of type func(x any)) as int value in variable declaration
// ./library_signatures.go:18:14: cannot use fmt.Fprintf (value of type func(w io.Writer, format string, a ...any) (n int, err error)) as int value in variable declaration
// ./library_signatures.go:19:14: cannot use sort.Slice (value of type func(x any, less func(i int, j int) bool)) as int value in variable declaration
// ./library_signatures.go:20:16: cannot use os.O_RDONLY (constant 0 of type int) as int64 value in variable declaration
