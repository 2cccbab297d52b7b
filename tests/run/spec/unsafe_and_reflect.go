// run

// package unsafe as far as it is portable, and reflect's view of values of every kind.
package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

type header struct {
	magic uint32
	flags uint16
	kind  byte
}

type rec struct {
	Name  string `json:"name" db:"n"`
	Age   int
	inner []float64
	M     map[string]int
}

func (r rec) Hello(greet string) string { return greet + " " + r.Name }
func (r *rec) Birthday()                { r.Age++ }

func main() {
	h := header{0xdeadbeef, 0x0102, 7}
	p := unsafe.Pointer(&h)
	fmt.Printf("%x %x %d\n", *(*uint32)(p), *(*byte)(unsafe.Add(p, 4)), *(*byte)(unsafe.Pointer(uintptr(p) + unsafe.Offsetof(h.kind))))
	f := 1.5
	fmt.Printf("%x\n", *(*uint64)(unsafe.Pointer(&f)))
	b := []byte("bytes")
	s := unsafe.String(&b[0], 3)
	sl := unsafe.Slice((*uint16)(p), 3)
	fmt.Println(s, len(sl), cap(sl), sl[2], string(unsafe.Slice(unsafe.StringData("data"), 2)), unsafe.SliceData(b) == &b[0])
	arr := [4]int32{1, 2, 3, 4}
	q := (*int32)(unsafe.Pointer(&arr[1]))
	*q = 20
	pp := (*[2]int32)(unsafe.Pointer(&arr[2]))
	pp[1] = 40
	fmt.Println(arr)
	var np unsafe.Pointer
	fmt.Println(np == nil, uintptr(np), unsafe.Sizeof(np))

	r := &rec{"ann", 30, nil, map[string]int{"a": 1}}
	v := reflect.ValueOf(r).Elem()
	t := v.Type()
	for i := 0; i < t.NumField(); i++ {
		fl := t.Field(i)
		fmt.Println(fl.Name, fl.Type, fl.Tag.Get("json"), fl.IsExported(), v.Field(i).Kind())
	}
	v.FieldByName("Age").SetInt(41)
	v.Field(0).SetString("bob")
	fmt.Println(r.Name, r.Age, v.Field(2).CanSet(), v.NumField(), t.NumMethod(), reflect.TypeOf(r).NumMethod())
	out := v.MethodByName("Hello").Call([]reflect.Value{reflect.ValueOf("hi")})
	fmt.Println(out[0])
	reflect.ValueOf(r).MethodByName("Birthday").Call(nil)
	fmt.Println(r.Age)
	for _, x := range []interface{}{1, int8(2), uint(3), 4.5, "s", true, []int{1}, [2]int{}, map[int]int{}, make(chan int), func() {}, r, struct{}{}, 1i, 'x', nil} {
		if x == nil {
			fmt.Println(reflect.TypeOf(x), reflect.ValueOf(x).IsValid())
			continue
		}
		fmt.Print(reflect.TypeOf(x), " ", reflect.ValueOf(x).Kind(), "; ")
	}
	sv := reflect.MakeSlice(reflect.TypeOf([]int{}), 0, 2)
	sv = reflect.Append(sv, reflect.ValueOf(5), reflect.ValueOf(6))
	mv := reflect.ValueOf(map[string]int{"x": 1})
	mv.SetMapIndex(reflect.ValueOf("y"), reflect.ValueOf(2))
	fmt.Println(sv.Interface(), sv.Len(), sv.Index(1), mv.Len(), mv.MapIndex(reflect.ValueOf("y")))
	fmt.Println(reflect.DeepEqual([]int{1, 2}, []int{1, 2}), reflect.DeepEqual(map[string][]int{"a": {1}}, map[string][]int{"a": {1}}), reflect.DeepEqual(r, &rec{}))
	nv := reflect.New(reflect.TypeOf(0))
	nv.Elem().SetInt(9)
	fmt.Println(*(nv.Interface().(*int)), reflect.Zero(reflect.TypeOf("")).Interface() == "", reflect.TypeOf((*error)(nil)).Elem().Kind())
	fn := reflect.ValueOf(fmt.Sprint)
	fmt.Println(fn.Call([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf("a")})[0], fn.Type(), reflect.TypeOf(r).Implements(reflect.TypeOf((*interface{ Birthday() })(nil)).Elem()))
	func() {
		defer func() { fmt.Println(recover()) }()
		reflect.ValueOf(5).SetInt(6)
	}()
}

// Output:
// deadbeef 2 7
// 3ff8000000000000
// byt 3 3 258 da true
// [1 20 3 40]
// true 0 8
// Name string name true string
// Age int  true int
// inner []float64  false slice
// M map[string]int  true map
// bob 41 false 4 1 2
// hi bob
// 42
// int int; int8 int8; uint uint; float64 float64; string string; bool bool; []int slice; [2]int array; map[int]int map; chan int chan; func() func; *main.rec ptr; struct {} struct; complex128 complex128; int32 int32; <nil> false
// [5 6] 2 6 2 2
// true true false
// 9 true interface
// 1a func(...interface {}) string true
// reflect: reflect.Value.SetInt using unaddressable value
