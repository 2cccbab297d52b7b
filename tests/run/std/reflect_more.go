// What package reflect refuses, and pointers that it makes to types with promoted methods.
package main

import (
	"fmt"
	. "reflect"
	"unsafe"
)

type X int

func (x X) String() string { return fmt.Sprint("X of ", int(x)) }

type P struct{ n int }

func (p *P) String() string { return fmt.Sprint("P of ", p.n) }

func try(what string, f func()) {
	defer func() { fmt.Println(what, recover()) }()
	f()
}

func main() {
	for _, v := range []any{struct{ X }{3}, struct{ P }{P{4}}, struct{ *P }{&P{5}}, struct{ n int }{6}} {
		p := New(TypeOf(v))
		p.Elem().Set(ValueOf(v))
		_, value := v.(fmt.Stringer)
		s, pointer := p.Interface().(fmt.Stringer)
		fmt.Println(value, pointer, s, p.Type().NumMethod())
	}

	m := ValueOf(struct{ m map[string]int }{map[string]int{"a": 1}}).Field(0)
	i := m.MapRange()
	k, n := New(TypeOf("")).Elem(), New(TypeOf(0)).Elem()
	try("before", func() { k.SetIterKey(i) })
	i.Next()
	try("unexported", func() { k.SetIterKey(i) })
	try("unexported", func() { n.SetIterValue(i) })
	i = ValueOf(map[string]int{"a": 1}).MapRange()
	i.Next()
	try("other type", func() { n.SetIterKey(i) })
	try("other type", func() { k.SetIterValue(i) })
	try("not a variable", func() { ValueOf("").SetIterKey(i) })
	try("right", func() { k.SetIterKey(i); n.SetIterValue(i); fmt.Print(k, n, " ") })
	i.Next()
	try("exhausted", func() { k.SetIterKey(i) })

	var a [4]int
	try("SliceAt", func() { fmt.Print(SliceAt(TypeOf(0), unsafe.Pointer(&a), 4).Len(), " ") })
	try("SliceAt", func() { SliceAt(TypeOf(0), nil, 1) })
	try("SliceAt", func() { SliceAt(TypeOf(0), unsafe.Pointer(&a), -1) })
	try("SliceAt", func() { SliceAt(TypeOf(0), unsafe.Pointer(&a), 1<<61) })
	for _, v := range []any{[0]func(){}, [0]any{}, [1]any{[]int{}}, [2]map[int]int{}, struct{ f any }{}, struct{ f func() }{}} {
		fmt.Print(ValueOf(v).Comparable(), " ")
	}
	fmt.Println()
	for _, v := range []any{func(func(int) bool) {}, func(func(int, int) bool) {}, func(func()) {}, func(func(int) bool) int { return 0 }, 1, "", &a} {
		fmt.Print(TypeOf(v).CanSeq(), TypeOf(v).CanSeq2(), " ")
	}
	fmt.Println()
	for _, name := range []string{"φ", "Φ", "a", "_", "1", "B"} {
		try(name, func() { fmt.Print(StructOf([]StructField{{Name: name, Type: TypeOf(0)}}), " ") })
	}

	x := StructField{Name: "X", Type: TypeOf(X(0)), Anonymous: true}
	pp := StructField{Name: "P", Type: TypeOf(&P{}), Anonymous: true}
	s := StructField{Name: "Stringer", Type: TypeOf((*fmt.Stringer)(nil)).Elem(), Anonymous: true}
	n1 := StructField{Name: "N", Type: TypeOf(0)}
	for _, fields := range [][]StructField{{x}, {x, n1}, {n1, x}, {pp}, {pp, n1}, {n1, pp}, {s}, {n1, s}} {
		try(fmt.Sprint(len(fields), fields[0].Name), func() {
			t := StructOf(fields)
			v := New(t).Elem()
			switch t.Field(0).Name {
			case "X":
				v.Field(0).SetInt(7)
			case "P":
				v.Field(0).Set(ValueOf(&P{8}))
			case "Stringer":
				v.Field(0).Set(ValueOf(X(9)))
			}
			_, ok := v.Interface().(fmt.Stringer)
			fmt.Print(t, " ", ok, " ")
			fmt.Print(v.Interface().(fmt.Stringer).String(), " ", v.MethodByName("String").Call(nil)[0], " ")
		})
	}
}

// Output:
// true true X of 3 1
// false true P of 4 1
// true true P of 5 1
// false false <nil> 0
// before reflect: Value.SetIterKey called before Next
// unexported reflect: reflect.Value.SetIterKey using value obtained using unexported field
// unexported reflect: reflect.Value.SetIterValue using value obtained using unexported field
// other type reflect.MapIter.SetKey: value of type string is not assignable to type int
// other type reflect.MapIter.SetValue: value of type int is not assignable to type string
// not a variable reflect: reflect.Value.SetIterKey using unaddressable value
// a 1 right <nil>
// exhausted reflect: Value.SetIterKey called on exhausted iterator
// 4 SliceAt <nil>
// SliceAt runtime error: unsafe.Slice: ptr is nil and len is not zero
// SliceAt runtime error: unsafe.Slice: len out of range
// SliceAt runtime error: unsafe.Slice: len out of range
// false true false false true false
// true false false true false false false false true false true true true true
// struct { φ int } φ <nil>
// struct { Φ int } Φ <nil>
// a reflect.StructOf: field "a" is unexported but missing PkgPath
// _ reflect.StructOf: field "_" is unexported but missing PkgPath
// 1 reflect.StructOf: field 0 has invalid name
// struct { B int } B <nil>
// struct { main.X } true X of 7 X of 7 1X <nil>
// struct { main.X; N int } true X of 7 X of 7 2X <nil>
// 2N reflect: embedded type with methods not implemented if type is not first field
// struct { *main.P } true P of 8 P of 8 1P <nil>
// 2P reflect: embedded type with methods not implemented if there is more than one field
// 2N reflect: embedded type with methods not implemented if type is not first field
// struct { fmt.Stringer } true 1Stringer reflect: StructOf does not support methods of embedded interfaces
// struct { N int; fmt.Stringer } true 2N reflect: StructOf does not support methods of embedded interfaces
