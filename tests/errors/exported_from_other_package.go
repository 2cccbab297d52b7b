package main

import (
	"container/list"
	"os"
	"sort"
)

type byLen []string

func (b byLen) Len() int { return len(b) }

func main() {
	sort.Sort(byLen{})
	sort.Sort([]int{})
	sort.Ints([]string{})
	l := list.New(1)
	l.PushBack()
	l.len = 5
	var e list.Element
	e.list = l
	os.Exit("x")
	os.Args = 1
	f, err := os.Open()
	_ = f
}

// Errors:
// ./exported_from_other_package.go:14:12: cannot use byLen{} (value of slice type byLen) as sort.Interface value in argument to sort.Sort: byLen does not implement sort.Interface (missing method Less)
// ./exported_from_other_package.go:15:12: cannot use []int{} (value of type []int) as sort.Interface value in argument to sort.Sort: []int does not implement sort.Interface (missing method Len)
// ./exported_from_other_package.go:16:12: cannot use []string{} (value of type []string) as []int value in argument to sort.Ints
// ./exported_from_other_package.go:17:16: too many arguments in call to list.New
// 	have (number)
// 	want ()
// ./exported_from_other_package.go:18:2: not enough arguments in call to l.PushBack
// 	have ()
// 	want (any)
// ./exported_from_other_package.go:19:4: l.len undefined (type *list.List has no field or method len, but does have method Len)
// ./exported_from_other_package.go:21:4: e.list undefined (cannot refer to unexported field list)
// ./exported_from_other_package.go:22:10: cannot use "x" (untyped string constant) as int value in argument to os.Exit
// ./exported_from_other_package.go:23:12: cannot use 1 (untyped int constant) as []string value in assignment
// ./exported_from_other_package.go:24:12: not enough arguments in call to os.Open
// 	have ()
// 	want (string)
// ./exported_from_other_package.go:24:12: too many errors
