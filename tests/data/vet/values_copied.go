package main

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)


type A struct{ sync.WaitGroup }

func f(a sync.WaitGroup, b sync.Once, c sync.Cond, d sync.Pool, e sync.Map, f sync.RWMutex, g atomic.Int64, h atomic.Value, i atomic.Bool, j strings.Builder, k bytes.Buffer, l sync.Locker, m A, n [2]A, o *A, p []A, q atomic.Uintptr, r atomic.Uint32) {
}

func main() {
	fmt.Println(time.Parse("2006-02-01", "x"))
}
