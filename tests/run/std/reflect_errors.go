// What every method of reflect.Type and reflect.Value answers for types and values it suits and those it does not.
package main

import (
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"sort"
	"strings"
	"unsafe"
)

type (
	MyInt int
	MyStr string
	Fn    func(int, ...string) (bool, error)
	Inner struct{ A, B int }
	Deep  struct{ *Inner }
	Iface interface {
		M(int) string
		N()
	}
	Iface2 interface {
		Iface
		io.Reader
		priv()
	}
	S struct {
		A int    `json:"a" xml:"x,attr"`
		b string `bad tag`
		Inner
		*Deep `k:"v\"q\"" k2:""`
		C     []int
		D     map[string]*S
		E     any
		F     Fn
		G     chan<- int
		H     <-chan string
		I     [3]byte
		_     int
		J     unsafe.Pointer
		K, L  float32
		M1    struct{ X int }
		N1    Iface
		error
	}
	Rec  struct{ Next *Rec }
	Tree map[string]Tree
	Lst  []Lst
	PP   **PP
	FF   func(FF) FF
	T0   struct{}
)

func (S) Val(x int, y ...string) string { return fmt.Sprint("Val", x, y) }
func (s *S) Ptr() int                   { return s.A }
func (S) hidden()                       {}
func (m MyInt) M(x int) string          { return fmt.Sprint(int(m) + x) }
func (m MyInt) N()                      {}
func (i Inner) Sum() int                { return i.A + i.B }
func (i *Inner) Inc()                   { i.A++ }

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(*reflect.ValueError); ok {
				fmt.Printf("%s: ValueError %s %v: %v\n", what, e.Method, e.Kind, e)
				return
			}
			fmt.Printf("%s: panic %v\n", what, r)
		}
	}()
	f()
}

func typ(t reflect.Type) {
	if t == nil {
		fmt.Println("nil type")
		return
	}
	fmt.Println(t, t.Name(), t.PkgPath(), t.Kind(), t.Size(), t.Align(), t.FieldAlign(), t.NumMethod(), t.Comparable(), t.String())
	for i := 0; i < t.NumMethod(); i++ {
		m := t.Method(i)
		fmt.Println("  ", m.Name, m.PkgPath, m.Type, m.Index, m.Func.IsValid(), m.IsExported())
	}
	for _, x := range []struct {
		n string
		f func()
	}{{"Elem", func() { fmt.Println(t.Elem()) }}, {"Key", func() { fmt.Println(t.Key()) }}, {"Len", func() { fmt.Println(t.Len()) }}, {"NumField", func() { fmt.Println(t.NumField()) }}, {"NumIn", func() { fmt.Println(t.NumIn()) }}, {"NumOut", func() { fmt.Println(t.NumOut()) }}, {"Bits", func() { fmt.Println(t.Bits()) }}, {"ChanDir", func() { fmt.Println(t.ChanDir()) }}, {"IsVariadic", func() { fmt.Println(t.IsVariadic()) }}, {"In", func() { fmt.Println(t.In(0)) }}, {"Out", func() { fmt.Println(t.Out(0)) }}, {"Field", func() { fmt.Printf("%+v\n", t.Field(0)) }}, {"FieldByIndex", func() { fmt.Printf("%+v\n", t.FieldByIndex([]int{0, 0})) }}, {"FieldByName", func() { _, ok := t.FieldByName("A"); fmt.Println(ok) }}, {"FieldByNameFunc", func() { _, ok := t.FieldByNameFunc(func(s string) bool { return s == "X" }); fmt.Println(ok) }}, {"Method", func() { t.Method(99) }}, {"MethodByName", func() { m, ok := t.MethodByName("Sum"); fmt.Println(m.Name, ok) }}, {"OverflowInt", func() { fmt.Println(t.OverflowInt(300)) }}, {"OverflowUint", func() { fmt.Println(t.OverflowUint(300)) }}, {"OverflowFloat", func() { fmt.Println(t.OverflowFloat(1e300)) }}, {"OverflowComplex", func() { fmt.Println(t.OverflowComplex(1e300)) }}, {"CanSeq", func() { fmt.Println(t.CanSeq(), t.CanSeq2()) }}, {"Implements", func() {
		fmt.Println(t.Implements(reflect.TypeOf((*Iface)(nil)).Elem()), t.Implements(reflect.TypeOf((*error)(nil)).Elem()))
	}}, {"Implements2", func() { t.Implements(reflect.TypeOf(1)) }}, {"Implements3", func() { t.Implements(nil) }}, {"AssignableTo", func() { t.AssignableTo(nil) }}, {"ConvertibleTo", func() { t.ConvertibleTo(nil) }}, {"IfaceZero", func() { fmt.Println(reflect.Zero(t).IsZero(), reflect.New(t).Type()) }}} {
		try("  "+x.n, x.f)
	}
}

func ops(name string, v reflect.Value) {
	type op struct {
		n string
		f func()
	}
	for _, o := range []op{
		{"Addr", func() { fmt.Println(v.Addr().Type()) }}, {"Bool", func() { fmt.Println(v.Bool()) }}, {"Bytes", func() { fmt.Println(v.Bytes()) }}, {"Call", func() { fmt.Println(len(v.Call(nil))) }}, {"CallSlice", func() { fmt.Println(len(v.CallSlice(nil))) }}, {"CanAddr", func() {
			fmt.Println(v.CanAddr(), v.CanSet(), v.CanInterface(), v.CanInt(), v.CanUint(), v.CanFloat(), v.CanComplex())
		}},
		{"Cap", func() { fmt.Println(v.Cap()) }}, {"Clear", func() { v.Clear() }}, {"Close", func() { v.Close() }}, {"Comparable", func() { fmt.Println(v.Comparable()) }}, {"Complex", func() { fmt.Println(v.Complex()) }}, {"Convert", func() { fmt.Println(v.Convert(reflect.TypeOf(0)).Int()) }}, {"ConvertS", func() { fmt.Printf("%q\n", v.Convert(reflect.TypeOf("")).String()) }}, {"CanConvert", func() { fmt.Println(v.CanConvert(reflect.TypeOf([2]int{})), v.CanConvert(reflect.TypeOf(1.5))) }},
		{"Elem", func() { fmt.Println(v.Elem()) }}, {"Equal", func() { fmt.Println(v.Equal(v)) }}, {"Field", func() { fmt.Println(v.Field(0).Kind()) }}, {"Field9", func() { fmt.Println(v.Field(99).Kind()) }}, {"FieldByName", func() { fmt.Println(v.FieldByName("Nope").IsValid()) }}, {"FieldByIndex", func() { fmt.Println(v.FieldByIndex([]int{0, 0}).Kind()) }}, {"FieldByIndexErr", func() { _, err := v.FieldByIndexErr([]int{3, 0}); fmt.Println(err) }}, {"Float", func() { fmt.Println(v.Float()) }}, {"Grow", func() { v.Grow(1) }}, {"Index", func() { fmt.Println(v.Index(0).Kind()) }}, {"Index9", func() { fmt.Println(v.Index(9).Kind()) }}, {"Int", func() { fmt.Println(v.Int()) }}, {"Interface", func() { _ = v.Interface(); fmt.Println("iface") }}, {"InterfaceData", func() { _ = v.InterfaceData(); fmt.Println("idata") }}, {"IsNil", func() { fmt.Println(v.IsNil()) }}, {"IsZero", func() { fmt.Println(v.IsZero()) }}, {"Kind", func() { fmt.Println(v.Kind(), v.IsValid()) }}, {"Len", func() { fmt.Println(v.Len()) }}, {"MapIndex", func() { fmt.Println(v.MapIndex(reflect.ValueOf("a")).IsValid()) }}, {"MapKeys", func() { fmt.Println(len(v.MapKeys())) }}, {"MapRange", func() { v.MapRange() }}, {"Method", func() { fmt.Println(v.Method(0).Kind()) }}, {"MethodByName", func() { fmt.Println(v.MethodByName("Val").IsValid()) }}, {"NumField", func() { fmt.Println(v.NumField()) }}, {"NumMethod", func() { fmt.Println(v.NumMethod()) }}, {"OverflowInt", func() { fmt.Println(v.OverflowInt(300)) }}, {"OverflowUint", func() { fmt.Println(v.OverflowUint(300)) }}, {"OverflowFloat", func() { fmt.Println(v.OverflowFloat(1e300)) }}, {"OverflowComplex", func() { fmt.Println(v.OverflowComplex(1e300)) }}, {"Pointer", func() { _ = v.Pointer(); fmt.Println("ptr") }}, {"UnsafePointer", func() { _ = v.UnsafePointer(); fmt.Println("uptr") }}, {"UnsafeAddr", func() { _ = v.UnsafeAddr(); fmt.Println("uaddr") }}, {"Recv", func() {
			if v.Kind() != reflect.Chan || v.Type().ChanDir() == reflect.SendDir {
				v.Recv()
			}
		}}, {"Send", func() {
			if v.Kind() != reflect.Chan || v.Type().ChanDir() == reflect.RecvDir {
				v.Send(reflect.ValueOf(1))
			}
		}}, {"TryRecv", func() { fmt.Println(v.TryRecv()) }}, {"TrySend", func() { fmt.Println(v.TrySend(reflect.ValueOf(1))) }}, {"Set", func() { v.Set(v) }}, {"SetWrong", func() { v.Set(reflect.ValueOf(T0{})) }}, {"SetZeroValue", func() { v.Set(reflect.Value{}) }}, {"SetBool", func() { v.SetBool(true) }}, {"SetBytes", func() { v.SetBytes(nil) }}, {"SetCap", func() { v.SetCap(0) }}, {"SetComplex", func() { v.SetComplex(0) }}, {"SetFloat", func() { v.SetFloat(0) }}, {"SetInt", func() { v.SetInt(0) }}, {"SetIterKey", func() { v.SetIterKey(reflect.ValueOf(map[int]int{1: 1}).MapRange()) }}, {"SetIterValue", func() { v.SetIterValue(reflect.ValueOf(map[int]int{1: 1}).MapRange()) }}, {"SetLen", func() { v.SetLen(0) }}, {"SetMapIndex", func() { v.SetMapIndex(reflect.ValueOf("zz"), reflect.Value{}) }}, {"SetMapIndex2", func() { v.SetMapIndex(reflect.ValueOf(1), reflect.ValueOf("x")) }}, {"SetPointer", func() { v.SetPointer(nil) }}, {"SetString", func() { v.SetString("") }}, {"SetUint", func() { v.SetUint(0) }}, {"SetZero", func() { v.SetZero() }}, {"Slice", func() { fmt.Println(v.Slice(0, 1).Len()) }}, {"Slice9", func() { v.Slice(0, 99) }}, {"Slice3", func() { fmt.Println(v.Slice3(0, 1, 1).Len()) }}, {"Slice39", func() { v.Slice3(2, 1, 1) }}, {"String", func() { s := v.String(); fmt.Println(s) }}, {"Type", func() { fmt.Println(v.Type()) }}, {"Uint", func() { fmt.Println(v.Uint()) }}, {"Append", func() { fmt.Println(reflect.Append(v, reflect.ValueOf(1)).Len()) }}, {"AppendSlice", func() { fmt.Println(reflect.AppendSlice(v, v).Len()) }}, {"Copy", func() { fmt.Println(reflect.Copy(v, v)) }}, {"Indirect", func() { fmt.Println(reflect.Indirect(v).Kind()) }},
	} {
		try(name+" "+o.n, o.f)
	}
}

func main() {
	var err error
	var ifc Iface
	types := []reflect.Type{reflect.TypeOf(nil), reflect.TypeOf(1), reflect.TypeOf(int8(1)), reflect.TypeOf(uint8(1)), reflect.TypeOf(1.5), reflect.TypeOf(float32(1)), reflect.TypeOf(1i), reflect.TypeOf(complex64(1)), reflect.TypeOf("s"), reflect.TypeOf(true), reflect.TypeOf(MyInt(1)), reflect.TypeOf(MyStr("")), reflect.TypeOf(new(MyInt)), reflect.TypeOf(S{}), reflect.TypeOf(&S{}), reflect.TypeOf(Inner{}), reflect.TypeOf(&Inner{}), reflect.TypeOf(Deep{}), reflect.TypeOf(&err).Elem(), reflect.TypeOf(&ifc).Elem(), reflect.TypeOf((*Iface2)(nil)).Elem(), reflect.TypeOf((*any)(nil)).Elem(), reflect.TypeOf([]int{}), reflect.TypeOf([3]string{}), reflect.TypeOf(map[string][]int{}), reflect.TypeOf(make(chan int)), reflect.TypeOf(make(<-chan int)), reflect.TypeOf(make(chan<- (<-chan int))), reflect.TypeOf(func() {}), reflect.TypeOf(Fn(nil)), reflect.TypeOf(strings.Builder{}), reflect.TypeOf(&strings.Builder{}), reflect.TypeOf(unsafe.Pointer(nil)), reflect.TypeOf(uintptr(0)), reflect.TypeOf(Rec{}), reflect.TypeOf(Tree{}), reflect.TypeOf(Lst{}), reflect.TypeOf(PP(nil)), reflect.TypeOf(FF(nil)), reflect.TypeOf(T0{}), reflect.TypeOf(struct {
		X int `t:"1"`
		y func(...any) (a, b int)
	}{}), reflect.TypeOf(func(int, ...string) {}), reflect.TypeOf([0]int{}), reflect.TypeOf(struct{ Inner }{}), reflect.TypeOf(new(struct{ *MyInt })), reflect.TypeOf((*interface{ m() })(nil)).Elem(), reflect.TypeOf(errors.New("x")), reflect.TypeOf(io.EOF), reflect.TypeOf(reflect.TypeOf(0)), reflect.TypeOf(map[any]struct{}{}), reflect.TypeOf([]func(){}), reflect.TypeOf('x'), reflect.TypeOf(byte(1))}
	for _, i := range []int{0, 1, 13, 19, 25, 29} {
		typ(types[i])
	}
	for i, a := range types {
		for j, b := range types {
			if a != nil && b != nil && (a.AssignableTo(b) || a.ConvertibleTo(b) || b.Kind() == reflect.Interface && a.Implements(b)) {
				fmt.Print(i, j, a.AssignableTo(b), a.ConvertibleTo(b), " ")
			}
		}
	}
	fmt.Println()
	st := types[13]
	for i := 0; i < st.NumField(); i++ {
		f := st.Field(i)
		fmt.Printf("%q %q %v %q %v %v %v %v\n", f.Name, f.PkgPath, f.Type, f.Tag, f.Offset, f.Index, f.Anonymous, f.IsExported())
		for _, k := range []string{"json", "xml", "k", "k2", "bad"} {
			v, ok := f.Tag.Lookup(k)
			fmt.Printf("%q %v %q;", v, ok, f.Tag.Get(k))
		}
		fmt.Println()
	}
	for _, n := range []string{"A", "B", "Inner", "Deep", "b", "X", "error", "_", ""} {
		f, ok := st.FieldByName(n)
		fmt.Println(n, f.Name, f.Index, ok)
	}
	fmt.Println(len(reflect.VisibleFields(st)))
	for _, f := range reflect.VisibleFields(st) {
		fmt.Print(f.Name, f.Index, f.Anonymous, " ")
	}
	fmt.Println()
	for _, t := range []reflect.StructTag{`a:"1" b:"2"`, `a:"1"b:"2"`, `a: "1"`, `a:"1`, `a:"\"" b:"x"`, ` a:"1"`, `:"x"`, `a b:"1"`, "a:\"\\x\"", `a:""`} {
		x, ok := t.Lookup("a")
		y, ok2 := t.Lookup("b")
		fmt.Printf("%q %q %v %q %v\n", t, x, ok, y, ok2)
	}
	s := S{A: 7, b: "priv", C: []int{1, 2}, E: 5, error: io.EOF, Deep: &Deep{&Inner{3, 4}}}
	ch := make(chan int, 2)
	var nilch chan int
	_ = nilch
	arr := [3]int{1, 2, 3}
	sl := []int{1, 2, 3}
	mp := map[string]int{"a": 1}
	var e any = 5
	var ne any
	fn := func() (int, string) { return 1, "x" }
	fnv := func(a int, b ...string) int { return a + len(b) }
	by := []byte("bytes")
	str := "str"
	for _, x := range []struct {
		n string
		v reflect.Value
	}{{"zero", reflect.Value{}}, {"int", reflect.ValueOf(5)}, {"intset", reflect.ValueOf(new(int)).Elem()}, {"uint8", reflect.ValueOf(uint8(9))}, {"float", reflect.ValueOf(2.5)}, {"float32set", reflect.ValueOf(new(float32)).Elem()}, {"complex", reflect.ValueOf(1i)}, {"bool", reflect.ValueOf(true)}, {"string", reflect.ValueOf("héllo")}, {"stringset", reflect.ValueOf(&str).Elem()}, {"struct", reflect.ValueOf(s)}, {"structset", reflect.ValueOf(&s).Elem()}, {"ptr", reflect.ValueOf(&s)}, {"nilptr", reflect.ValueOf((*S)(nil))}, {"priv", reflect.ValueOf(s).Field(1)}, {"privset", reflect.ValueOf(&s).Elem().Field(1)}, {"embedded", reflect.ValueOf(&s).Elem().FieldByName("error")}, {"slice", reflect.ValueOf(sl)}, {"sliceset", reflect.ValueOf(&sl).Elem()}, {"nilslice", reflect.ValueOf([]int(nil))}, {"bytes", reflect.ValueOf(by)}, {"bytesset", reflect.ValueOf(&by).Elem()}, {"array", reflect.ValueOf(arr)}, {"arrayset", reflect.ValueOf(&arr).Elem()}, {"ptrarray", reflect.ValueOf(&arr)}, {"map", reflect.ValueOf(mp)}, {"mapset", reflect.ValueOf(&mp).Elem()}, {"nilmap", reflect.ValueOf(map[string]int(nil))}, {"chan", reflect.ValueOf(ch)}, {"recvchan", reflect.ValueOf((<-chan int)(make(chan int)))}, {"sendchan", reflect.ValueOf((chan<- int)(ch))}, {"func", reflect.ValueOf(fn)}, {"nilfunc", reflect.ValueOf((func())(nil))}, {"variadic", reflect.ValueOf(fnv)}, {"iface", reflect.ValueOf(&e).Elem()}, {"niliface", reflect.ValueOf(&ne).Elem()}, {"unsafe", reflect.ValueOf(unsafe.Pointer(&s))}, {"method", reflect.ValueOf(s).Method(0)}, {"myint", reflect.ValueOf(MyInt(3))}, {"embinner", reflect.ValueOf(&s).Elem().FieldByName("Inner")}} {
		switch x.n {
		case "zero", "int", "struct", "privset", "array", "bytes", "map", "func", "method":
			ops(x.n, x.v)
		}
	}
	// calls
	v := reflect.ValueOf(s)
	out := v.MethodByName("Val").Call([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf("a"), reflect.ValueOf("b")})
	fmt.Println(out[0])
	out = v.MethodByName("Val").CallSlice([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf([]string{"a", "b"})})
	fmt.Println(out[0])
	m := reflect.TypeOf(s).Method(0)
	for i := 0; i < reflect.TypeOf(&s).NumMethod(); i++ {
		m := reflect.TypeOf(&s).Method(i)
		fmt.Println(m.Name, m.Type)
	}
	_ = m
	for i, args := range [][]reflect.Value{{}, {reflect.ValueOf(1)}, {reflect.ValueOf("x")}, {reflect.ValueOf(1), reflect.ValueOf(2)}, {reflect.Value{}}, {reflect.ValueOf(1), reflect.Value{}}} {
		try(fmt.Sprint("call", i), func() { fmt.Println(reflect.ValueOf(fnv).Call(args)[0]) })
		try(fmt.Sprint("callslice", i), func() { fmt.Println(reflect.ValueOf(fnv).CallSlice(args)[0]) })
		try(fmt.Sprint("call0", i), func() { fmt.Println(reflect.ValueOf(fn).Call(args)[0]) })
	}
	mf := reflect.MakeFunc(reflect.TypeOf(fnv), func(args []reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(int(args[0].Int()) * args[1].Len())}
	}).Interface().(func(int, ...string) int)
	fmt.Println(mf(3, "a", "b"))
	try("badmf", func() {
		reflect.MakeFunc(reflect.TypeOf(fnv), func(args []reflect.Value) []reflect.Value { return nil }).Call([]reflect.Value{reflect.ValueOf(1)})
	})
	try("badmf2", func() {
		reflect.MakeFunc(reflect.TypeOf(fnv), func(args []reflect.Value) []reflect.Value { return []reflect.Value{reflect.ValueOf("x")} }).Call([]reflect.Value{reflect.ValueOf(1)})
	})
	try("badmf3", func() {
		reflect.MakeFunc(reflect.TypeOf(fnv), func(args []reflect.Value) []reflect.Value { return []reflect.Value{{}} }).Call([]reflect.Value{reflect.ValueOf(1)})
	})
	try("mfkind", func() { reflect.MakeFunc(reflect.TypeOf(1), nil) })
	// constructors
	for _, x := range []struct {
		n string
		f func()
	}{{"ArrayOf", func() {
		fmt.Println(reflect.ArrayOf(3, types[1]), reflect.ArrayOf(3, types[1]) == reflect.TypeOf([3]int{}))
	}}, {"ArrayOfNeg", func() { reflect.ArrayOf(-1, types[1]) }}, {"ChanOf", func() {
		fmt.Println(reflect.ChanOf(reflect.BothDir, types[1]), reflect.ChanOf(reflect.SendDir, types[26]), reflect.ChanOf(reflect.RecvDir, types[1]))
	}}, {"ChanOfBad", func() { reflect.ChanOf(0, types[1]) }}, {"FuncOf", func() {
		fmt.Println(reflect.FuncOf([]reflect.Type{types[1], types[22]}, []reflect.Type{types[8]}, true), reflect.FuncOf(nil, nil, false) == reflect.TypeOf(func() {}))
	}}, {"FuncOfBad", func() { reflect.FuncOf([]reflect.Type{types[1]}, nil, true) }}, {"MapOf", func() { fmt.Println(reflect.MapOf(types[8], types[1]) == reflect.TypeOf(mp)) }}, {"MapOfBad", func() { reflect.MapOf(types[22], types[1]) }}, {"PointerTo", func() { fmt.Println(reflect.PointerTo(st), reflect.PtrTo(st) == reflect.TypeOf(&s)) }}, {"SliceOf", func() { fmt.Println(reflect.SliceOf(st)) }}, {"StructOf", func() {
		t := reflect.StructOf([]reflect.StructField{{Name: "A", Type: types[1], Tag: `x:"y"`}, {Name: "B", Type: types[8]}})
		fmt.Println(t, t.NumField(), t.Size())
		v := reflect.New(t).Elem()
		v.Field(0).SetInt(5)
		fmt.Printf("%+v\n", v)
	}}, {"StructOfBad", func() { reflect.StructOf([]reflect.StructField{{Name: "a", Type: types[1]}}) }}, {"StructOfBad2", func() { reflect.StructOf([]reflect.StructField{{Name: "", Type: types[1]}}) }}, {"StructOfBad3", func() { reflect.StructOf([]reflect.StructField{{Name: "A"}}) }}, {"StructOfBad4", func() {
		reflect.StructOf([]reflect.StructField{{Name: "A", Type: types[1]}, {Name: "A", Type: types[1]}})
	}}, {"StructOfBad5", func() { reflect.StructOf([]reflect.StructField{{Name: "1x", Type: types[1]}}) }}, {"StructOfPkg", func() {
		fmt.Println(reflect.StructOf([]reflect.StructField{{Name: "a", PkgPath: "main", Type: types[1]}}))
	}}, {"MakeSlice", func() { fmt.Println(reflect.MakeSlice(types[22], 2, 3).Len()) }}, {"MakeSlice1", func() { reflect.MakeSlice(types[22], -1, 3) }}, {"MakeSlice2", func() { reflect.MakeSlice(types[22], 1, -3) }}, {"MakeSlice3", func() { reflect.MakeSlice(types[22], 4, 3) }}, {"MakeSlice4", func() { reflect.MakeSlice(types[1], 4, 3) }}, {"MakeMap", func() {
		fmt.Println(reflect.MakeMap(reflect.TypeOf(mp)).Len(), reflect.MakeMapWithSize(reflect.TypeOf(mp), 9).Len())
	}}, {"MakeMapBad", func() { reflect.MakeMap(types[1]) }}, {"MakeChan", func() { fmt.Println(reflect.MakeChan(reflect.TypeOf(ch), 3).Cap()) }}, {"MakeChanBad", func() { reflect.MakeChan(types[26], 3) }}, {"MakeChanBad2", func() { reflect.MakeChan(reflect.TypeOf(ch), -3) }}, {"MakeChanBad3", func() { reflect.MakeChan(types[1], 3) }}, {"Zero", func() { reflect.Zero(nil) }}, {"New", func() { reflect.New(nil) }}, {"NewAt", func() { fmt.Println(reflect.NewAt(types[1], unsafe.Pointer(&arr)).Elem()) }}, {"SliceAt", func() { fmt.Println(reflect.SliceAt(types[1], unsafe.Pointer(&arr), 2)) }}, {"Select", func() {
		ch <- 1
		i, v, ok := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(ch)}, {Dir: reflect.SelectRecv}})
		fmt.Println(i, v, ok)
		i, v, ok = reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(ch)}, {Dir: reflect.SelectDefault}})
		fmt.Println(i, v, ok)
		i, v, ok = reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend, Chan: reflect.ValueOf(ch), Send: reflect.ValueOf(3)}})
		fmt.Println(i, v, ok, <-ch)
	}}, {"Select2", func() {
		reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectDefault}, {Dir: reflect.SelectDefault}})
	}}, {"Select3", func() { reflect.Select([]reflect.SelectCase{{Dir: 9}}) }}, {"Select4", func() { reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectDefault, Chan: reflect.ValueOf(ch)}}) }}, {"Select5", func() { reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectDefault, Send: reflect.ValueOf(ch)}}) }}, {"Select6", func() {
		reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(ch), Send: reflect.ValueOf(1)}})
	}}, {"Select7", func() { reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend, Chan: reflect.ValueOf(ch)}}) }}, {"Select8", func() {
		reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf((chan<- int)(ch))}})
	}}, {"Select9", func() {
		reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend, Chan: reflect.ValueOf((<-chan int)(ch)), Send: reflect.ValueOf(1)}})
	}}, {"Swapper", func() { reflect.Swapper(sl)(0, 2); fmt.Println(sl) }}, {"Swapper2", func() { reflect.Swapper(5) }}, {"Swapper3", func() { reflect.Swapper(sl)(0, 9) }}, {"Swapper4", func() { reflect.Swapper([]int{})(0, 0) }}, {"Swapper5", func() { reflect.Swapper([]int{1})(0, 1) }}, {"conv", func() {
		fmt.Println(reflect.ValueOf(sl).Convert(reflect.TypeOf([2]int{})), reflect.ValueOf(sl).CanConvert(reflect.TypeOf([9]int{})))
	}}, {"conv2", func() { reflect.ValueOf(sl).Convert(reflect.TypeOf([9]int{})) }}, {"conv3", func() { reflect.ValueOf(sl).Convert(reflect.TypeOf(&[9]int{})) }}, {"conv4", func() {
		fmt.Println(reflect.ValueOf(300).Convert(reflect.TypeOf(uint8(0))), reflect.ValueOf(-1.9).Convert(reflect.TypeOf(0)), reflect.ValueOf(65).Convert(reflect.TypeOf("")), reflect.ValueOf("é").Convert(reflect.TypeOf([]rune{})), reflect.ValueOf(MyInt(4)).Convert(reflect.TypeOf(&ifc).Elem()).Type(), reflect.ValueOf(ch).Convert(types[26]).Type())
	}}, {"conv5", func() { reflect.ValueOf("x").Convert(types[1]) }}, {"ValueErr", func() {
		fmt.Println((&reflect.ValueError{"M", 0}).Error(), (&reflect.ValueError{"M", reflect.Int}).Error())
	}}, {"kinds", func() {
		for k := reflect.Kind(0); k < 30; k++ {
			fmt.Print(k, " ")
		}
		fmt.Println(reflect.ChanDir(0), reflect.RecvDir, reflect.SendDir, reflect.BothDir, reflect.ChanDir(9))
	}}, {"iter", func() {
		it := reflect.ValueOf(mp).MapRange()
		try("key", func() { it.Key() })
		try("value", func() { it.Value() })
		fmt.Println(it.Next(), it.Key(), it.Value(), it.Next())
		try("key", func() { it.Key() })
		try("next", func() { it.Next() })
		it.Reset(reflect.ValueOf(map[int]int{}))
		fmt.Println(it.Next())
		new(reflect.MapIter).Next()
	}}, {"eq", func() {
		fmt.Println(reflect.ValueOf(1).Equal(reflect.ValueOf(1.0)), reflect.Value{}.Equal(reflect.Value{}), reflect.ValueOf(arr).Equal(reflect.ValueOf(arr)), reflect.ValueOf(math.NaN()).Equal(reflect.ValueOf(math.NaN())))
		reflect.ValueOf(sl).Equal(reflect.ValueOf(sl))
	}}, {"eq2", func() { reflect.ValueOf(fn).Equal(reflect.ValueOf(fn)) }}, {"TypeFor", func() {}}, {"grow", func() {
		x := reflect.ValueOf(&sl).Elem()
		x.Grow(10)
		fmt.Println(x.Len(), x.Cap() >= 13)
		x.SetLen(5)
		fmt.Println(sl)
		x.SetLen(2)
		x.SetCap(2)
		fmt.Println(cap(sl))
		x.Grow(-1)
	}}, {"setlen", func() { reflect.ValueOf(&sl).Elem().SetLen(99) }}, {"setcap", func() { reflect.ValueOf(&sl).Elem().SetCap(1) }}} {
		try(x.n, x.f)
	}
	// DeepEqual
	cyc := &Rec{}
	cyc.Next = cyc
	cyc2 := &Rec{}
	cyc2.Next = cyc2
	nan := math.NaN()
	pairs := [][2]any{{nil, nil}, {1, 1}, {1, int64(1)}, {nil, 1}, {sl, sl}, {[]int{}, []int(nil)}, {[]int{1}, []int{1}}, {[]int{1}, []int{2}}, {mp, map[string]int{"a": 1}}, {mp, map[string]int{"b": 1}}, {map[int]int{}, map[int]int(nil)}, {nan, nan}, {[]float64{nan}, []float64{nan}}, {&nan, &nan}, {fn, fn}, {(func())(nil), (func())(nil)}, {cyc, cyc2}, {s, s}, {&s, &s}, {errors.New("a"), errors.New("a")}, {[]any{1, "a", nil}, []any{1, "a", nil}}, {[2]int{1, 2}, [2]int{1, 2}}, {struct{ a any }{1}, struct{ a any }{1}}, {struct{ a any }{fn}, struct{ a any }{fn}}, {map[float64]int{nan: 1}, map[float64]int{nan: 1}}, {ch, ch}, {by, []byte(by)}, {"a", MyStr("a")}}
	for i, p := range pairs {
		fmt.Print(i, reflect.DeepEqual(p[0], p[1]), " ")
	}
	fmt.Println()
	keys := reflect.ValueOf(map[int]bool{3: true, 1: true}).MapKeys()
	sort.Slice(keys, func(i, j int) bool { return keys[i].Int() < keys[j].Int() })
	fmt.Println(keys)
}

// Output:
// nil type
// int int  int 8 8 8 0 true int
//   Elem: panic reflect: Elem of invalid type int
//   Key: panic reflect: Key of non-map type int
//   Len: panic reflect: Len of non-array type int
//   NumField: panic reflect: NumField of non-struct type int
//   NumIn: panic reflect: NumIn of non-func type int
//   NumOut: panic reflect: NumOut of non-func type int
// 64
//   ChanDir: panic reflect: ChanDir of non-chan type int
//   IsVariadic: panic reflect: IsVariadic of non-func type int
//   In: panic reflect: In of non-func type int
//   Out: panic reflect: Out of non-func type int
//   Field: panic reflect: Field of non-struct type int
//   FieldByIndex: panic reflect: FieldByIndex of non-struct type int
//   FieldByName: panic reflect: FieldByName of non-struct type int
//   FieldByNameFunc: panic reflect: FieldByNameFunc of non-struct type int
//   Method: panic reflect: Method index out of range
//  false
// false
//   OverflowUint: panic reflect: OverflowUint of non-uint type int
//   OverflowFloat: panic reflect: OverflowFloat of non-float type int
//   OverflowComplex: panic reflect: OverflowComplex of non-complex type int
// true false
// false false
//   Implements2: panic reflect: non-interface type passed to Type.Implements
//   Implements3: panic reflect: nil type passed to Type.Implements
//   AssignableTo: panic reflect: nil type passed to Type.AssignableTo
//   ConvertibleTo: panic reflect: nil type passed to Type.ConvertibleTo
// true *int
// main.S S main struct 192 8 8 3 false main.S
//    Error  func(main.S) string 0 true true
//    Sum  func(main.S) int 1 true true
//    Val  func(main.S, int, ...string) string 2 true true
//   Elem: panic reflect: Elem of invalid type main.S
//   Key: panic reflect: Key of non-map type main.S
//   Len: panic reflect: Len of non-array type main.S
// 18
//   NumIn: panic reflect: NumIn of non-func type main.S
//   NumOut: panic reflect: NumOut of non-func type main.S
//   Bits: panic reflect: Bits of non-arithmetic Type main.S
//   ChanDir: panic reflect: ChanDir of non-chan type main.S
//   IsVariadic: panic reflect: IsVariadic of non-func type main.S
//   In: panic reflect: In of non-func type main.S
//   Out: panic reflect: Out of non-func type main.S
// {Name:A PkgPath: Type:int Tag:json:"a" xml:"x,attr" Offset:0 Index:[0] Anonymous:false}
//   FieldByIndex: panic reflect: Field of non-struct type int
// true
// false
//   Method: panic reflect: Method index out of range
// Sum true
//   OverflowInt: panic reflect: OverflowInt of non-int type main.S
//   OverflowUint: panic reflect: OverflowUint of non-uint type main.S
//   OverflowFloat: panic reflect: OverflowFloat of non-float type main.S
//   OverflowComplex: panic reflect: OverflowComplex of non-complex type main.S
// false false
// false true
//   Implements2: panic reflect: non-interface type passed to Type.Implements
//   Implements3: panic reflect: nil type passed to Type.Implements
//   AssignableTo: panic reflect: nil type passed to Type.AssignableTo
//   ConvertibleTo: panic reflect: nil type passed to Type.ConvertibleTo
// true *main.S
// main.Iface Iface main interface 16 8 8 2 true main.Iface
//    M  func(int) string 0 false true
//    N  func() 1 false true
//   Elem: panic reflect: Elem of invalid type main.Iface
//   Key: panic reflect: Key of non-map type main.Iface
//   Len: panic reflect: Len of non-array type main.Iface
//   NumField: panic reflect: NumField of non-struct type main.Iface
//   NumIn: panic reflect: NumIn of non-func type main.Iface
//   NumOut: panic reflect: NumOut of non-func type main.Iface
//   Bits: panic reflect: Bits of non-arithmetic Type main.Iface
//   ChanDir: panic reflect: ChanDir of non-chan type main.Iface
//   IsVariadic: panic reflect: IsVariadic of non-func type main.Iface
//   In: panic reflect: In of non-func type main.Iface
//   Out: panic reflect: Out of non-func type main.Iface
//   Field: panic reflect: Field of non-struct type main.Iface
//   FieldByIndex: panic reflect: FieldByIndex of non-struct type main.Iface
//   FieldByName: panic reflect: FieldByName of non-struct type main.Iface
//   FieldByNameFunc: panic reflect: FieldByNameFunc of non-struct type main.Iface
//  false
//   OverflowInt: panic reflect: OverflowInt of non-int type main.Iface
//   OverflowUint: panic reflect: OverflowUint of non-uint type main.Iface
//   OverflowFloat: panic reflect: OverflowFloat of non-float type main.Iface
//   OverflowComplex: panic reflect: OverflowComplex of non-complex type main.Iface
// false false
// true false
//   Implements2: panic reflect: non-interface type passed to Type.Implements
//   Implements3: panic reflect: nil type passed to Type.Implements
//   AssignableTo: panic reflect: nil type passed to Type.AssignableTo
//   ConvertibleTo: panic reflect: nil type passed to Type.ConvertibleTo
// true *main.Iface
// chan int   chan 8 8 8 0 true chan int
// int
//   Key: panic reflect: Key of non-map type chan int
//   Len: panic reflect: Len of non-array type chan int
//   NumField: panic reflect: NumField of non-struct type chan int
//   NumIn: panic reflect: NumIn of non-func type chan int
//   NumOut: panic reflect: NumOut of non-func type chan int
//   Bits: panic reflect: Bits of non-arithmetic Type chan int
// chan
//   IsVariadic: panic reflect: IsVariadic of non-func type chan int
//   In: panic reflect: In of non-func type chan int
//   Out: panic reflect: Out of non-func type chan int
//   Field: panic reflect: Field of non-struct type chan int
//   FieldByIndex: panic reflect: FieldByIndex of non-struct type chan int
//   FieldByName: panic reflect: FieldByName of non-struct type chan int
//   FieldByNameFunc: panic reflect: FieldByNameFunc of non-struct type chan int
//   Method: panic reflect: Method index out of range
//  false
//   OverflowInt: panic reflect: OverflowInt of non-int type chan int
//   OverflowUint: panic reflect: OverflowUint of non-uint type chan int
//   OverflowFloat: panic reflect: OverflowFloat of non-float type chan int
//   OverflowComplex: panic reflect: OverflowComplex of non-complex type chan int
// true false
// false false
//   Implements2: panic reflect: non-interface type passed to Type.Implements
//   Implements3: panic reflect: nil type passed to Type.Implements
//   AssignableTo: panic reflect: nil type passed to Type.AssignableTo
//   ConvertibleTo: panic reflect: nil type passed to Type.ConvertibleTo
// true *chan int
// main.Fn Fn main func 8 8 8 0 false main.Fn
//   Elem: panic reflect: Elem of invalid type main.Fn
//   Key: panic reflect: Key of non-map type main.Fn
//   Len: panic reflect: Len of non-array type main.Fn
//   NumField: panic reflect: NumField of non-struct type main.Fn
// 2
// 2
//   Bits: panic reflect: Bits of non-arithmetic Type main.Fn
//   ChanDir: panic reflect: ChanDir of non-chan type main.Fn
// true
// int
// bool
//   Field: panic reflect: Field of non-struct type main.Fn
//   FieldByIndex: panic reflect: FieldByIndex of non-struct type main.Fn
//   FieldByName: panic reflect: FieldByName of non-struct type main.Fn
//   FieldByNameFunc: panic reflect: FieldByNameFunc of non-struct type main.Fn
//   Method: panic reflect: Method index out of range
//  false
//   OverflowInt: panic reflect: OverflowInt of non-int type main.Fn
//   OverflowUint: panic reflect: OverflowUint of non-uint type main.Fn
//   OverflowFloat: panic reflect: OverflowFloat of non-float type main.Fn
//   OverflowComplex: panic reflect: OverflowComplex of non-complex type main.Fn
// false false
// false false
//   Implements2: panic reflect: non-interface type passed to Type.Implements
//   Implements3: panic reflect: nil type passed to Type.Implements
//   AssignableTo: panic reflect: nil type passed to Type.AssignableTo
//   ConvertibleTo: panic reflect: nil type passed to Type.ConvertibleTo
// true *main.Fn
// 1 1 true true 1 2 false true 1 3 false true 1 4 false true 1 5 false true 1 8 false true 1 10 false true 1 11 false true 1 21 true true 1 33 false true 1 51 false true 1 52 false true 2 1 false true 2 2 true true 2 3 false true 2 4 false true 2 5 false true 2 8 false true 2 10 false true 2 11 false true 2 21 true true 2 33 false true 2 51 false true 2 52 false true 3 1 false true 3 2 false true 3 3 true true 3 4 false true 3 5 false true 3 8 false true 3 10 false true 3 11 false true 3 21 true true 3 33 false true 3 51 false true 3 52 true true 4 1 false true 4 2 false true 4 3 false true 4 4 true true 4 5 false true 4 10 false true 4 21 true true 4 33 false true 4 51 false true 4 52 false true 5 1 false true 5 2 false true 5 3 false true 5 4 false true 5 5 true true 5 10 false true 5 21 true true 5 33 false true 5 51 false true 5 52 false true 6 6 true true 6 7 false true 6 21 true true 7 6 false true 7 7 true true 7 21 true true 8 8 true true 8 11 false true 8 21 true true 9 9 true true 9 21 true true 10 1 false true 10 2 false true 10 3 false true 10 4 false true 10 5 false true 10 8 false true 10 10 true true 10 11 false true 10 19 true true 10 21 true true 10 33 false true 10 51 false true 10 52 false true 11 8 false true 11 11 true true 11 21 true true 12 12 true true 12 19 true true 12 21 true true 13 13 true true 13 18 true true 13 21 true true 14 14 true true 14 18 true true 14 21 true true 15 15 true true 15 21 true true 16 16 true true 16 21 true true 17 17 true true 17 21 true true 18 18 true true 18 21 true true 19 19 true true 19 21 true true 20 19 true true 20 20 true true 20 21 true true 21 21 true true 22 21 true true 22 22 true true 22 42 false true 23 21 true true 23 23 true true 24 21 true true 24 24 true true 25 21 true true 25 25 true true 25 26 true true 26 21 true true 26 26 true true 27 21 true true 27 27 true true 28 21 true true 28 28 true true 29 21 true true 29 29 true true 30 21 true true 30 30 true true 31 21 true true 31 31 true true 32 21 true true 32 32 true true 33 1 false true 33 2 false true 33 3 false true 33 4 false true 33 5 false true 33 8 false true 33 10 false true 33 11 false true 33 21 true true 33 33 true true 33 51 false true 33 52 false true 34 21 true true 34 34 true true 35 21 true true 35 35 true true 36 21 true true 36 36 true true 37 21 true true 37 37 true true 38 21 true true 38 38 true true 39 21 true true 39 39 true true 40 21 true true 40 40 true true 41 21 true true 41 41 true true 42 21 true true 42 42 true true 43 21 true true 43 43 true true 44 19 true true 44 21 true true 44 44 true true 45 21 true true 45 45 true true 46 18 true true 46 21 true true 46 46 true true 46 47 true true 47 18 true true 47 21 true true 47 46 true true 47 47 true true 48 21 true true 48 48 true true 49 21 true true 49 49 true true 50 21 true true 50 50 true true 51 1 false true 51 2 false true 51 3 false true 51 4 false true 51 5 false true 51 8 false true 51 10 false true 51 11 false true 51 21 true true 51 33 false true 51 51 true true 51 52 false true 52 1 false true 52 2 false true 52 3 true true 52 4 false true 52 5 false true 52 8 false true 52 10 false true 52 11 false true 52 21 true true 52 33 false true 52 51 false true 52 52 true true
// "A" "" int "json:\"a\" xml:\"x,attr\"" 0 [0] false true
// "a" true "a";"x,attr" true "x,attr";"" false "";"" false "";"" false "";
// "b" "main" string "bad tag" 8 [1] false false
// "" false "";"" false "";"" false "";"" false "";"" false "";
// "Inner" "" main.Inner "" 24 [2] true true
// "" false "";"" false "";"" false "";"" false "";"" false "";
// "Deep" "" *main.Deep "k:\"v\\\"q\\\"\" k2:\"\"" 40 [3] true true
// "" false "";"" false "";"v\"q\"" true "v\"q\"";"" true "";"" false "";
// "C" "" []int "" 48 [4] false true
// "" false "";"" false "";"" false "";"" false "";"" false "";
// "D" "" map[string]*main.S "" 72 [5] false true
// "" false "";"" false "";"" false "";"" false "";"" false "";
// "E" "" interface {} "" 80 [6] false true
// "" false "";"" false "";"" false "";"" false "";"" false "";
// "F" "" main.Fn "" 96 [7] false true
// "" false "";"" false "";"" false "";"" false "";"" false "";
// "G" "" chan<- int "" 104 [8] false true
// "" false "";"" false "";"" false "";"" false "";"" false "";
// "H" "" <-chan string "" 112 [9] false true
// "" false "";"" false "";"" false "";"" false "";"" false "";
// "I" "" [3]uint8 "" 120 [10] false true
// "" false "";"" false "";"" false "";"" false "";"" false "";
// "_" "main" int "" 128 [11] false false
// "" false "";"" false "";"" false "";"" false "";"" false "";
// "J" "" unsafe.Pointer "" 136 [12] false true
// "" false "";"" false "";"" false "";"" false "";"" false "";
// "K" "" float32 "" 144 [13] false true
// "" false "";"" false "";"" false "";"" false "";"" false "";
// "L" "" float32 "" 148 [14] false true
// "" false "";"" false "";"" false "";"" false "";"" false "";
// "M1" "" struct { X int } "" 152 [15] false true
// "" false "";"" false "";"" false "";"" false "";"" false "";
// "N1" "" main.Iface "" 160 [16] false true
// "" false "";"" false "";"" false "";"" false "";"" false "";
// "error" "main" error "" 176 [17] true false
// "" false "";"" false "";"" false "";"" false "";"" false "";
// A A [0] true
// B B [2 1] true
// Inner Inner [2] true
// Deep Deep [3] true
// b b [1] true
// X  [] false
// error error [17] true
// _ _ [11] true
//   [] false
// 19
// A[0] false b[1] false Inner[2] true B[2 1] false Deep[3] true C[4] false D[5] false E[6] false F[7] false G[8] false H[9] false I[10] false _[11] false J[12] false K[13] false L[14] false M1[15] false N1[16] false error[17] true
// "a:\"1\" b:\"2\"" "1" true "2" true
// "a:\"1\"b:\"2\"" "1" true "2" true
// "a: \"1\"" "" false "" false
// "a:\"1" "" false "" false
// "a:\"\\\"\" b:\"x\"" "\"" true "x" true
// " a:\"1\"" "1" true "" false
// ":\"x\"" "" false "" false
// "a b:\"1\"" "" false "" false
// "a:\"\\x\"" "" false "" false
// "a:\"\"" "" true "" false
// zero Addr: panic reflect.Value.Addr of unaddressable value
// zero Bool: ValueError reflect.Value.Bool invalid: reflect: call of reflect.Value.Bool on zero Value
// zero Bytes: ValueError reflect.Value.Bytes invalid: reflect: call of reflect.Value.Bytes on zero Value
// zero Call: ValueError reflect.Value.Call invalid: reflect: call of reflect.Value.Call on zero Value
// zero CallSlice: ValueError reflect.Value.CallSlice invalid: reflect: call of reflect.Value.CallSlice on zero Value
// zero CanAddr: ValueError reflect.Value.CanInterface invalid: reflect: call of reflect.Value.CanInterface on zero Value
// zero Cap: ValueError reflect.Value.Cap invalid: reflect: call of reflect.Value.Cap on zero Value
// zero Clear: ValueError reflect.Value.Clear invalid: reflect: call of reflect.Value.Clear on zero Value
// zero Close: ValueError reflect.Value.Close invalid: reflect: call of reflect.Value.Close on zero Value
// false
// zero Complex: ValueError reflect.Value.Complex invalid: reflect: call of reflect.Value.Complex on zero Value
// zero Convert: panic runtime error: invalid memory address or nil pointer dereference
// zero ConvertS: panic runtime error: invalid memory address or nil pointer dereference
// zero CanConvert: ValueError reflect.Value.Type invalid: reflect: call of reflect.Value.Type on zero Value
// zero Elem: ValueError reflect.Value.Elem invalid: reflect: call of reflect.Value.Elem on zero Value
// true
// zero Field: ValueError reflect.Value.Field invalid: reflect: call of reflect.Value.Field on zero Value
// zero Field9: ValueError reflect.Value.Field invalid: reflect: call of reflect.Value.Field on zero Value
// zero FieldByName: ValueError reflect.Value.FieldByName invalid: reflect: call of reflect.Value.FieldByName on zero Value
// zero FieldByIndex: ValueError reflect.Value.FieldByIndex invalid: reflect: call of reflect.Value.FieldByIndex on zero Value
// zero FieldByIndexErr: ValueError reflect.Value.FieldByIndexErr invalid: reflect: call of reflect.Value.FieldByIndexErr on zero Value
// zero Float: ValueError reflect.Value.Float invalid: reflect: call of reflect.Value.Float on zero Value
// zero Grow: ValueError reflect.Value.Grow invalid: reflect: call of reflect.Value.Grow on zero Value
// zero Index: ValueError reflect.Value.Index invalid: reflect: call of reflect.Value.Index on zero Value
// zero Index9: ValueError reflect.Value.Index invalid: reflect: call of reflect.Value.Index on zero Value
// zero Int: ValueError reflect.Value.Int invalid: reflect: call of reflect.Value.Int on zero Value
// zero Interface: ValueError reflect.Value.Interface invalid: reflect: call of reflect.Value.Interface on zero Value
// zero InterfaceData: ValueError reflect.Value.InterfaceData invalid: reflect: call of reflect.Value.InterfaceData on zero Value
// zero IsNil: ValueError reflect.Value.IsNil invalid: reflect: call of reflect.Value.IsNil on zero Value
// zero IsZero: ValueError reflect.Value.IsZero invalid: reflect: call of reflect.Value.IsZero on zero Value
// invalid false
// zero Len: ValueError reflect.Value.Len invalid: reflect: call of reflect.Value.Len on zero Value
// zero MapIndex: ValueError reflect.Value.MapIndex invalid: reflect: call of reflect.Value.MapIndex on zero Value
// zero MapKeys: ValueError reflect.Value.MapKeys invalid: reflect: call of reflect.Value.MapKeys on zero Value
// zero MapRange: ValueError reflect.Value.MapRange invalid: reflect: call of reflect.Value.MapRange on zero Value
// zero Method: ValueError reflect.Value.Method invalid: reflect: call of reflect.Value.Method on zero Value
// zero MethodByName: ValueError reflect.Value.MethodByName invalid: reflect: call of reflect.Value.MethodByName on zero Value
// zero NumField: ValueError reflect.Value.NumField invalid: reflect: call of reflect.Value.NumField on zero Value
// zero NumMethod: ValueError reflect.Value.NumMethod invalid: reflect: call of reflect.Value.NumMethod on zero Value
// zero OverflowInt: ValueError reflect.Value.OverflowInt invalid: reflect: call of reflect.Value.OverflowInt on zero Value
// zero OverflowUint: ValueError reflect.Value.OverflowUint invalid: reflect: call of reflect.Value.OverflowUint on zero Value
// zero OverflowFloat: ValueError reflect.Value.OverflowFloat invalid: reflect: call of reflect.Value.OverflowFloat on zero Value
// zero OverflowComplex: ValueError reflect.Value.OverflowComplex invalid: reflect: call of reflect.Value.OverflowComplex on zero Value
// zero Pointer: ValueError reflect.Value.Pointer invalid: reflect: call of reflect.Value.Pointer on zero Value
// zero UnsafePointer: ValueError reflect.Value.UnsafePointer invalid: reflect: call of reflect.Value.UnsafePointer on zero Value
// zero UnsafeAddr: ValueError reflect.Value.UnsafeAddr invalid: reflect: call of reflect.Value.UnsafeAddr on zero Value
// zero Recv: ValueError reflect.Value.Recv invalid: reflect: call of reflect.Value.Recv on zero Value
// zero Send: ValueError reflect.Value.Send invalid: reflect: call of reflect.Value.Send on zero Value
// zero TryRecv: ValueError reflect.Value.TryRecv invalid: reflect: call of reflect.Value.TryRecv on zero Value
// zero TrySend: ValueError reflect.Value.TrySend invalid: reflect: call of reflect.Value.TrySend on zero Value
// zero Set: ValueError reflect.Value.Set invalid: reflect: call of reflect.Value.Set on zero Value
// zero SetWrong: ValueError reflect.Value.Set invalid: reflect: call of reflect.Value.Set on zero Value
// zero SetZeroValue: ValueError reflect.Value.Set invalid: reflect: call of reflect.Value.Set on zero Value
// zero SetBool: ValueError reflect.Value.SetBool invalid: reflect: call of reflect.Value.SetBool on zero Value
// zero SetBytes: ValueError reflect.Value.SetBytes invalid: reflect: call of reflect.Value.SetBytes on zero Value
// zero SetCap: ValueError reflect.Value.SetCap invalid: reflect: call of reflect.Value.SetCap on zero Value
// zero SetComplex: ValueError reflect.Value.SetComplex invalid: reflect: call of reflect.Value.SetComplex on zero Value
// zero SetFloat: ValueError reflect.Value.SetFloat invalid: reflect: call of reflect.Value.SetFloat on zero Value
// zero SetInt: ValueError reflect.Value.SetInt invalid: reflect: call of reflect.Value.SetInt on zero Value
// zero SetIterKey: panic reflect: Value.SetIterKey called before Next
// zero SetIterValue: panic reflect: Value.SetIterValue called before Next
// zero SetLen: ValueError reflect.Value.SetLen invalid: reflect: call of reflect.Value.SetLen on zero Value
// zero SetMapIndex: ValueError reflect.Value.SetMapIndex invalid: reflect: call of reflect.Value.SetMapIndex on zero Value
// zero SetMapIndex2: ValueError reflect.Value.SetMapIndex invalid: reflect: call of reflect.Value.SetMapIndex on zero Value
// zero SetPointer: ValueError reflect.Value.SetPointer invalid: reflect: call of reflect.Value.SetPointer on zero Value
// zero SetString: ValueError reflect.Value.SetString invalid: reflect: call of reflect.Value.SetString on zero Value
// zero SetUint: ValueError reflect.Value.SetUint invalid: reflect: call of reflect.Value.SetUint on zero Value
// zero SetZero: ValueError reflect.Value.SetZero invalid: reflect: call of reflect.Value.SetZero on zero Value
// zero Slice: ValueError reflect.Value.Slice invalid: reflect: call of reflect.Value.Slice on zero Value
// zero Slice9: ValueError reflect.Value.Slice invalid: reflect: call of reflect.Value.Slice on zero Value
// zero Slice3: ValueError reflect.Value.Slice3 invalid: reflect: call of reflect.Value.Slice3 on zero Value
// zero Slice39: ValueError reflect.Value.Slice3 invalid: reflect: call of reflect.Value.Slice3 on zero Value
// <invalid Value>
// zero Type: ValueError reflect.Value.Type invalid: reflect: call of reflect.Value.Type on zero Value
// zero Uint: ValueError reflect.Value.Uint invalid: reflect: call of reflect.Value.Uint on zero Value
// zero Append: ValueError unknown method invalid: reflect: call of unknown method on zero Value
// zero AppendSlice: ValueError unknown method invalid: reflect: call of unknown method on zero Value
// zero Copy: ValueError reflect.Copy invalid: reflect: call of reflect.Copy on zero Value
// invalid
// int Addr: panic reflect.Value.Addr of unaddressable value
// int Bool: ValueError reflect.Value.Bool int: reflect: call of reflect.Value.Bool on int Value
// int Bytes: ValueError reflect.Value.Bytes int: reflect: call of reflect.Value.Bytes on int Value
// int Call: ValueError reflect.Value.Call int: reflect: call of reflect.Value.Call on int Value
// int CallSlice: ValueError reflect.Value.CallSlice int: reflect: call of reflect.Value.CallSlice on int Value
// false false true true false false false
// int Cap: ValueError reflect.Value.Cap int: reflect: call of reflect.Value.Cap on int Value
// int Clear: ValueError reflect.Value.Clear int: reflect: call of reflect.Value.Clear on int Value
// int Close: ValueError reflect.Value.Close int: reflect: call of reflect.Value.Close on int Value
// true
// int Complex: ValueError reflect.Value.Complex int: reflect: call of reflect.Value.Complex on int Value
// 5
// "\x05"
// false true
// int Elem: ValueError reflect.Value.Elem int: reflect: call of reflect.Value.Elem on int Value
// true
// int Field: ValueError reflect.Value.Field int: reflect: call of reflect.Value.Field on int Value
// int Field9: ValueError reflect.Value.Field int: reflect: call of reflect.Value.Field on int Value
// int FieldByName: ValueError reflect.Value.FieldByName int: reflect: call of reflect.Value.FieldByName on int Value
// int FieldByIndex: ValueError reflect.Value.FieldByIndex int: reflect: call of reflect.Value.FieldByIndex on int Value
// int FieldByIndexErr: ValueError reflect.Value.FieldByIndexErr int: reflect: call of reflect.Value.FieldByIndexErr on int Value
// int Float: ValueError reflect.Value.Float int: reflect: call of reflect.Value.Float on int Value
// int Grow: panic reflect: reflect.Value.Grow using unaddressable value
// int Index: ValueError reflect.Value.Index int: reflect: call of reflect.Value.Index on int Value
// int Index9: ValueError reflect.Value.Index int: reflect: call of reflect.Value.Index on int Value
// 5
// iface
// int InterfaceData: ValueError reflect.Value.InterfaceData int: reflect: call of reflect.Value.InterfaceData on int Value
// int IsNil: ValueError reflect.Value.IsNil int: reflect: call of reflect.Value.IsNil on int Value
// false
// int true
// int Len: ValueError reflect.Value.Len int: reflect: call of reflect.Value.Len on int Value
// int MapIndex: ValueError reflect.Value.MapIndex int: reflect: call of reflect.Value.MapIndex on int Value
// int MapKeys: ValueError reflect.Value.MapKeys int: reflect: call of reflect.Value.MapKeys on int Value
// int MapRange: ValueError reflect.Value.MapRange int: reflect: call of reflect.Value.MapRange on int Value
// int Method: panic reflect: Method index out of range
// false
// int NumField: ValueError reflect.Value.NumField int: reflect: call of reflect.Value.NumField on int Value
// 0
// false
// int OverflowUint: ValueError reflect.Value.OverflowUint int: reflect: call of reflect.Value.OverflowUint on int Value
// int OverflowFloat: ValueError reflect.Value.OverflowFloat int: reflect: call of reflect.Value.OverflowFloat on int Value
// int OverflowComplex: ValueError reflect.Value.OverflowComplex int: reflect: call of reflect.Value.OverflowComplex on int Value
// int Pointer: ValueError reflect.Value.Pointer int: reflect: call of reflect.Value.Pointer on int Value
// int UnsafePointer: ValueError reflect.Value.UnsafePointer int: reflect: call of reflect.Value.UnsafePointer on int Value
// int UnsafeAddr: panic reflect.Value.UnsafeAddr of unaddressable value
// int Recv: ValueError reflect.Value.Recv int: reflect: call of reflect.Value.Recv on int Value
// int Send: ValueError reflect.Value.Send int: reflect: call of reflect.Value.Send on int Value
// int TryRecv: ValueError reflect.Value.TryRecv int: reflect: call of reflect.Value.TryRecv on int Value
// int TrySend: ValueError reflect.Value.TrySend int: reflect: call of reflect.Value.TrySend on int Value
// int Set: panic reflect: reflect.Value.Set using unaddressable value
// int SetWrong: panic reflect: reflect.Value.Set using unaddressable value
// int SetZeroValue: panic reflect: reflect.Value.Set using unaddressable value
// int SetBool: panic reflect: reflect.Value.SetBool using unaddressable value
// int SetBytes: panic reflect: reflect.Value.SetBytes using unaddressable value
// int SetCap: panic reflect: reflect.Value.SetCap using unaddressable value
// int SetComplex: panic reflect: reflect.Value.SetComplex using unaddressable value
// int SetFloat: panic reflect: reflect.Value.SetFloat using unaddressable value
// int SetInt: panic reflect: reflect.Value.SetInt using unaddressable value
// int SetIterKey: panic reflect: Value.SetIterKey called before Next
// int SetIterValue: panic reflect: Value.SetIterValue called before Next
// int SetLen: panic reflect: reflect.Value.SetLen using unaddressable value
// int SetMapIndex: ValueError reflect.Value.SetMapIndex int: reflect: call of reflect.Value.SetMapIndex on int Value
// int SetMapIndex2: ValueError reflect.Value.SetMapIndex int: reflect: call of reflect.Value.SetMapIndex on int Value
// int SetPointer: panic reflect: reflect.Value.SetPointer using unaddressable value
// int SetString: panic reflect: reflect.Value.SetString using unaddressable value
// int SetUint: panic reflect: reflect.Value.SetUint using unaddressable value
// int SetZero: panic reflect: reflect.Value.SetZero using unaddressable value
// int Slice: ValueError reflect.Value.Slice int: reflect: call of reflect.Value.Slice on int Value
// int Slice9: ValueError reflect.Value.Slice int: reflect: call of reflect.Value.Slice on int Value
// int Slice3: ValueError reflect.Value.Slice3 int: reflect: call of reflect.Value.Slice3 on int Value
// int Slice39: ValueError reflect.Value.Slice3 int: reflect: call of reflect.Value.Slice3 on int Value
// <int Value>
// int
// int Uint: ValueError reflect.Value.Uint int: reflect: call of reflect.Value.Uint on int Value
// int Append: ValueError unknown method int: reflect: call of unknown method on int Value
// int AppendSlice: ValueError unknown method int: reflect: call of unknown method on int Value
// int Copy: ValueError reflect.Copy int: reflect: call of reflect.Copy on int Value
// int
// struct Addr: panic reflect.Value.Addr of unaddressable value
// struct Bool: ValueError reflect.Value.Bool struct: reflect: call of reflect.Value.Bool on struct Value
// struct Bytes: ValueError reflect.Value.Bytes struct: reflect: call of reflect.Value.Bytes on struct Value
// struct Call: ValueError reflect.Value.Call struct: reflect: call of reflect.Value.Call on struct Value
// struct CallSlice: ValueError reflect.Value.CallSlice struct: reflect: call of reflect.Value.CallSlice on struct Value
// false false true false false false false
// struct Cap: ValueError reflect.Value.Cap struct: reflect: call of reflect.Value.Cap on struct Value
// struct Clear: ValueError reflect.Value.Clear struct: reflect: call of reflect.Value.Clear on struct Value
// struct Close: ValueError reflect.Value.Close struct: reflect: call of reflect.Value.Close on struct Value
// false
// struct Complex: ValueError reflect.Value.Complex struct: reflect: call of reflect.Value.Complex on struct Value
// struct Convert: panic reflect.Value.Convert: value of type main.S cannot be converted to type int
// struct ConvertS: panic reflect.Value.Convert: value of type main.S cannot be converted to type string
// false false
// struct Elem: ValueError reflect.Value.Elem struct: reflect: call of reflect.Value.Elem on struct Value
// struct Equal: panic reflect.Value.Equal: values of type []int are not comparable
// int
// struct Field9: panic reflect: Field index out of range
// false
// struct FieldByIndex: ValueError reflect.Value.Field int: reflect: call of reflect.Value.Field on int Value
// <nil>
// struct Float: ValueError reflect.Value.Float struct: reflect: call of reflect.Value.Float on struct Value
// struct Grow: panic reflect: reflect.Value.Grow using unaddressable value
// struct Index: ValueError reflect.Value.Index struct: reflect: call of reflect.Value.Index on struct Value
// struct Index9: ValueError reflect.Value.Index struct: reflect: call of reflect.Value.Index on struct Value
// struct Int: ValueError reflect.Value.Int struct: reflect: call of reflect.Value.Int on struct Value
// iface
// struct InterfaceData: ValueError reflect.Value.InterfaceData struct: reflect: call of reflect.Value.InterfaceData on struct Value
// struct IsNil: ValueError reflect.Value.IsNil struct: reflect: call of reflect.Value.IsNil on struct Value
// false
// struct true
// struct Len: ValueError reflect.Value.Len struct: reflect: call of reflect.Value.Len on struct Value
// struct MapIndex: ValueError reflect.Value.MapIndex struct: reflect: call of reflect.Value.MapIndex on struct Value
// struct MapKeys: ValueError reflect.Value.MapKeys struct: reflect: call of reflect.Value.MapKeys on struct Value
// struct MapRange: ValueError reflect.Value.MapRange struct: reflect: call of reflect.Value.MapRange on struct Value
// func
// true
// 18
// 3
// struct OverflowInt: ValueError reflect.Value.OverflowInt struct: reflect: call of reflect.Value.OverflowInt on struct Value
// struct OverflowUint: ValueError reflect.Value.OverflowUint struct: reflect: call of reflect.Value.OverflowUint on struct Value
// struct OverflowFloat: ValueError reflect.Value.OverflowFloat struct: reflect: call of reflect.Value.OverflowFloat on struct Value
// struct OverflowComplex: ValueError reflect.Value.OverflowComplex struct: reflect: call of reflect.Value.OverflowComplex on struct Value
// struct Pointer: ValueError reflect.Value.Pointer struct: reflect: call of reflect.Value.Pointer on struct Value
// struct UnsafePointer: ValueError reflect.Value.UnsafePointer struct: reflect: call of reflect.Value.UnsafePointer on struct Value
// struct UnsafeAddr: panic reflect.Value.UnsafeAddr of unaddressable value
// struct Recv: ValueError reflect.Value.Recv struct: reflect: call of reflect.Value.Recv on struct Value
// struct Send: ValueError reflect.Value.Send struct: reflect: call of reflect.Value.Send on struct Value
// struct TryRecv: ValueError reflect.Value.TryRecv struct: reflect: call of reflect.Value.TryRecv on struct Value
// struct TrySend: ValueError reflect.Value.TrySend struct: reflect: call of reflect.Value.TrySend on struct Value
// struct Set: panic reflect: reflect.Value.Set using unaddressable value
// struct SetWrong: panic reflect: reflect.Value.Set using unaddressable value
// struct SetZeroValue: panic reflect: reflect.Value.Set using unaddressable value
// struct SetBool: panic reflect: reflect.Value.SetBool using unaddressable value
// struct SetBytes: panic reflect: reflect.Value.SetBytes using unaddressable value
// struct SetCap: panic reflect: reflect.Value.SetCap using unaddressable value
// struct SetComplex: panic reflect: reflect.Value.SetComplex using unaddressable value
// struct SetFloat: panic reflect: reflect.Value.SetFloat using unaddressable value
// struct SetInt: panic reflect: reflect.Value.SetInt using unaddressable value
// struct SetIterKey: panic reflect: Value.SetIterKey called before Next
// struct SetIterValue: panic reflect: Value.SetIterValue called before Next
// struct SetLen: panic reflect: reflect.Value.SetLen using unaddressable value
// struct SetMapIndex: ValueError reflect.Value.SetMapIndex struct: reflect: call of reflect.Value.SetMapIndex on struct Value
// struct SetMapIndex2: ValueError reflect.Value.SetMapIndex struct: reflect: call of reflect.Value.SetMapIndex on struct Value
// struct SetPointer: panic reflect: reflect.Value.SetPointer using unaddressable value
// struct SetString: panic reflect: reflect.Value.SetString using unaddressable value
// struct SetUint: panic reflect: reflect.Value.SetUint using unaddressable value
// struct SetZero: panic reflect: reflect.Value.SetZero using unaddressable value
// struct Slice: ValueError reflect.Value.Slice struct: reflect: call of reflect.Value.Slice on struct Value
// struct Slice9: ValueError reflect.Value.Slice struct: reflect: call of reflect.Value.Slice on struct Value
// struct Slice3: ValueError reflect.Value.Slice3 struct: reflect: call of reflect.Value.Slice3 on struct Value
// struct Slice39: ValueError reflect.Value.Slice3 struct: reflect: call of reflect.Value.Slice3 on struct Value
// <main.S Value>
// main.S
// struct Uint: ValueError reflect.Value.Uint struct: reflect: call of reflect.Value.Uint on struct Value
// struct Append: ValueError unknown method struct: reflect: call of unknown method on struct Value
// struct AppendSlice: ValueError unknown method struct: reflect: call of unknown method on struct Value
// struct Copy: ValueError reflect.Copy struct: reflect: call of reflect.Copy on struct Value
// struct
// *string
// privset Bool: ValueError reflect.Value.Bool string: reflect: call of reflect.Value.Bool on string Value
// privset Bytes: ValueError reflect.Value.Bytes string: reflect: call of reflect.Value.Bytes on string Value
// privset Call: ValueError reflect.Value.Call string: reflect: call of reflect.Value.Call on string Value
// privset CallSlice: ValueError reflect.Value.CallSlice string: reflect: call of reflect.Value.CallSlice on string Value
// true false false false false false false
// privset Cap: ValueError reflect.Value.Cap string: reflect: call of reflect.Value.Cap on string Value
// privset Clear: ValueError reflect.Value.Clear string: reflect: call of reflect.Value.Clear on string Value
// privset Close: ValueError reflect.Value.Close string: reflect: call of reflect.Value.Close on string Value
// true
// privset Complex: ValueError reflect.Value.Complex string: reflect: call of reflect.Value.Complex on string Value
// privset Convert: panic reflect.Value.Convert: value of type string cannot be converted to type int
// "priv"
// false false
// privset Elem: ValueError reflect.Value.Elem string: reflect: call of reflect.Value.Elem on string Value
// true
// privset Field: ValueError reflect.Value.Field string: reflect: call of reflect.Value.Field on string Value
// privset Field9: ValueError reflect.Value.Field string: reflect: call of reflect.Value.Field on string Value
// privset FieldByName: ValueError reflect.Value.FieldByName string: reflect: call of reflect.Value.FieldByName on string Value
// privset FieldByIndex: ValueError reflect.Value.FieldByIndex string: reflect: call of reflect.Value.FieldByIndex on string Value
// privset FieldByIndexErr: ValueError reflect.Value.FieldByIndexErr string: reflect: call of reflect.Value.FieldByIndexErr on string Value
// privset Float: ValueError reflect.Value.Float string: reflect: call of reflect.Value.Float on string Value
// privset Grow: panic reflect: reflect.Value.Grow using value obtained using unexported field
// uint8
// privset Index9: panic reflect: string index out of range
// privset Int: ValueError reflect.Value.Int string: reflect: call of reflect.Value.Int on string Value
// privset Interface: panic reflect.Value.Interface: cannot return value obtained from unexported field or method
// privset InterfaceData: ValueError reflect.Value.InterfaceData string: reflect: call of reflect.Value.InterfaceData on string Value
// privset IsNil: ValueError reflect.Value.IsNil string: reflect: call of reflect.Value.IsNil on string Value
// false
// string true
// 4
// privset MapIndex: ValueError reflect.Value.MapIndex string: reflect: call of reflect.Value.MapIndex on string Value
// privset MapKeys: ValueError reflect.Value.MapKeys string: reflect: call of reflect.Value.MapKeys on string Value
// privset MapRange: ValueError reflect.Value.MapRange string: reflect: call of reflect.Value.MapRange on string Value
// privset Method: panic reflect: Method index out of range
// false
// privset NumField: ValueError reflect.Value.NumField string: reflect: call of reflect.Value.NumField on string Value
// 0
// privset OverflowInt: ValueError reflect.Value.OverflowInt string: reflect: call of reflect.Value.OverflowInt on string Value
// privset OverflowUint: ValueError reflect.Value.OverflowUint string: reflect: call of reflect.Value.OverflowUint on string Value
// privset OverflowFloat: ValueError reflect.Value.OverflowFloat string: reflect: call of reflect.Value.OverflowFloat on string Value
// privset OverflowComplex: ValueError reflect.Value.OverflowComplex string: reflect: call of reflect.Value.OverflowComplex on string Value
// ptr
// uptr
// uaddr
// privset Recv: ValueError reflect.Value.Recv string: reflect: call of reflect.Value.Recv on string Value
// privset Send: ValueError reflect.Value.Send string: reflect: call of reflect.Value.Send on string Value
// privset TryRecv: ValueError reflect.Value.TryRecv string: reflect: call of reflect.Value.TryRecv on string Value
// privset TrySend: ValueError reflect.Value.TrySend string: reflect: call of reflect.Value.TrySend on string Value
// privset Set: panic reflect: reflect.Value.Set using value obtained using unexported field
// privset SetWrong: panic reflect: reflect.Value.Set using value obtained using unexported field
// privset SetZeroValue: panic reflect: reflect.Value.Set using value obtained using unexported field
// privset SetBool: panic reflect: reflect.Value.SetBool using value obtained using unexported field
// privset SetBytes: panic reflect: reflect.Value.SetBytes using value obtained using unexported field
// privset SetCap: panic reflect: reflect.Value.SetCap using value obtained using unexported field
// privset SetComplex: panic reflect: reflect.Value.SetComplex using value obtained using unexported field
// privset SetFloat: panic reflect: reflect.Value.SetFloat using value obtained using unexported field
// privset SetInt: panic reflect: reflect.Value.SetInt using value obtained using unexported field
// privset SetIterKey: panic reflect: Value.SetIterKey called before Next
// privset SetIterValue: panic reflect: Value.SetIterValue called before Next
// privset SetLen: panic reflect: reflect.Value.SetLen using value obtained using unexported field
// privset SetMapIndex: ValueError reflect.Value.SetMapIndex string: reflect: call of reflect.Value.SetMapIndex on string Value
// privset SetMapIndex2: ValueError reflect.Value.SetMapIndex string: reflect: call of reflect.Value.SetMapIndex on string Value
// privset SetPointer: panic reflect: reflect.Value.SetPointer using value obtained using unexported field
// privset SetString: panic reflect: reflect.Value.SetString using value obtained using unexported field
// privset SetUint: panic reflect: reflect.Value.SetUint using value obtained using unexported field
// privset SetZero: panic reflect: reflect.Value.SetZero using value obtained using unexported field
// 1
// privset Slice9: panic reflect.Value.Slice: string slice index out of bounds
// privset Slice3: ValueError reflect.Value.Slice3 string: reflect: call of reflect.Value.Slice3 on string Value
// privset Slice39: ValueError reflect.Value.Slice3 string: reflect: call of reflect.Value.Slice3 on string Value
// priv
// string
// privset Uint: ValueError reflect.Value.Uint string: reflect: call of reflect.Value.Uint on string Value
// privset Append: ValueError unknown method string: reflect: call of unknown method on string Value
// privset AppendSlice: ValueError unknown method string: reflect: call of unknown method on string Value
// privset Copy: ValueError reflect.Copy string: reflect: call of reflect.Copy on string Value
// string
// bytes Addr: panic reflect.Value.Addr of unaddressable value
// bytes Bool: ValueError reflect.Value.Bool slice: reflect: call of reflect.Value.Bool on slice Value
// [98 121 116 101 115]
// bytes Call: ValueError reflect.Value.Call slice: reflect: call of reflect.Value.Call on slice Value
// bytes CallSlice: ValueError reflect.Value.CallSlice slice: reflect: call of reflect.Value.CallSlice on slice Value
// false false true false false false false
// 5
// bytes Close: ValueError reflect.Value.Close slice: reflect: call of reflect.Value.Close on slice Value
// false
// bytes Complex: ValueError reflect.Value.Complex slice: reflect: call of reflect.Value.Complex on slice Value
// bytes Convert: panic reflect.Value.Convert: value of type []uint8 cannot be converted to type int
// "\x00\x00\x00\x00\x00"
// false false
// bytes Elem: ValueError reflect.Value.Elem slice: reflect: call of reflect.Value.Elem on slice Value
// bytes Equal: panic reflect.Value.Equal: values of type []uint8 are not comparable
// bytes Field: ValueError reflect.Value.Field slice: reflect: call of reflect.Value.Field on slice Value
// bytes Field9: ValueError reflect.Value.Field slice: reflect: call of reflect.Value.Field on slice Value
// bytes FieldByName: ValueError reflect.Value.FieldByName slice: reflect: call of reflect.Value.FieldByName on slice Value
// bytes FieldByIndex: ValueError reflect.Value.FieldByIndex slice: reflect: call of reflect.Value.FieldByIndex on slice Value
// bytes FieldByIndexErr: ValueError reflect.Value.FieldByIndexErr slice: reflect: call of reflect.Value.FieldByIndexErr on slice Value
// bytes Float: ValueError reflect.Value.Float slice: reflect: call of reflect.Value.Float on slice Value
// bytes Grow: panic reflect: reflect.Value.Grow using unaddressable value
// uint8
// bytes Index9: panic reflect: slice index out of range
// bytes Int: ValueError reflect.Value.Int slice: reflect: call of reflect.Value.Int on slice Value
// iface
// bytes InterfaceData: ValueError reflect.Value.InterfaceData slice: reflect: call of reflect.Value.InterfaceData on slice Value
// false
// false
// slice true
// 5
// bytes MapIndex: ValueError reflect.Value.MapIndex slice: reflect: call of reflect.Value.MapIndex on slice Value
// bytes MapKeys: ValueError reflect.Value.MapKeys slice: reflect: call of reflect.Value.MapKeys on slice Value
// bytes MapRange: ValueError reflect.Value.MapRange slice: reflect: call of reflect.Value.MapRange on slice Value
// bytes Method: panic reflect: Method index out of range
// false
// bytes NumField: ValueError reflect.Value.NumField slice: reflect: call of reflect.Value.NumField on slice Value
// 0
// bytes OverflowInt: ValueError reflect.Value.OverflowInt slice: reflect: call of reflect.Value.OverflowInt on slice Value
// bytes OverflowUint: ValueError reflect.Value.OverflowUint slice: reflect: call of reflect.Value.OverflowUint on slice Value
// bytes OverflowFloat: ValueError reflect.Value.OverflowFloat slice: reflect: call of reflect.Value.OverflowFloat on slice Value
// bytes OverflowComplex: ValueError reflect.Value.OverflowComplex slice: reflect: call of reflect.Value.OverflowComplex on slice Value
// ptr
// uptr
// bytes UnsafeAddr: panic reflect.Value.UnsafeAddr of unaddressable value
// bytes Recv: ValueError reflect.Value.Recv slice: reflect: call of reflect.Value.Recv on slice Value
// bytes Send: ValueError reflect.Value.Send slice: reflect: call of reflect.Value.Send on slice Value
// bytes TryRecv: ValueError reflect.Value.TryRecv slice: reflect: call of reflect.Value.TryRecv on slice Value
// bytes TrySend: ValueError reflect.Value.TrySend slice: reflect: call of reflect.Value.TrySend on slice Value
// bytes Set: panic reflect: reflect.Value.Set using unaddressable value
// bytes SetWrong: panic reflect: reflect.Value.Set using unaddressable value
// bytes SetZeroValue: panic reflect: reflect.Value.Set using unaddressable value
// bytes SetBool: panic reflect: reflect.Value.SetBool using unaddressable value
// bytes SetBytes: panic reflect: reflect.Value.SetBytes using unaddressable value
// bytes SetCap: panic reflect: reflect.Value.SetCap using unaddressable value
// bytes SetComplex: panic reflect: reflect.Value.SetComplex using unaddressable value
// bytes SetFloat: panic reflect: reflect.Value.SetFloat using unaddressable value
// bytes SetInt: panic reflect: reflect.Value.SetInt using unaddressable value
// bytes SetIterKey: panic reflect: Value.SetIterKey called before Next
// bytes SetIterValue: panic reflect: Value.SetIterValue called before Next
// bytes SetLen: panic reflect: reflect.Value.SetLen using unaddressable value
// bytes SetMapIndex: ValueError reflect.Value.SetMapIndex slice: reflect: call of reflect.Value.SetMapIndex on slice Value
// bytes SetMapIndex2: ValueError reflect.Value.SetMapIndex slice: reflect: call of reflect.Value.SetMapIndex on slice Value
// bytes SetPointer: panic reflect: reflect.Value.SetPointer using unaddressable value
// bytes SetString: panic reflect: reflect.Value.SetString using unaddressable value
// bytes SetUint: panic reflect: reflect.Value.SetUint using unaddressable value
// bytes SetZero: panic reflect: reflect.Value.SetZero using unaddressable value
// 1
// bytes Slice9: panic reflect.Value.Slice: slice index out of bounds
// 1
// bytes Slice39: panic reflect.Value.Slice3: slice index out of bounds
// <[]uint8 Value>
// []uint8
// bytes Uint: ValueError reflect.Value.Uint slice: reflect: call of reflect.Value.Uint on slice Value
// bytes Append: panic reflect.Set: value of type int is not assignable to type uint8
// 10
// 5
// slice
// array Addr: panic reflect.Value.Addr of unaddressable value
// array Bool: ValueError reflect.Value.Bool array: reflect: call of reflect.Value.Bool on array Value
// array Bytes: panic reflect.Value.Bytes of non-byte array
// array Call: ValueError reflect.Value.Call array: reflect: call of reflect.Value.Call on array Value
// array CallSlice: ValueError reflect.Value.CallSlice array: reflect: call of reflect.Value.CallSlice on array Value
// false false true false false false false
// 3
// array Clear: ValueError reflect.Value.Clear array: reflect: call of reflect.Value.Clear on array Value
// array Close: ValueError reflect.Value.Close array: reflect: call of reflect.Value.Close on array Value
// true
// array Complex: ValueError reflect.Value.Complex array: reflect: call of reflect.Value.Complex on array Value
// array Convert: panic reflect.Value.Convert: value of type [3]int cannot be converted to type int
// array ConvertS: panic reflect.Value.Convert: value of type [3]int cannot be converted to type string
// false false
// array Elem: ValueError reflect.Value.Elem array: reflect: call of reflect.Value.Elem on array Value
// true
// array Field: ValueError reflect.Value.Field array: reflect: call of reflect.Value.Field on array Value
// array Field9: ValueError reflect.Value.Field array: reflect: call of reflect.Value.Field on array Value
// array FieldByName: ValueError reflect.Value.FieldByName array: reflect: call of reflect.Value.FieldByName on array Value
// array FieldByIndex: ValueError reflect.Value.FieldByIndex array: reflect: call of reflect.Value.FieldByIndex on array Value
// array FieldByIndexErr: ValueError reflect.Value.FieldByIndexErr array: reflect: call of reflect.Value.FieldByIndexErr on array Value
// array Float: ValueError reflect.Value.Float array: reflect: call of reflect.Value.Float on array Value
// array Grow: panic reflect: reflect.Value.Grow using unaddressable value
// int
// array Index9: panic reflect: array index out of range
// array Int: ValueError reflect.Value.Int array: reflect: call of reflect.Value.Int on array Value
// iface
// array InterfaceData: ValueError reflect.Value.InterfaceData array: reflect: call of reflect.Value.InterfaceData on array Value
// array IsNil: ValueError reflect.Value.IsNil array: reflect: call of reflect.Value.IsNil on array Value
// false
// array true
// 3
// array MapIndex: ValueError reflect.Value.MapIndex array: reflect: call of reflect.Value.MapIndex on array Value
// array MapKeys: ValueError reflect.Value.MapKeys array: reflect: call of reflect.Value.MapKeys on array Value
// array MapRange: ValueError reflect.Value.MapRange array: reflect: call of reflect.Value.MapRange on array Value
// array Method: panic reflect: Method index out of range
// false
// array NumField: ValueError reflect.Value.NumField array: reflect: call of reflect.Value.NumField on array Value
// 0
// array OverflowInt: ValueError reflect.Value.OverflowInt array: reflect: call of reflect.Value.OverflowInt on array Value
// array OverflowUint: ValueError reflect.Value.OverflowUint array: reflect: call of reflect.Value.OverflowUint on array Value
// array OverflowFloat: ValueError reflect.Value.OverflowFloat array: reflect: call of reflect.Value.OverflowFloat on array Value
// array OverflowComplex: ValueError reflect.Value.OverflowComplex array: reflect: call of reflect.Value.OverflowComplex on array Value
// array Pointer: ValueError reflect.Value.Pointer array: reflect: call of reflect.Value.Pointer on array Value
// array UnsafePointer: ValueError reflect.Value.UnsafePointer array: reflect: call of reflect.Value.UnsafePointer on array Value
// array UnsafeAddr: panic reflect.Value.UnsafeAddr of unaddressable value
// array Recv: ValueError reflect.Value.Recv array: reflect: call of reflect.Value.Recv on array Value
// array Send: ValueError reflect.Value.Send array: reflect: call of reflect.Value.Send on array Value
// array TryRecv: ValueError reflect.Value.TryRecv array: reflect: call of reflect.Value.TryRecv on array Value
// array TrySend: ValueError reflect.Value.TrySend array: reflect: call of reflect.Value.TrySend on array Value
// array Set: panic reflect: reflect.Value.Set using unaddressable value
// array SetWrong: panic reflect: reflect.Value.Set using unaddressable value
// array SetZeroValue: panic reflect: reflect.Value.Set using unaddressable value
// array SetBool: panic reflect: reflect.Value.SetBool using unaddressable value
// array SetBytes: panic reflect: reflect.Value.SetBytes using unaddressable value
// array SetCap: panic reflect: reflect.Value.SetCap using unaddressable value
// array SetComplex: panic reflect: reflect.Value.SetComplex using unaddressable value
// array SetFloat: panic reflect: reflect.Value.SetFloat using unaddressable value
// array SetInt: panic reflect: reflect.Value.SetInt using unaddressable value
// array SetIterKey: panic reflect: Value.SetIterKey called before Next
// array SetIterValue: panic reflect: Value.SetIterValue called before Next
// array SetLen: panic reflect: reflect.Value.SetLen using unaddressable value
// array SetMapIndex: ValueError reflect.Value.SetMapIndex array: reflect: call of reflect.Value.SetMapIndex on array Value
// array SetMapIndex2: ValueError reflect.Value.SetMapIndex array: reflect: call of reflect.Value.SetMapIndex on array Value
// array SetPointer: panic reflect: reflect.Value.SetPointer using unaddressable value
// array SetString: panic reflect: reflect.Value.SetString using unaddressable value
// array SetUint: panic reflect: reflect.Value.SetUint using unaddressable value
// array SetZero: panic reflect: reflect.Value.SetZero using unaddressable value
// array Slice: panic reflect.Value.Slice: slice of unaddressable array
// array Slice9: panic reflect.Value.Slice: slice of unaddressable array
// array Slice3: panic reflect.Value.Slice3: slice of unaddressable array
// array Slice39: panic reflect.Value.Slice3: slice of unaddressable array
// <[3]int Value>
// [3]int
// array Uint: ValueError reflect.Value.Uint array: reflect: call of reflect.Value.Uint on array Value
// array Append: ValueError unknown method array: reflect: call of unknown method on array Value
// array AppendSlice: ValueError unknown method array: reflect: call of unknown method on array Value
// array Copy: panic reflect: unknown method using unaddressable value
// array
// map Addr: panic reflect.Value.Addr of unaddressable value
// map Bool: ValueError reflect.Value.Bool map: reflect: call of reflect.Value.Bool on map Value
// map Bytes: ValueError reflect.Value.Bytes map: reflect: call of reflect.Value.Bytes on map Value
// map Call: ValueError reflect.Value.Call map: reflect: call of reflect.Value.Call on map Value
// map CallSlice: ValueError reflect.Value.CallSlice map: reflect: call of reflect.Value.CallSlice on map Value
// false false true false false false false
// map Cap: ValueError reflect.Value.Cap map: reflect: call of reflect.Value.Cap on map Value
// map Close: ValueError reflect.Value.Close map: reflect: call of reflect.Value.Close on map Value
// false
// map Complex: ValueError reflect.Value.Complex map: reflect: call of reflect.Value.Complex on map Value
// map Convert: panic reflect.Value.Convert: value of type map[string]int cannot be converted to type int
// map ConvertS: panic reflect.Value.Convert: value of type map[string]int cannot be converted to type string
// false false
// map Elem: ValueError reflect.Value.Elem map: reflect: call of reflect.Value.Elem on map Value
// map Equal: panic reflect.Value.Equal: values of type map[string]int are not comparable
// map Field: ValueError reflect.Value.Field map: reflect: call of reflect.Value.Field on map Value
// map Field9: ValueError reflect.Value.Field map: reflect: call of reflect.Value.Field on map Value
// map FieldByName: ValueError reflect.Value.FieldByName map: reflect: call of reflect.Value.FieldByName on map Value
// map FieldByIndex: ValueError reflect.Value.FieldByIndex map: reflect: call of reflect.Value.FieldByIndex on map Value
// map FieldByIndexErr: ValueError reflect.Value.FieldByIndexErr map: reflect: call of reflect.Value.FieldByIndexErr on map Value
// map Float: ValueError reflect.Value.Float map: reflect: call of reflect.Value.Float on map Value
// map Grow: panic reflect: reflect.Value.Grow using unaddressable value
// map Index: ValueError reflect.Value.Index map: reflect: call of reflect.Value.Index on map Value
// map Index9: ValueError reflect.Value.Index map: reflect: call of reflect.Value.Index on map Value
// map Int: ValueError reflect.Value.Int map: reflect: call of reflect.Value.Int on map Value
// iface
// map InterfaceData: ValueError reflect.Value.InterfaceData map: reflect: call of reflect.Value.InterfaceData on map Value
// false
// false
// map true
// 0
// false
// 0
// map Method: panic reflect: Method index out of range
// false
// map NumField: ValueError reflect.Value.NumField map: reflect: call of reflect.Value.NumField on map Value
// 0
// map OverflowInt: ValueError reflect.Value.OverflowInt map: reflect: call of reflect.Value.OverflowInt on map Value
// map OverflowUint: ValueError reflect.Value.OverflowUint map: reflect: call of reflect.Value.OverflowUint on map Value
// map OverflowFloat: ValueError reflect.Value.OverflowFloat map: reflect: call of reflect.Value.OverflowFloat on map Value
// map OverflowComplex: ValueError reflect.Value.OverflowComplex map: reflect: call of reflect.Value.OverflowComplex on map Value
// ptr
// uptr
// map UnsafeAddr: panic reflect.Value.UnsafeAddr of unaddressable value
// map Recv: ValueError reflect.Value.Recv map: reflect: call of reflect.Value.Recv on map Value
// map Send: ValueError reflect.Value.Send map: reflect: call of reflect.Value.Send on map Value
// map TryRecv: ValueError reflect.Value.TryRecv map: reflect: call of reflect.Value.TryRecv on map Value
// map TrySend: ValueError reflect.Value.TrySend map: reflect: call of reflect.Value.TrySend on map Value
// map Set: panic reflect: reflect.Value.Set using unaddressable value
// map SetWrong: panic reflect: reflect.Value.Set using unaddressable value
// map SetZeroValue: panic reflect: reflect.Value.Set using unaddressable value
// map SetBool: panic reflect: reflect.Value.SetBool using unaddressable value
// map SetBytes: panic reflect: reflect.Value.SetBytes using unaddressable value
// map SetCap: panic reflect: reflect.Value.SetCap using unaddressable value
// map SetComplex: panic reflect: reflect.Value.SetComplex using unaddressable value
// map SetFloat: panic reflect: reflect.Value.SetFloat using unaddressable value
// map SetInt: panic reflect: reflect.Value.SetInt using unaddressable value
// map SetIterKey: panic reflect: Value.SetIterKey called before Next
// map SetIterValue: panic reflect: Value.SetIterValue called before Next
// map SetLen: panic reflect: reflect.Value.SetLen using unaddressable value
// map SetMapIndex2: panic reflect.Value.SetMapIndex: value of type int is not assignable to type string
// map SetPointer: panic reflect: reflect.Value.SetPointer using unaddressable value
// map SetString: panic reflect: reflect.Value.SetString using unaddressable value
// map SetUint: panic reflect: reflect.Value.SetUint using unaddressable value
// map SetZero: panic reflect: reflect.Value.SetZero using unaddressable value
// map Slice: ValueError reflect.Value.Slice map: reflect: call of reflect.Value.Slice on map Value
// map Slice9: ValueError reflect.Value.Slice map: reflect: call of reflect.Value.Slice on map Value
// map Slice3: ValueError reflect.Value.Slice3 map: reflect: call of reflect.Value.Slice3 on map Value
// map Slice39: ValueError reflect.Value.Slice3 map: reflect: call of reflect.Value.Slice3 on map Value
// <map[string]int Value>
// map[string]int
// map Uint: ValueError reflect.Value.Uint map: reflect: call of reflect.Value.Uint on map Value
// map Append: ValueError unknown method map: reflect: call of unknown method on map Value
// map AppendSlice: ValueError unknown method map: reflect: call of unknown method on map Value
// map Copy: ValueError reflect.Copy map: reflect: call of reflect.Copy on map Value
// map
// func Addr: panic reflect.Value.Addr of unaddressable value
// func Bool: ValueError reflect.Value.Bool func: reflect: call of reflect.Value.Bool on func Value
// func Bytes: ValueError reflect.Value.Bytes func: reflect: call of reflect.Value.Bytes on func Value
// 2
// func CallSlice: panic reflect: CallSlice of non-variadic function
// false false true false false false false
// func Cap: ValueError reflect.Value.Cap func: reflect: call of reflect.Value.Cap on func Value
// func Clear: ValueError reflect.Value.Clear func: reflect: call of reflect.Value.Clear on func Value
// func Close: ValueError reflect.Value.Close func: reflect: call of reflect.Value.Close on func Value
// false
// func Complex: ValueError reflect.Value.Complex func: reflect: call of reflect.Value.Complex on func Value
// func Convert: panic reflect.Value.Convert: value of type func() (int, string) cannot be converted to type int
// func ConvertS: panic reflect.Value.Convert: value of type func() (int, string) cannot be converted to type string
// false false
// func Elem: ValueError reflect.Value.Elem func: reflect: call of reflect.Value.Elem on func Value
// func Equal: panic reflect.Value.Equal: values of type func() (int, string) are not comparable
// func Field: ValueError reflect.Value.Field func: reflect: call of reflect.Value.Field on func Value
// func Field9: ValueError reflect.Value.Field func: reflect: call of reflect.Value.Field on func Value
// func FieldByName: ValueError reflect.Value.FieldByName func: reflect: call of reflect.Value.FieldByName on func Value
// func FieldByIndex: ValueError reflect.Value.FieldByIndex func: reflect: call of reflect.Value.FieldByIndex on func Value
// func FieldByIndexErr: ValueError reflect.Value.FieldByIndexErr func: reflect: call of reflect.Value.FieldByIndexErr on func Value
// func Float: ValueError reflect.Value.Float func: reflect: call of reflect.Value.Float on func Value
// func Grow: panic reflect: reflect.Value.Grow using unaddressable value
// func Index: ValueError reflect.Value.Index func: reflect: call of reflect.Value.Index on func Value
// func Index9: ValueError reflect.Value.Index func: reflect: call of reflect.Value.Index on func Value
// func Int: ValueError reflect.Value.Int func: reflect: call of reflect.Value.Int on func Value
// iface
// func InterfaceData: ValueError reflect.Value.InterfaceData func: reflect: call of reflect.Value.InterfaceData on func Value
// false
// false
// func true
// func Len: ValueError reflect.Value.Len func: reflect: call of reflect.Value.Len on func Value
// func MapIndex: ValueError reflect.Value.MapIndex func: reflect: call of reflect.Value.MapIndex on func Value
// func MapKeys: ValueError reflect.Value.MapKeys func: reflect: call of reflect.Value.MapKeys on func Value
// func MapRange: ValueError reflect.Value.MapRange func: reflect: call of reflect.Value.MapRange on func Value
// func Method: panic reflect: Method index out of range
// false
// func NumField: ValueError reflect.Value.NumField func: reflect: call of reflect.Value.NumField on func Value
// 0
// func OverflowInt: ValueError reflect.Value.OverflowInt func: reflect: call of reflect.Value.OverflowInt on func Value
// func OverflowUint: ValueError reflect.Value.OverflowUint func: reflect: call of reflect.Value.OverflowUint on func Value
// func OverflowFloat: ValueError reflect.Value.OverflowFloat func: reflect: call of reflect.Value.OverflowFloat on func Value
// func OverflowComplex: ValueError reflect.Value.OverflowComplex func: reflect: call of reflect.Value.OverflowComplex on func Value
// ptr
// uptr
// func UnsafeAddr: panic reflect.Value.UnsafeAddr of unaddressable value
// func Recv: ValueError reflect.Value.Recv func: reflect: call of reflect.Value.Recv on func Value
// func Send: ValueError reflect.Value.Send func: reflect: call of reflect.Value.Send on func Value
// func TryRecv: ValueError reflect.Value.TryRecv func: reflect: call of reflect.Value.TryRecv on func Value
// func TrySend: ValueError reflect.Value.TrySend func: reflect: call of reflect.Value.TrySend on func Value
// func Set: panic reflect: reflect.Value.Set using unaddressable value
// func SetWrong: panic reflect: reflect.Value.Set using unaddressable value
// func SetZeroValue: panic reflect: reflect.Value.Set using unaddressable value
// func SetBool: panic reflect: reflect.Value.SetBool using unaddressable value
// func SetBytes: panic reflect: reflect.Value.SetBytes using unaddressable value
// func SetCap: panic reflect: reflect.Value.SetCap using unaddressable value
// func SetComplex: panic reflect: reflect.Value.SetComplex using unaddressable value
// func SetFloat: panic reflect: reflect.Value.SetFloat using unaddressable value
// func SetInt: panic reflect: reflect.Value.SetInt using unaddressable value
// func SetIterKey: panic reflect: Value.SetIterKey called before Next
// func SetIterValue: panic reflect: Value.SetIterValue called before Next
// func SetLen: panic reflect: reflect.Value.SetLen using unaddressable value
// func SetMapIndex: ValueError reflect.Value.SetMapIndex func: reflect: call of reflect.Value.SetMapIndex on func Value
// func SetMapIndex2: ValueError reflect.Value.SetMapIndex func: reflect: call of reflect.Value.SetMapIndex on func Value
// func SetPointer: panic reflect: reflect.Value.SetPointer using unaddressable value
// func SetString: panic reflect: reflect.Value.SetString using unaddressable value
// func SetUint: panic reflect: reflect.Value.SetUint using unaddressable value
// func SetZero: panic reflect: reflect.Value.SetZero using unaddressable value
// func Slice: ValueError reflect.Value.Slice func: reflect: call of reflect.Value.Slice on func Value
// func Slice9: ValueError reflect.Value.Slice func: reflect: call of reflect.Value.Slice on func Value
// func Slice3: ValueError reflect.Value.Slice3 func: reflect: call of reflect.Value.Slice3 on func Value
// func Slice39: ValueError reflect.Value.Slice3 func: reflect: call of reflect.Value.Slice3 on func Value
// <func() (int, string) Value>
// func() (int, string)
// func Uint: ValueError reflect.Value.Uint func: reflect: call of reflect.Value.Uint on func Value
// func Append: ValueError unknown method func: reflect: call of unknown method on func Value
// func AppendSlice: ValueError unknown method func: reflect: call of unknown method on func Value
// func Copy: ValueError reflect.Copy func: reflect: call of reflect.Copy on func Value
// func
// method Addr: panic reflect.Value.Addr of unaddressable value
// method Bool: ValueError reflect.Value.Bool func: reflect: call of reflect.Value.Bool on func Value
// method Bytes: ValueError reflect.Value.Bytes func: reflect: call of reflect.Value.Bytes on func Value
// 1
// method CallSlice: panic reflect: CallSlice of non-variadic function
// false false true false false false false
// method Cap: ValueError reflect.Value.Cap func: reflect: call of reflect.Value.Cap on func Value
// method Clear: ValueError reflect.Value.Clear func: reflect: call of reflect.Value.Clear on func Value
// method Close: ValueError reflect.Value.Close func: reflect: call of reflect.Value.Close on func Value
// false
// method Complex: ValueError reflect.Value.Complex func: reflect: call of reflect.Value.Complex on func Value
// method Convert: panic reflect.Value.Convert: value of type func() string cannot be converted to type int
// method ConvertS: panic reflect.Value.Convert: value of type func() string cannot be converted to type string
// false false
// method Elem: ValueError reflect.Value.Elem func: reflect: call of reflect.Value.Elem on func Value
// method Equal: panic reflect.Value.Equal: values of type func() string are not comparable
// method Field: ValueError reflect.Value.Field func: reflect: call of reflect.Value.Field on func Value
// method Field9: ValueError reflect.Value.Field func: reflect: call of reflect.Value.Field on func Value
// method FieldByName: ValueError reflect.Value.FieldByName func: reflect: call of reflect.Value.FieldByName on func Value
// method FieldByIndex: ValueError reflect.Value.FieldByIndex func: reflect: call of reflect.Value.FieldByIndex on func Value
// method FieldByIndexErr: ValueError reflect.Value.FieldByIndexErr func: reflect: call of reflect.Value.FieldByIndexErr on func Value
// method Float: ValueError reflect.Value.Float func: reflect: call of reflect.Value.Float on func Value
// method Grow: panic reflect: reflect.Value.Grow using unaddressable value
// method Index: ValueError reflect.Value.Index func: reflect: call of reflect.Value.Index on func Value
// method Index9: ValueError reflect.Value.Index func: reflect: call of reflect.Value.Index on func Value
// method Int: ValueError reflect.Value.Int func: reflect: call of reflect.Value.Int on func Value
// iface
// method InterfaceData: ValueError reflect.Value.InterfaceData func: reflect: call of reflect.Value.InterfaceData on func Value
// false
// false
// func true
// method Len: ValueError reflect.Value.Len func: reflect: call of reflect.Value.Len on func Value
// method MapIndex: ValueError reflect.Value.MapIndex func: reflect: call of reflect.Value.MapIndex on func Value
// method MapKeys: ValueError reflect.Value.MapKeys func: reflect: call of reflect.Value.MapKeys on func Value
// method MapRange: ValueError reflect.Value.MapRange func: reflect: call of reflect.Value.MapRange on func Value
// method Method: panic reflect: Method index out of range
// false
// method NumField: ValueError reflect.Value.NumField func: reflect: call of reflect.Value.NumField on func Value
// 0
// method OverflowInt: ValueError reflect.Value.OverflowInt func: reflect: call of reflect.Value.OverflowInt on func Value
// method OverflowUint: ValueError reflect.Value.OverflowUint func: reflect: call of reflect.Value.OverflowUint on func Value
// method OverflowFloat: ValueError reflect.Value.OverflowFloat func: reflect: call of reflect.Value.OverflowFloat on func Value
// method OverflowComplex: ValueError reflect.Value.OverflowComplex func: reflect: call of reflect.Value.OverflowComplex on func Value
// ptr
// uptr
// method UnsafeAddr: panic reflect.Value.UnsafeAddr of unaddressable value
// method Recv: ValueError reflect.Value.Recv func: reflect: call of reflect.Value.Recv on func Value
// method Send: ValueError reflect.Value.Send func: reflect: call of reflect.Value.Send on func Value
// method TryRecv: ValueError reflect.Value.TryRecv func: reflect: call of reflect.Value.TryRecv on func Value
// method TrySend: ValueError reflect.Value.TrySend func: reflect: call of reflect.Value.TrySend on func Value
// method Set: panic reflect: reflect.Value.Set using unaddressable value
// method SetWrong: panic reflect: reflect.Value.Set using unaddressable value
// method SetZeroValue: panic reflect: reflect.Value.Set using unaddressable value
// method SetBool: panic reflect: reflect.Value.SetBool using unaddressable value
// method SetBytes: panic reflect: reflect.Value.SetBytes using unaddressable value
// method SetCap: panic reflect: reflect.Value.SetCap using unaddressable value
// method SetComplex: panic reflect: reflect.Value.SetComplex using unaddressable value
// method SetFloat: panic reflect: reflect.Value.SetFloat using unaddressable value
// method SetInt: panic reflect: reflect.Value.SetInt using unaddressable value
// method SetIterKey: panic reflect: Value.SetIterKey called before Next
// method SetIterValue: panic reflect: Value.SetIterValue called before Next
// method SetLen: panic reflect: reflect.Value.SetLen using unaddressable value
// method SetMapIndex: ValueError reflect.Value.SetMapIndex func: reflect: call of reflect.Value.SetMapIndex on func Value
// method SetMapIndex2: ValueError reflect.Value.SetMapIndex func: reflect: call of reflect.Value.SetMapIndex on func Value
// method SetPointer: panic reflect: reflect.Value.SetPointer using unaddressable value
// method SetString: panic reflect: reflect.Value.SetString using unaddressable value
// method SetUint: panic reflect: reflect.Value.SetUint using unaddressable value
// method SetZero: panic reflect: reflect.Value.SetZero using unaddressable value
// method Slice: ValueError reflect.Value.Slice func: reflect: call of reflect.Value.Slice on func Value
// method Slice9: ValueError reflect.Value.Slice func: reflect: call of reflect.Value.Slice on func Value
// method Slice3: ValueError reflect.Value.Slice3 func: reflect: call of reflect.Value.Slice3 on func Value
// method Slice39: ValueError reflect.Value.Slice3 func: reflect: call of reflect.Value.Slice3 on func Value
// <func() string Value>
// func() string
// method Uint: ValueError reflect.Value.Uint func: reflect: call of reflect.Value.Uint on func Value
// method Append: ValueError unknown method func: reflect: call of unknown method on func Value
// method AppendSlice: ValueError unknown method func: reflect: call of unknown method on func Value
// method Copy: ValueError reflect.Copy func: reflect: call of reflect.Copy on func Value
// func
// Val1 [a b]
// Val1 [a b]
// Error func(*main.S) string
// Inc func(*main.S)
// Ptr func(*main.S) int
// Sum func(*main.S) int
// Val func(*main.S, int, ...string) string
// call0: panic reflect: Call with too few input arguments
// callslice0: panic reflect: CallSlice with too few input arguments
// 1
// 1
// callslice1: panic reflect: CallSlice with too few input arguments
// call01: panic reflect: Call with too many input arguments
// call2: panic reflect: Call using string as type int
// callslice2: panic reflect: CallSlice with too few input arguments
// call02: panic reflect: Call with too many input arguments
// call3: panic reflect: cannot use int as type string in Call
// callslice3: panic reflect: CallSlice using int as type []string
// call03: panic reflect: Call with too many input arguments
// call4: panic reflect: Call using zero Value argument
// callslice4: panic reflect: CallSlice with too few input arguments
// call04: panic reflect: Call with too many input arguments
// call5: panic reflect: Call using zero Value argument
// callslice5: panic reflect: CallSlice using zero Value argument
// call05: panic reflect: Call with too many input arguments
// 6
// badmf: panic reflect: wrong return count from function created by MakeFunc
// badmf2: panic reflect.MakeFunc: value of type string is not assignable to type int
// badmf3: panic reflect: function created by MakeFunc using closure returned zero Value
// mfkind: panic reflect: call of MakeFunc with non-Func type
// [3]int true
// ArrayOfNeg: panic reflect: negative length passed to ArrayOf
// chan int chan<- <-chan int <-chan int
// ChanOfBad: panic reflect.ChanOf: invalid dir
// func(int, ...int) string true
// FuncOfBad: panic reflect.FuncOf: last arg of variadic func must be slice
// true
// MapOfBad: panic reflect.MapOf: invalid key type []int
// *main.S true
// []main.S
// struct { A int "x:\"y\""; B string } 2 24
// {A:5 B:}
// StructOfBad: panic reflect.StructOf: field "a" is unexported but missing PkgPath
// StructOfBad2: panic reflect.StructOf: field 0 has no name
// StructOfBad3: panic reflect.StructOf: field 0 has no type
// StructOfBad4: panic reflect.StructOf: duplicate field A
// StructOfBad5: panic reflect.StructOf: field 0 has invalid name
// struct { a int }
// 2
// MakeSlice1: panic reflect.MakeSlice: negative len
// MakeSlice2: panic reflect.MakeSlice: negative cap
// MakeSlice3: panic reflect.MakeSlice: len > cap
// MakeSlice4: panic reflect.MakeSlice of non-slice type
// 0 0
// MakeMapBad: panic reflect.MakeMapWithSize of non-map type
// 3
// MakeChanBad: panic reflect.MakeChan: unidirectional channel type
// MakeChanBad2: panic reflect.MakeChan: negative buffer size
// MakeChanBad3: panic reflect.MakeChan of non-chan type
// Zero: panic reflect: Zero(nil)
// New: panic reflect: New(nil)
// 1
// [1 2]
// 0 1 true
// 1 <invalid reflect.Value> false
// 0 <invalid reflect.Value> false 3
// Select2: panic reflect.Select: multiple default cases
// Select3: panic reflect.Select: invalid Dir
// Select4: panic reflect.Select: default case has Chan value
// Select5: panic reflect.Select: default case has Send value
// Select6: panic reflect.Select: RecvDir case has Send value
// Select7: panic reflect.Select: SendDir case missing Send value
// Select8: panic reflect.Select: RecvDir case using send-only channel
// Select9: panic reflect.Select: SendDir case using recv-only channel
// [3 2 1]
// Swapper2: ValueError Swapper int: reflect: call of Swapper on int Value
// Swapper3: panic runtime error: index out of range [9] with length 3
// Swapper4: panic reflect: slice index out of range
// Swapper5: panic reflect: slice index out of range
// [3 2] false
// conv2: panic reflect: cannot convert slice with length 3 to array with length 9
// conv3: panic reflect: cannot convert slice with length 3 to pointer to array with length 9
// 44 -1 A [233] main.Iface <-chan int
// conv5: panic reflect.Value.Convert: value of type string cannot be converted to type int
// reflect: call of M on zero Value reflect: call of M on int Value
// invalid bool int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr float32 float64 complex64 complex128 array chan func interface map ptr slice string struct unsafe.Pointer kind27 kind28 kind29 ChanDir0 <-chan chan<- chan ChanDir9
// key: panic MapIter.Key called before Next
// value: panic MapIter.Value called before Next
// iter: panic MapIter.Key called on exhausted iterator
// false true true false
// eq: panic reflect.Value.Equal: values of type []int are not comparable
// eq2: panic reflect.Value.Equal: values of type func() (int, string) are not comparable
// 3 true
// [3 2 1 0 0]
// 2
// grow: panic reflect.Value.Grow: negative len
// setlen: panic reflect: slice length out of range in SetLen
// setcap: panic reflect: slice capacity out of range in SetCap
// 0 true 1 true 2 false 3 false 4 true 5 false 6 true 7 false 8 false 9 false 10 false 11 false 12 false 13 true 14 false 15 true 16 true 17 true 18 true 19 true 20 true 21 true 22 true 23 false 24 false 25 true 26 true 27 false
// [<int Value> <int Value>]
