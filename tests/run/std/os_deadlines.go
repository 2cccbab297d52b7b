// Deadlines of pipes: past and future ones, moved and taken away, of reads and of writes.
package main

import (
	"errors"
	"fmt"
	"os"
	"time"
)

const ms = time.Millisecond

func main() {
	r, w, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	b := make([]byte, 10)

	fmt.Println(r.SetReadDeadline(time.Now().Add(-time.Second)))
	w.WriteString("early")
	n, err := r.Read(b)
	fmt.Println(n, err, errors.Is(err, os.ErrDeadlineExceeded), os.IsTimeout(err))

	r.SetReadDeadline(time.Time{})
	n, err = r.Read(b)
	fmt.Println(string(b[:n]), err)

	start := time.Now()
	r.SetDeadline(start.Add(30 * ms))
	n, err = r.Read(b)
	fmt.Println(n, err, time.Since(start) >= 30*ms)

	r.SetDeadline(time.Now().Add(time.Hour)) // another moves it while somebody waits
	go func() {
		time.Sleep(20 * ms)
		r.SetReadDeadline(time.Now().Add(20 * ms).Round(0))
	}()
	n, err = r.Read(b)
	fmt.Println(n, err)

	r.SetReadDeadline(time.Now().Add(20 * ms))
	go func() {
		r.SetReadDeadline(time.Time{})
		time.Sleep(60 * ms)
		w.WriteString("late")
	}()
	time.Sleep(40 * ms)
	n, err = r.Read(b)
	fmt.Println(string(b[:n]), err)

	much := make([]byte, 1<<20)
	w.SetWriteDeadline(time.Now().Add(300 * ms))
	n, err = w.Write(much)
	fmt.Println(n >= 1<<12, n < 1<<20, err)

	f, err := os.CreateTemp("", "deadline")
	if err != nil {
		panic(err)
	}
	defer os.Remove(f.Name())
	fmt.Println(f.SetDeadline(time.Now()), errors.Is(f.SetReadDeadline(time.Now()), os.ErrNoDeadline))
	f.Close()
	fmt.Println(f.SetDeadline(time.Now()))
	var none *os.File
	fmt.Println(none.SetDeadline(time.Now()))
	var timeout interface{ Timeout() bool } = os.ErrDeadlineExceeded.(interface{ Timeout() bool })
	fmt.Println(timeout.Timeout(), os.ErrDeadlineExceeded)

	r.SetReadDeadline(time.Now().Add(time.Hour))
	closed := make(chan error)
	r2, w2, _ := os.Pipe()
	go func() {
		_, err := r2.Read(b)
		closed <- err
	}()
	time.Sleep(10 * ms)
	r2.SetReadDeadline(time.Now().Add(time.Hour))
	r2.Close()
	fmt.Println((<-closed).(*os.PathError).Err)
	w2.Close()
}

// Output:
// <nil>
// 0 read |0: i/o timeout true true
// early <nil>
// 0 read |0: i/o timeout true
// 0 read |0: i/o timeout
// late <nil>
// true true write |1: i/o timeout
// file type does not support deadline true
// use of closed file
// invalid argument
// true i/o timeout
// file already closed
