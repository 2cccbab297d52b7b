// Labels of goroutines: sets of them, who inherits them, and how profiles and traces show them.
package main

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"runtime/pprof"
	"sort"
	"strings"
)

func show(what string, debug int) {
	var b bytes.Buffer
	pprof.Lookup("goroutine").WriteTo(&b, debug)
	fmt.Println("==", what, debug)
	var lines []string
	for _, l := range strings.Split(b.String(), "\n") {
		switch {
		case strings.Contains(l, " @ "):
			lines = append(lines, l[:strings.Index(l, " @ ")])
		case strings.HasPrefix(l, "# labels"), strings.HasPrefix(l, "goroutine profile"):
			lines = append(lines, l)
		case strings.HasPrefix(l, "goroutine "):
			lines = append(lines, l[:10]+l[strings.Index(l, "["):])
		}
	}
	if debug == 1 {
		sort.Strings(lines) // equal counts stand in the order of their pcs
	}
	fmt.Println(strings.Join(lines, "\n"))
}

func wait(c chan bool) { <-c }

func main() {
	bg := context.Background()
	c := make(chan bool)
	show("none", 1)
	pprof.Do(bg, pprof.Labels("a", "1", "b", "x y", "a", "2"), func(ctx context.Context) {
		show("do", 1)
		show("do", 2)
		go wait(c)
		go wait(c)
		runtime.Gosched()
		fmt.Println(pprof.Label(ctx, "a"))
		fmt.Println(pprof.Label(ctx, "z"))
		pprof.ForLabels(ctx, func(k, v string) bool { fmt.Println(k, v); return true })
		pprof.ForLabels(ctx, func(k, v string) bool { fmt.Println(k, v); return false })
		pprof.Do(ctx, pprof.Labels("0", "é\x00\x7f\xff\U0001F600\"\\\n\t\r", "b", "/._Z9", "zz", ""), func(ctx context.Context) {
			go wait(c)
			runtime.Gosched()
			show("inner", 1)
			show("inner", 2)
			fmt.Println(ctx)
			runtime.GC()
			show("inner", 2)
		})
		show("outer", 2)
		pprof.SetGoroutineLabels(bg)
		show("unset", 1)
		show("unset", 2)
	})
	fmt.Println(pprof.Labels("q", "1", "p", "2"), pprof.Labels())
	fmt.Println(pprof.WithLabels(bg, pprof.Labels()), pprof.WithLabels(bg, pprof.Labels("b", "2", "a", "1")))
	pprof.Do(bg, pprof.Labels(), func(context.Context) { show("empty", 1); show("empty", 2) })
	func() {
		defer func() { fmt.Println(recover()) }()
		pprof.Labels("odd")
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		runtime.CPUProfile()
	}()
	close(c)
	runtime.Gosched()
	show("end", 1)
}

// Output:
// == none 1
// 1
// goroutine profile: total 1
// == do 1
// # labels: {"a":"2", "b":"x y"}
// 1
// goroutine profile: total 1
// == do 2
// goroutine [running] {a: 2, b: "x y"}:
// 2 true
//  false
// a 2
// b x y
// a 2
// == inner 1
// # labels: {"0":"é\x00\x7f\xff😀\"\\\n\t\r", "a":"2", "b":"/._Z9", "zz":""}
// # labels: {"0":"é\x00\x7f\xff😀\"\\\n\t\r", "a":"2", "b":"/._Z9", "zz":""}
// # labels: {"a":"2", "b":"x y"}
// 1
// 1
// 2
// goroutine profile: total 4
// == inner 2
// goroutine [running] {0: "\u00e9\x00\u007f\xff\U0001f600\"\\\n\t\r", a: 2, b: /._Z9, zz: }:
// goroutine [chan receive] {a: 2, b: "x y"}:
// goroutine [chan receive] {a: 2, b: "x y"}:
// goroutine [chan receive] {0: "\u00e9\x00\u007f\xff\U0001f600\"\\\n\t\r", a: 2, b: /._Z9, zz: }:
// context.Background.WithValue(pprof.labelContextKey, {"a":"2", "b":"x y"}).WithValue(pprof.labelContextKey, {"0":"é\x00\x7f\xff😀\"\\\n\t\r", "a":"2", "b":"/._Z9", "zz":""})
// == inner 2
// goroutine [running] {0: "\u00e9\x00\u007f\xff\U0001f600\"\\\n\t\r", a: 2, b: /._Z9, zz: }:
// goroutine [chan receive] {a: 2, b: "x y"}:
// goroutine [chan receive] {a: 2, b: "x y"}:
// goroutine [chan receive] {0: "\u00e9\x00\u007f\xff\U0001f600\"\\\n\t\r", a: 2, b: /._Z9, zz: }:
// == outer 2
// goroutine [running] {a: 2, b: "x y"}:
// goroutine [chan receive] {a: 2, b: "x y"}:
// goroutine [chan receive] {a: 2, b: "x y"}:
// goroutine [chan receive] {0: "\u00e9\x00\u007f\xff\U0001f600\"\\\n\t\r", a: 2, b: /._Z9, zz: }:
// == unset 1
// # labels: {"0":"é\x00\x7f\xff😀\"\\\n\t\r", "a":"2", "b":"/._Z9", "zz":""}
// # labels: {"a":"2", "b":"x y"}
// 1
// 1
// 2
// goroutine profile: total 4
// == unset 2
// goroutine [running]:
// goroutine [chan receive] {a: 2, b: "x y"}:
// goroutine [chan receive] {a: 2, b: "x y"}:
// goroutine [chan receive] {0: "\u00e9\x00\u007f\xff\U0001f600\"\\\n\t\r", a: 2, b: /._Z9, zz: }:
// {[{p 2} {q 1}]} {[]}
// context.Background.WithValue(pprof.labelContextKey, {}) context.Background.WithValue(pprof.labelContextKey, {"a":"1", "b":"2"})
// == empty 1
// # labels: {"0":"é\x00\x7f\xff😀\"\\\n\t\r", "a":"2", "b":"/._Z9", "zz":""}
// # labels: {"a":"2", "b":"x y"}
// # labels: {}
// 1
// 1
// 2
// goroutine profile: total 4
// == empty 2
// goroutine [running]:
// goroutine [chan receive] {a: 2, b: "x y"}:
// goroutine [chan receive] {a: 2, b: "x y"}:
// goroutine [chan receive] {0: "\u00e9\x00\u007f\xff\U0001f600\"\\\n\t\r", a: 2, b: /._Z9, zz: }:
// uneven number of arguments to pprof.Labels
// CPUProfile no longer available
// == end 1
// 1
// goroutine profile: total 1
