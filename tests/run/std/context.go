// run

// Package context: cancellation, deadlines, values, causes.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key string

type stamp struct{ n int }

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	bg := context.Background()
	fmt.Println(bg, context.TODO(), bg.Err(), bg.Done() == nil)
	ctx, cancel := context.WithCancel(bg)
	v := context.WithValue(ctx, key("user"), "ann")
	v2 := context.WithValue(v, stamp{1}, 7)
	fmt.Println(v2, v2.Value(key("user")), v2.Value(stamp{1}), v2.Value("user"), v2.Value(key("none")))
	child, cancelChild := context.WithCancel(v2)
	sub, cancelSub := context.WithTimeout(child, time.Hour)
	fmt.Println(child.Err(), sub.Err())
	cancelChild()
	<-sub.Done()
	fmt.Println(child.Err(), sub.Err(), ctx.Err(), context.Cause(sub))
	cancelSub()
	cancel()
	cancel()
	<-v.Done()
	fmt.Println(v.Err(), errors.Is(v.Err(), context.Canceled))

	short, cancel := context.WithTimeout(bg, 2*time.Millisecond)
	_, has := short.Deadline()
	<-short.Done()
	fmt.Println(has, short.Err(), short.Err() == context.DeadlineExceeded)
	cancel()
	var to interface{ Timeout() bool }
	fmt.Println(errors.As(short.Err(), &to), to.Timeout())

	why := errors.New("why")
	c3, cancel3 := context.WithCancelCause(bg)
	c4, cancel4 := context.WithCancel(c3)
	cancel3(why)
	fmt.Println(c3.Err(), context.Cause(c3), c4.Err(), context.Cause(c4))
	cancel4()
	past, cancel5 := context.WithDeadlineCause(bg, time.Now().Add(-time.Second), why)
	fmt.Println(past.Err(), context.Cause(past))
	cancel5()

	free := context.WithoutCancel(v)
	fmt.Println(free.Err(), free.Done() == nil, free.Value(key("user")), free)

	c6, cancel6 := context.WithCancel(bg)
	ran := make(chan bool)
	context.AfterFunc(c6, func() { ran <- true })
	stop := context.AfterFunc(c6, func() { fmt.Println("must not run") })
	fmt.Println(stop(), stop())
	cancel6()
	fmt.Println(<-ran)

	results := make(chan string)
	work, done := context.WithCancel(bg)
	for i := 0; i < 3; i++ {
		go func() {
			<-work.Done()
			results <- work.Err().Error()
		}()
	}
	done()
	for i := 0; i < 3; i++ {
		fmt.Println(<-results)
	}
	try("nil parent:", func() { context.WithCancel(nil) })
	try("nil key:", func() { context.WithValue(bg, nil, 1) })
	try("bad key:", func() { context.WithValue(bg, []int{1}, 1) })
}

// Output:
// context.Background context.TODO <nil> true
// context.Background.WithCancel.WithValue(main.key, ann).WithValue(main.stamp, int) ann 7 <nil> <nil>
// <nil> <nil>
// context canceled context canceled <nil> context canceled
// context canceled true
// true context deadline exceeded true
// true true
// context canceled why context canceled why
// context deadline exceeded why
// <nil> true ann context.Background.WithCancel.WithValue(main.key, ann).WithoutCancel
// true false
// true
// context canceled
// context canceled
// context canceled
// nil parent: cannot create context from nil parent
// nil key: nil key
// bad key: key is not comparable
