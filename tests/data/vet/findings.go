package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"sort"
	"strings"
	"sync"
	"time"
)

type T struct {
	A int `json:"a" xml:b`
	B int `json:"a"`
	c int `json:"c"`
	mu sync.Mutex
}

func (t T) String() string { return fmt.Sprintf("%v", t) }

func copyit(t T) T {
	u := t
	return u
}
func ret() error { return nil }

func main() {
	x := 5
	s := "s"
	fmt.Printf("%d\n", s)
	fmt.Printf("%s %d\n", s)
	fmt.Printf("%d\n", x, x)
	fmt.Printf("%z\n", x)
	fmt.Printf("%!\n")
	fmt.Printf("%")
	fmt.Println("%d", x)
	fmt.Println("hello\n")
	fmt.Printf("%[3]d\n", x)
	fmt.Printf("%*d\n", s, x)
	fmt.Printf("%.*f\n", 2.0, 1.5)
	fmt.Printf("%t\n", x)
	fmt.Printf("%s\n", 5)
	fmt.Printf("%s\n", main)
	fmt.Printf("%d\n", &x)
	fmt.Printf("%d\n", []int{1})
	fmt.Printf("%s\n", []string{"a"})
	fmt.Printf("%s\n", errors.New("x"))
	fmt.Printf("%x\n", 1.5)
	fmt.Printf("%#s\n", "x")
	fmt.Printf("%-+ d\n", "x")
	fmt.Printf("%w\n", errors.New("x"))
	fmt.Errorf("%w", 5)
	log.Printf("%d", "x")
	fmt.Sprintf("%d", 3)
	errors.New("x")
	fmt.Sprint("a")
	x = x
	if x == 1 || x == 1 {
	}
	if x != 1 || x != 2 {
	}
	if ret == nil {
	}
	var i8 int8
	_ = i8 << 8
	_ = i8 >> 9
	_ = x << 64
	strings.ToUpper("a")
	sort.Reverse(nil)
	ctx, cancel := context.WithCancel(context.Background())
	_ = ctx
	_ = cancel
	var t T
	t2 := t
	copyit(t)
	_ = t2
	for _, v := range []T{} {
		_ = v
	}
	func(m sync.Mutex) {}(t.mu)
	return
	fmt.Println("unreachable")
}

func g() int {
	for {
	}
	return 1
}
func h(ctx context.Context) {
	c2, cancel := context.WithTimeout(ctx, time.Second)
	_ = c2
	if len(os.Args) > 1 {
		return
	}
	cancel()
}
func k() {
	panic("x")
	x := 1
	_ = x
}
type E struct{}
func (E) ReadByte() byte { return 0 }
func (E) WriteTo(x int) {}
func (E) Format(x int) {}



func m(p *int) {
	_ = string(5)
	y := 65
	_ = string(y)
	
	*p = *p
	a := []int{1}
	a[0] = a[0]
	go func() { }()
	defer time.Since(time.Now())
	var wg sync.WaitGroup
	go func() { wg.Add(1) }()
	for i := 0; i < 3; i++ { go func() { _ = i }() }
	x := &T{}
	x.mu.Lock()
	switch { case true: return; fmt.Println() }
	var e error
	if e == nil {}
	_ = e.(*os.PathError) == nil
	lbl:
	for { break lbl }
	_ = fmt.Sprintf("%v")
	fmt.Printf(s2)
}
var s2 = "x"
