// Types that the program makes up by embedding reflect.Type: package reflect looks at what they really are.
package main

import (
	"fmt"
	. "reflect"
)

// liar is a type that says what it likes.
type liar struct {
	Type
	kind Kind
}

func (l liar) Kind() Kind       { return l.kind }
func (l liar) ChanDir() ChanDir { return BothDir }
func (l liar) Len() int         { return 0 }
func (l liar) Elem() Type       { return TypeOf(byte(0)) }
func (l liar) Size() uintptr    { return 1 << 40 }
func (l liar) NumIn() int       { return 3 }

func try(what string, f func()) {
	defer func() { fmt.Println(what, recover()) }()
	f()
}

func main() {
	i := TypeOf(0)
	try("MakeChan", func() { MakeChan(liar{i, Chan}, 0) })
	try("MakeMap", func() { MakeMap(liar{i, Map}) })
	try("MakeSlice", func() { MakeSlice(liar{i, Slice}, 1, 1) })
	try("MakeFunc", func() { MakeFunc(liar{i, Func}, nil) })
	try("Implements", func() { i.Implements(liar{i, Interface}) })
	try("FuncOf", func() { FuncOf([]Type{liar{i, Slice}}, nil, true) })
	try("CanConvert", func() { fmt.Print(ValueOf([]int{1}).CanConvert(liar{TypeOf([2]int{}), Array})) })
	try("Convert", func() { ValueOf([]int{1}).Convert(liar{TypeOf([2]int{}), Array}) })
	try("ArrayOf", func() { fmt.Print(ArrayOf(2, liar{i, Array}).Size()) })
	try("ArrayOf", func() { ArrayOf(1<<62, i) })
	try("New", func() { fmt.Print(New(liar{i, Array}).Elem().Kind()) })
	try("Zero", func() { fmt.Print(Zero(liar{i, Array}).Kind()) })
	try("StructOf", func() { fmt.Print(StructOf([]StructField{{Name: "A", Type: liar{i, Array}}}).Size()) })
	try("MapOf", func() { fmt.Print(MapOf(liar{TypeOf([]int{}), Int}, i)) })
	try("SliceOf", func() { fmt.Print(SliceOf(liar{i, Array})) })
	try("ChanOf", func() { fmt.Print(ChanOf(BothDir, liar{i, Array})) })
	try("AppendSlice", func() { fmt.Print(AppendSlice(ValueOf([]int{1}), ValueOf([]int8{1}))) })
	try("Copy", func() { fmt.Print(Copy(ValueOf([]int{1}), ValueOf([]int8{1}))) })
}

// Output:
// MakeChan reflect.MakeChan of non-chan type
// MakeMap reflect.MakeMapWithSize of non-map type
// MakeSlice reflect.MakeSlice of non-slice type
// MakeFunc reflect: call of MakeFunc with non-Func type
// Implements <nil>
// FuncOf reflect.FuncOf: last arg of variadic func must be slice
// falseCanConvert <nil>
// Convert reflect: cannot convert slice with length 1 to array with length 2
// 16ArrayOf <nil>
// ArrayOf reflect.ArrayOf: array size would exceed virtual address space
// New interface conversion: reflect.Type is main.liar, not *reflect.rtype
// Zero interface conversion: reflect.Type is main.liar, not *reflect.rtype
// 8StructOf <nil>
// MapOf reflect.MapOf: invalid key type []int
// []intSliceOf <nil>
// chan intChanOf <nil>
// AppendSlice reflect.AppendSlice: int != int8
// Copy reflect.Copy: int != int8
