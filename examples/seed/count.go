// How often does a goroutine that looks at its own stack see something else? Each of 18,060 goroutines descends to
// another depth, so that the stack is about to grow at each possible place, and asks for its own stack there; the answer
// is known: so many calls of descend, then start.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
)

const (
	rounds = 60
	depths = 301
)

// descend goes n frames deeper and looks around there.
//
//go:noinline
func descend(n int, look func() int) int {
	var local [3]int
	local[n%3] = n
	if n == 0 {
		return look()
	}
	return descend(n-1, look) + local[n%3] - n
}

//go:noinline
func start(depth int, look func() int, result chan int) { result <- descend(depth, look) }

// callers counts the frames of descend that runtime.Callers finds.
func callers() int {
	var pcs [512]uintptr
	n := runtime.Callers(0, pcs[:])
	count := 0
	for _, pc := range pcs[:n] {
		if f := runtime.FuncForPC(pc - 1); f != nil && f.Name() == "main.descend" {
			count++
		}
	}
	return count
}

// stack counts the frames of descend that runtime.Stack prints; it prints the first 50 and the last 50.
func stack() int {
	buf := make([]byte, 1<<16)
	text := string(buf[:runtime.Stack(buf, false)])
	count := strings.Count(text, "main.descend(")
	if i := strings.Index(text, " frames elided..."); i >= 0 {
		elided := 0
		fmt.Sscanf(text[strings.LastIndex(text[:i], "...")+3:], "%d", &elided)
		count += elided
	}
	return count
}

func main() {
	look, name := callers, "Callers"
	if len(os.Args) > 1 && os.Args[1] == "stack" {
		look, name = stack, "Stack"
	}
	wrong := 0
	result := make(chan int)
	for r := 0; r < rounds; r++ {
		for d := 0; d < depths; d++ {
			go start(d, look, result)
			if <-result != d+1 {
				wrong++
			}
		}
	}
	fmt.Printf("%d calls of %s, %d wrong answers\n", rounds*depths, name, wrong)
}
