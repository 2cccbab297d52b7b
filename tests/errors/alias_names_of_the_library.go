package main
import (
	"os"
	"unicode"
	"io/fs"
	"path/filepath"
)
type I = os.FileInfo
func f() (i os.FileInfo, m os.FileMode, e os.DirEntry, p *os.PathError) { return }
func main() {
	var bad chan<- bool
	i, m, e, p := f()
	bad = i; bad = m; bad = e; bad = p; bad = unicode.Latin; bad = os.Stat; bad = fs.FileMode(0); bad = os.FileMode(0); bad = filepath.Walk; bad = os.ModeDir
	var j I
	bad = j; i = j; j = i; m = i; p = i; e = 5; bad = os.ErrExist; bad = p.Err; bad = fs.ModeDir; bad = os.ModePerm
	bad = unicode.SpecialCase{}; bad = unicode.CaseRanges; bad = unicode.In
	_ = os.FileInfo(5); _ = os.FileMode("x"); _ = i.Foo(); _ = m.Foo(); m.foo(); p.op = "x"; _ = os.PathError{"a", "b"}
}

// Errors:
// ./alias_names_of_the_library.go:13:8: cannot use i (variable of interface type os.FileInfo) as chan<- bool value in assignment
// ./alias_names_of_the_library.go:13:17: cannot use m (variable of uint32 type os.FileMode) as chan<- bool value in assignment
// ./alias_names_of_the_library.go:13:26: cannot use e (variable of interface type os.DirEntry) as chan<- bool value in assignment
// ./alias_names_of_the_library.go:13:35: cannot use p (variable of type *os.PathError) as chan<- bool value in assignment
// ./alias_names_of_the_library.go:13:44: cannot use unicode.Latin (variable of type *unicode.RangeTable) as chan<- bool value in assignment
// ./alias_names_of_the_library.go:13:65: cannot use os.Stat (value of type func(name string) (os.FileInfo, error)) as chan<- bool value in assignment
// ./alias_names_of_the_library.go:13:80: cannot use fs.FileMode(0) (constant 0 of uint32 type fs.FileMode) as chan<- bool value in assignment
// ./alias_names_of_the_library.go:13:102: cannot use os.FileMode(0) (constant 0 of uint32 type os.FileMode) as chan<- bool value in assignment
// ./alias_names_of_the_library.go:13:124: cannot use filepath.Walk (value of type func(root string, fn filepath.WalkFunc) error) as chan<- bool value in assignment
// ./alias_names_of_the_library.go:13:145: cannot use os.ModeDir (constant 2147483648 of uint32 type fs.FileMode) as chan<- bool value in assignment
// ./alias_names_of_the_library.go:13:145: too many errors
