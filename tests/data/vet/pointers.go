package main

import (
	"reflect"
	"time"
	"unsafe"
)

const layout = "x 2006-02-01"

func main() {
	var x uintptr
	var s []int
	p := unsafe.Pointer(&s)
	_ = unsafe.Pointer(x)
	_ = unsafe.Pointer(x + 1)
	_ = unsafe.Pointer(uintptr(p) + 8)
	_ = unsafe.Pointer(uintptr(p) - x)
	_ = unsafe.Pointer(uintptr(p) &^ 7)
	_ = unsafe.Pointer(uintptr(p) * 7)
	_ = unsafe.Pointer(8 + uintptr(p))
	_ = unsafe.Pointer(uintptr(p) + uintptr(p))
	_ = unsafe.Pointer(reflect.ValueOf(&s).Pointer())
	_ = unsafe.Pointer(reflect.ValueOf(&s).Elem().UnsafeAddr())
	h := (*reflect.SliceHeader)(p)
	_ = unsafe.Pointer(h.Data)
	g := *h
	_ = unsafe.Pointer(g.Data)
	_ = &g
	_ = time.Now().Format(layout)
	_ = time.Now().Format(`2006-02-01`)
	_, _ = time.Parse("a 2006-02-01", "")
	_ = time.Now().Format("2006-" + "02-01")
	_ = reflect.StringHeader{}
}
