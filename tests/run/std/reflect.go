// Types, methods and values that reflect finds and makes, calls of functions and methods, and what a wrong call says.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"runtime"
	"sort"
	"strings"
	"time"
)

type inner struct{ A, b int }

type Shape interface {
	Area() float64
	scale(float64)
}

type Point struct {
	X, Y float64 `json:"x,omitempty" xml:"px"`
	Tag  string  "plain"
	inner
	*Log
	hidden map[string][]int
}

func (p Point) Area() float64                        { return p.X * p.Y }
func (p *Point) scale(k float64)                     { p.X *= k }
func (p *Point) Move(dx float64, rest ...int) string { p.X += dx; return fmt.Sprint(p.X, rest) }

type Log struct{ lines, Level int }

func (*Log) Print() {}

type big [6]int

func (b big) Sum(k int, c byte) (byte, int) {
	n := k
	for _, x := range b {
		n += x
	}
	return c + 1, n
}

type outer struct {
	y int
	*inner2
}
type inner2 struct{ x int }

func (*inner2) M() int { return 7 }

// try prints what f panics with.
func try(name string, f func()) {
	defer func() {
		switch r := recover().(type) {
		case nil:
			fmt.Println(name, "ok")
		case *reflect.ValueError:
			fmt.Println(name, "ValueError", r)
		case error:
			fmt.Println(name, "error", r)
		default:
			fmt.Println(name, r)
		}
	}()
	f()
}

func types() {
	p := &Point{X: 1, Y: 2}
	for _, v := range []any{p, *p, big{}, []any{1}, map[string]*Point{}, make(<-chan int), func(int, ...string) error { return nil },
		[3]bool{}, struct {
			A int `k:"v"`
			b string
		}{}, new(Shape), time.Second, errors.New, complex64(1), uintptr(1), error(nil)} {
		t := reflect.TypeOf(v)
		if t == nil {
			fmt.Println("nil type")
			continue
		}
		fmt.Printf("%v|%s|%s|%q|%d|%d|%v|%d\n", t, t.Kind(), t.Name(), t.PkgPath(), t.Size(), t.Align(), t.Comparable(), t.NumMethod())
		for i := 0; i < t.NumMethod(); i++ {
			m := t.Method(i)
			fmt.Println("  method", m.Name, m.Type, m.Index, m.IsExported())
		}
	}
	st := reflect.TypeOf(*p)
	for i := 0; i < st.NumField(); i++ {
		f := st.Field(i)
		fmt.Printf("  field %s %v %q %q %d %v %v %v\n", f.Name, f.Type, f.PkgPath, f.Tag, f.Offset, f.Index, f.Anonymous, f.IsExported())
	}
	f, ok := st.FieldByName("b")
	fmt.Println(f.Index, f.PkgPath, ok, f.Tag.Get("json"))
	x, _ := st.FieldByName("X")
	fmt.Println(x.Tag.Get("json"), x.Tag.Get("xml"), x.Tag.Get("none"))
	for _, f := range reflect.VisibleFields(st) {
		fmt.Print(f.Name, f.Index, " ")
	}
	fmt.Println()
	ft := reflect.TypeOf(func(int, ...string) (bool, error) { return false, nil })
	fmt.Println(ft.NumIn(), ft.In(1), ft.NumOut(), ft.Out(1), ft.IsVariadic())
	shape := reflect.TypeOf((*Shape)(nil)).Elem()
	fmt.Println(reflect.TypeOf(p).Implements(shape), st.Implements(shape), shape.NumMethod(), reflect.TypeOf(1).ConvertibleTo(reflect.TypeOf("")))
	for i := -1; i < 29; i++ {
		fmt.Print(reflect.Kind(i), " ")
	}
	fmt.Println()
	made := reflect.StructOf([]reflect.StructField{
		{Name: "N", Type: reflect.TypeOf(0), Tag: `a:"b"`}, {Name: "S", Type: reflect.SliceOf(st)},
	})
	fmt.Println(made, reflect.MapOf(reflect.TypeOf(""), made).Key(), reflect.ArrayOf(3, made).Len(), reflect.ChanOf(reflect.RecvDir, st),
		reflect.FuncOf([]reflect.Type{st}, []reflect.Type{shape}, false), reflect.PointerTo(st))
}

func calls() {
	var b bytes.Buffer
	v := reflect.ValueOf
	for i := 0; i < 3000; i++ { // often enough to be compiled
		b.Reset()
		v(fmt.Fprintf).Call([]reflect.Value{v(&b), v("%s, %d world"), v("hello"), v(i)})
		if want := fmt.Sprintf("hello, %d world", i); b.String() != want {
			fmt.Println("wrong:", b.String(), want)
			break
		}
		o := v(big{1, 2, 3, 4, 5, 6}).MethodByName("Sum").Call([]reflect.Value{v(i), v(byte(i))})
		if o[1].Int() != int64(21+i) || o[0].Uint() != uint64(byte(i)+1) {
			fmt.Println("wrong:", i, o[0], o[1])
			break
		}
	}
	fmt.Println(b.String())
	p := &Point{X: 1}
	m := v(p).MethodByName("Move")
	fmt.Println(m.Type(), m.Call([]reflect.Value{v(2.0), v(3), v(4)})[0], m.CallSlice([]reflect.Value{v(1.0), v([]int{9})})[0])
	fmt.Println(v((*Point).Move).Call([]reflect.Value{v(p), v(0.5)})[0])
	mt, _ := reflect.TypeOf(p).MethodByName("Area")
	fmt.Println(mt.Type, mt.Func.Call([]reflect.Value{v(&Point{X: 3, Y: 4})})[0], runtime.FuncForPC(v(types).Pointer()).Name())
	fmt.Println(m.Interface().(func(float64, ...int) string)(1, 2))
	mv, _ := reflect.TypeOf(outer{}).MethodByName("M")
	fmt.Println(mv.Name, mv.Func.Call([]reflect.Value{v(outer{inner2: new(inner2)})})[0])
	swap := reflect.MakeFunc(reflect.TypeOf(func(int, string, big) (big, string) { return big{}, "" }), func(in []reflect.Value) []reflect.Value {
		runtime.GC()
		return []reflect.Value{in[2], v(in[1].String() + fmt.Sprint(in[0]))}
	}).Interface().(func(int, string, big) (big, string))
	fmt.Println(swap(7, "x", big{5: 6}))
	r := v(new(io.ReadWriter)).Elem()
	out := v(func(r io.Reader) io.Reader { return r }).Call([]reflect.Value{r})
	fmt.Println(out[0].Type(), out[0].IsNil())
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		v(func() { panic("inside") }).Call(nil)
	}()
}

func setting() {
	p := &Point{X: 1, inner: inner{1, 2}, hidden: map[string][]int{"a": {1}}}
	e := reflect.ValueOf(p).Elem()
	e.Field(0).SetFloat(9)
	e.FieldByName("A").SetInt(5)
	fmt.Println(p.X, p.A, e.Field(3).CanSet(), e.Field(3).Field(0).CanSet(), e.Field(3).Addr().Elem().Field(0).CanSet(), e.Field(5).CanInterface())
	s := reflect.ValueOf(&[]int{1, 2, 3}).Elem()
	s.Set(reflect.Append(s, reflect.ValueOf(4)))
	s.Index(0).SetInt(-1)
	fmt.Println(s, s.Slice(1, 3), s.Slice3(0, 1, 2).Cap(), s.Len())
	m := reflect.MakeMap(reflect.TypeOf(map[string]int{}))
	m.SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf(1))
	m.SetMapIndex(reflect.ValueOf("j"), reflect.ValueOf(2))
	keys := m.MapKeys()
	sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
	fmt.Println(m, keys, m.MapIndex(reflect.ValueOf("z")).IsValid())
	it := m.MapRange()
	n := 0
	for it.Next() {
		n += int(it.Value().Int())
	}
	fmt.Println(n)
	var a any
	reflect.ValueOf(&a).Elem().Set(reflect.ValueOf("text"))
	fmt.Println(a, reflect.Zero(reflect.TypeOf(p)).IsNil(), reflect.New(reflect.TypeOf(big{})).Elem().Len())
	c := reflect.MakeChan(reflect.TypeOf(make(chan int)), 1)
	fmt.Println(c.TrySend(reflect.ValueOf(1)), c.TrySend(reflect.ValueOf(2)))
	x, ok := c.TryRecv()
	fmt.Println(x, ok)
	c.Close()
	i, x, ok := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: c}})
	fmt.Println(i, x, ok)
	f := reflect.Swapper([]string{"a"})
	try("swapper", func() { f(0, 1) })
	fmt.Println(reflect.ValueOf(int64(300)).Convert(reflect.TypeOf(uint8(0))), reflect.ValueOf(65).Convert(reflect.TypeOf("")),
		reflect.ValueOf("héy").Convert(reflect.TypeOf([]rune{})), reflect.ValueOf([]int{1, 2}).Convert(reflect.TypeOf([2]int{})))
}

func equal() {
	type node struct {
		next *node
		v    any
	}
	a, b := &node{v: 1}, &node{v: 1}
	a.next, b.next = a, b
	nan := []float64{0}
	nan[0] /= nan[0]
	for _, c := range [][2]any{
		{a, b}, {[]int(nil), []int{}}, {[]int{1, 2}, []int{1, 2}}, {map[string][]int{"a": {1}}, map[string][]int{"a": {1}}},
		{nan, nan}, {nan, []float64{nan[0]}}, {1, int64(1)}, {nil, nil}, {nil, 1}, {func() {}, func() {}}, {(func())(nil), (func())(nil)},
		{[2]any{1, "x"}, [2]any{1, "x"}}, {errors.New("a"), errors.New("a")}, {[]byte("ab"), []byte("ac")}, {strings.NewReader("a"), strings.NewReader("a")},
	} {
		fmt.Print(reflect.DeepEqual(c[0], c[1]), " ")
	}
	fmt.Println()
}

func wrong() {
	v := reflect.ValueOf
	type T struct {
		Shape
		s Shape
		n int
	}
	p := &Point{}
	try("unexported method", func() { v(T{p, p, 1}).Field(0).Method(1).Call([]reflect.Value{v(1.0)}) })
	try("method of unexported field", func() { v(T{p, p, 1}).Field(1).Method(0).Call(nil) })
	try("interface", func() { v(T{p, p, 1}).Field(2).Interface() })
	try("set unaddressable", func() { v(1).SetInt(2) })
	try("set unexported", func() { v(&T{}).Elem().Field(2).SetInt(2) })
	try("set string", func() { v(new(int)).Elem().SetString("") })
	try("set type", func() { v(new(int)).Elem().Set(v("")) })
	try("int", func() { v("").Int() })
	try("zero", func() { reflect.Value{}.Int() })
	try("zero type", func() { reflect.Value{}.Type() })
	try("elem", func() { v(1).Elem() })
	try("nil", func() { v(1).IsNil() })
	try("len", func() { v(1).Len() })
	try("index", func() { v([]int{1}).Index(1) })
	try("field", func() { v(T{}).Field(9) })
	try("field of int", func() { v(1).Field(0) })
	try("few", func() { v(strings.Repeat).Call([]reflect.Value{v("a")}) })
	try("many", func() { v(strings.Repeat).Call([]reflect.Value{v("a"), v(1), v(2)}) })
	try("kind", func() { v(strings.Repeat).Call([]reflect.Value{v("a"), v("b")}) })
	try("not func", func() { v(1).Call(nil) })
	try("nil func", func() { v((func())(nil)).Call(nil) })
	try("nil map", func() { v(map[int]int(nil)).SetMapIndex(v(1), v(1)) })
	try("recv", func() { v(true).TryRecv() })
	try("send", func() { v("").TrySend(v("")) })
	try("send on recv", func() { v(make(<-chan int)).Send(v(1)) })
	try("close", func() { v(make(<-chan int)).Close() })
	try("key", func() { v(map[int]int{}).MapRange().Key() })
	try("iter key", func() { v(new(int)).Elem().SetIterKey(v(map[int]int{}).MapRange()) })
	try("convert", func() { v("a").Convert(reflect.TypeOf(1)) })
	try("array convert", func() { v([]int{1}).Convert(reflect.TypeOf([2]int{})) })
	try("type elem", func() { reflect.TypeOf(1).Elem() })
	try("type field", func() { reflect.TypeOf(1).Field(0) })
	try("type in", func() { reflect.TypeOf(1).In(0) })
	try("type len", func() { reflect.TypeOf(1).Len() })
	try("type key", func() { reflect.TypeOf(1).Key() })
	try("method index", func() { v(p).Method(50) })
	try("overflow", func() { v("").OverflowInt(1) })
	try("slice", func() { v([]int{1}).Slice(0, 5) })
	try("slice array", func() { v([1]int{1}).Slice(0, 1) })
	try("struct of", func() { reflect.StructOf([]reflect.StructField{{Name: "1a", Type: reflect.TypeOf(1)}}) })
	try("map of", func() { reflect.MapOf(reflect.TypeOf([]int{}), reflect.TypeOf(1)) })
	try("make slice", func() { reflect.MakeSlice(reflect.TypeOf([]int{}), 2, 1) })
	try("make chan", func() { reflect.MakeChan(reflect.TypeOf(make(<-chan int)), 1) })
	try("results", func() {
		reflect.MakeFunc(reflect.TypeOf(func() int { return 0 }), func([]reflect.Value) []reflect.Value { return nil }).Call(nil)
	})
	try("equal", func() { v([]int{}).Equal(v([]int{})) })
}

func main() {
	types()
	calls()
	setting()
	equal()
	wrong()
}

// Output:
// *main.Point|ptr||""|8|8|true|3
//   method Area func(*main.Point) float64 0 true
//   method Move func(*main.Point, float64, ...int) string 1 true
//   method Print func(*main.Point) 2 true
// main.Point|struct|Point|"main"|64|8|false|2
//   method Area func(main.Point) float64 0 true
//   method Print func(main.Point) 1 true
// main.big|array|big|"main"|48|8|true|1
//   method Sum func(main.big, int, uint8) (uint8, int) 0 true
// []interface {}|slice||""|24|8|false|0
// map[string]*main.Point|map||""|8|8|false|0
// <-chan int|chan||""|8|8|true|0
// func(int, ...string) error|func||""|8|8|false|0
// [3]bool|array||""|3|1|true|0
// struct { A int "k:\"v\""; b string }|struct||""|24|8|true|0
// *main.Shape|ptr||""|8|8|true|0
// time.Duration|int64|Duration|"time"|8|8|true|10
//   method Abs func(time.Duration) time.Duration 0 true
//   method Hours func(time.Duration) float64 1 true
//   method Microseconds func(time.Duration) int64 2 true
//   method Milliseconds func(time.Duration) int64 3 true
//   method Minutes func(time.Duration) float64 4 true
//   method Nanoseconds func(time.Duration) int64 5 true
//   method Round func(time.Duration, time.Duration) time.Duration 6 true
//   method Seconds func(time.Duration) float64 7 true
//   method String func(time.Duration) string 8 true
//   method Truncate func(time.Duration, time.Duration) time.Duration 9 true
// func(string) error|func||""|8|8|false|0
// complex64|complex64|complex64|""|8|4|true|0
// uintptr|uintptr|uintptr|""|8|8|true|0
// nil type
//   field X float64 "" "json:\"x,omitempty\" xml:\"px\"" 0 [0] false true
//   field Y float64 "" "json:\"x,omitempty\" xml:\"px\"" 8 [1] false true
//   field Tag string "" "plain" 16 [2] false true
//   field inner main.inner "main" "" 32 [3] true false
//   field Log *main.Log "" "" 48 [4] true true
//   field hidden map[string][]int "main" "" 56 [5] false false
// [3 1] main true
// x,omitempty px
// X[0] Y[1] Tag[2] inner[3] A[3 0] b[3 1] Log[4] lines[4 0] Level[4 1] hidden[5]
// 2 []string 2 error true
// true false 2 true
// kind-1 invalid bool int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr float32 float64 complex64 complex128 array chan func interface map ptr slice string struct unsafe.Pointer kind27 kind28
// struct { N int "a:\"b\""; S []main.Point } string 3 <-chan main.Point func(main.Point) main.Shape *main.Point
// hello, 2999 world
// func(float64, ...int) string 3 [3 4] 4 [9]
// 4.5 []
// func(*main.Point) float64 12 main.types
// 5.5 [2]
// M 7
// [0 0 0 0 0 6] x7
// io.Reader true
// recovered inside
// 9 5 false true true false
// [-1 2 3 4] [2 3] 2 4
// map[j:2 k:1] [j k] false
// 3
// text true 6
// true false
// 1 true
// 0 0 false
// swapper reflect: slice index out of range
// 44 A [104 233 121] [1 2]
// true false true true true false false true false false true true true false true
// unexported method reflect: Call of unexported method
// method of unexported field reflect: reflect.Value.Call using value obtained using unexported field
// interface reflect.Value.Interface: cannot return value obtained from unexported field or method
// set unaddressable reflect: reflect.Value.SetInt using unaddressable value
// set unexported reflect: reflect.Value.SetInt using value obtained using unexported field
// set string ValueError reflect: call of reflect.Value.SetString on int Value
// set type reflect.Set: value of type string is not assignable to type int
// int ValueError reflect: call of reflect.Value.Int on string Value
// zero ValueError reflect: call of reflect.Value.Int on zero Value
// zero type ValueError reflect: call of reflect.Value.Type on zero Value
// elem ValueError reflect: call of reflect.Value.Elem on int Value
// nil ValueError reflect: call of reflect.Value.IsNil on int Value
// len ValueError reflect: call of reflect.Value.Len on int Value
// index reflect: slice index out of range
// field reflect: Field index out of range
// field of int ValueError reflect: call of reflect.Value.Field on int Value
// few reflect: Call with too few input arguments
// many reflect: Call with too many input arguments
// kind reflect: Call using string as type int
// not func ValueError reflect: call of reflect.Value.Call on int Value
// nil func reflect.Value.Call: call of nil function
// nil map error assignment to entry in nil map
// recv ValueError reflect: call of reflect.Value.TryRecv on bool Value
// send ValueError reflect: call of reflect.Value.TrySend on string Value
// send on recv reflect: send on recv-only channel
// close reflect: close of receive-only channel
// key MapIter.Key called before Next
// iter key reflect: Value.SetIterKey called before Next
// convert reflect.Value.Convert: value of type string cannot be converted to type int
// array convert reflect: cannot convert slice with length 1 to array with length 2
// type elem reflect: Elem of invalid type int
// type field reflect: Field of non-struct type int
// type in reflect: In of non-func type int
// type len reflect: Len of non-array type int
// type key reflect: Key of non-map type int
// method index reflect: Method index out of range
// overflow ValueError reflect: call of reflect.Value.OverflowInt on string Value
// slice reflect.Value.Slice: slice index out of bounds
// slice array reflect.Value.Slice: slice of unaddressable array
// struct of reflect.StructOf: field 0 has invalid name
// map of reflect.MapOf: invalid key type []int
// make slice reflect.MakeSlice: len > cap
// make chan reflect.MakeChan: unidirectional channel type
// results reflect: wrong return count from function created by MakeFunc
// equal reflect.Value.Equal: values of type []int are not comparable
