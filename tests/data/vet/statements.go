package main

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"time"
	"unsafe"
)

type M struct{ mu sync.Mutex }

func (m M) lock()          {}
func byVal(m M) M          { return m }
func ptr(m *M) (c M)       { c = *m; d := *m; _ = d; var e = *m; _ = e; return *m }
func (x *M) String() string { return fmt.Sprintf("%s", x) }
func (x M) Error() string   { return fmt.Sprint(x) }

func unreachable() {
	return
	println("x")
}
func unreachable2() {
	for {
	}
	println("y")
}
func unreachable3(x int) {
	panic(1)
	if x > 0 {
	}
}
func unreachable4() {
L:
	for {
		break L
		println()
	}
	goto M
	println()
M:
	switch {
	case true:
		return
		println()
	default:
		return
	}
	println()
}

func self(x int, s []int) {
	x = x
	s[0] = s[0]
	if x == 1 || x == 1 {
	}
	if x != 1 || x != 2 {
	}
	if x == 1 && x == 2 {
	}
	_ = x << 64
	_ = x >> 70
	_ = string(x)
	_ = unsafe.Pointer(uintptr(x))
	var n int32
	n = atomic.AddInt32(&n, 1)
	if self == nil {
	}
	var f func()
	if f == nil {
	}
	if unreachable != nil {
	}
	_ = x == x
	_ = s[0] == s[0]
}

func loop() {
	for i := 0; i < 3; i++ {
		go func() { println(i) }()
		defer func() { println(i) }()
	}
	var wg sync.WaitGroup
	go func() { wg.Add(1); defer wg.Done() }()
	var wg2 sync.WaitGroup = wg
	_ = wg2
	for _, m := range []M{} {
		_ = m
	}
	var e error
	var p *os.PathError
	errors.As(e, p)
	errors.As(e, &p)
	errors.As(e, e)
	errors.New("x")
	fmt.Errorf("x")
	fmt.Sprint("a")
	_ = time.Now().Format("2006-02-01")
	defer time.Since(time.Now())
	time.Sleep(5)
	_ = [...]M{{}, {}}
	x := M{}
	y := x
	_ = y
	func(m M) {}(x)
	_ = struct{ sync.Mutex }{}
	_ = os.PathError{"a", "b", nil}
	var a [2]int
	_ = a
	switch {
	case true:
	}
	fmt.Println(x, &x, y)
}

type R struct{}

func (R) ReadByte() byte            { return 0 }
func (R) WriteTo(x int) error       { return nil }
func (R) MarshalJSON() string       { return "" }
func (R) Seek(a int, b int) int     { return 0 }
func (R) UnreadByte() int           { return 0 }
func (R) Format(x int)              {}
func (R) Is(x int) bool             { return true }
func (R) Unwrap() int               { return 0 }


func main() { loop() }
