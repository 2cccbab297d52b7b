// Package context carries deadlines, cancellations and values through calls and goroutines.
package context

import (
	"errors"
	"internal/reflectlite"
	"sync"
	"time"
)

// Context says how long work may go on, and holds values for it.
type Context interface {
	Deadline() (deadline time.Time, ok bool)
	Done() <-chan struct{} // closed when the work should stop; nil if that never happens
	Err() error            // why Done is closed, nil before
	Value(key any) any
}

// Canceled is the Err of a context that was cancelled.
var Canceled = errors.New("context canceled")

// DeadlineExceeded is the Err of a context whose deadline passed.
var DeadlineExceeded error = deadlineExceededError{}

type deadlineExceededError struct{}

func (deadlineExceededError) Error() string   { return "context deadline exceeded" }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Temporary() bool { return true }

// CancelFunc tells the work to stop. Calls after the first do nothing.
type CancelFunc func()

// CancelCauseFunc is a CancelFunc that says why.
type CancelCauseFunc func(cause error)

// emptyCtx is never cancelled and has no values.
type emptyCtx struct{}

func (emptyCtx) Deadline() (deadline time.Time, ok bool) { return }
func (emptyCtx) Done() <-chan struct{}                   { return nil }
func (emptyCtx) Err() error                              { return nil }
func (emptyCtx) Value(key any) any                       { return nil }

type backgroundCtx struct{ emptyCtx }

func (backgroundCtx) String() string { return "context.Background" }

type todoCtx struct{ emptyCtx }

func (todoCtx) String() string { return "context.TODO" }

// Background returns the root of all contexts.
func Background() Context { return backgroundCtx{} }

// TODO is Background where it is not clear yet which context to use.
func TODO() Context { return todoCtx{} }

// name describes a context.
func name(c Context) string {
	if s, ok := c.(interface{ String() string }); ok {
		return s.String()
	}
	return reflectlite.TypeString(c)
}

// canceler is a context that its parent can cancel.
type canceler interface {
	cancel(fromParent bool, err, cause error)
	Done() <-chan struct{}
}

// selfKey is the key for which a cancelCtx returns itself as value.
var selfKey int

// cancelCtx can be cancelled, and cancels its children with it.
type cancelCtx struct {
	Context // the parent

	mu       sync.Mutex
	done     chan struct{} // made when first asked for
	children map[canceler]struct{}
	err      error
	cause    error
}

// closed is the done channel of contexts that were cancelled before it was asked for.
var closed = make(chan struct{})

func init() { close(closed) }

func (c *cancelCtx) Value(key any) any {
	if key == &selfKey {
		return c
	}
	return value(c.Context, key)
}

func (c *cancelCtx) Done() <-chan struct{} {
	c.mu.Lock()
	if c.done == nil {
		c.done = make(chan struct{})
	}
	d := c.done
	c.mu.Unlock()
	return d
}

func (c *cancelCtx) Err() error {
	c.mu.Lock()
	err := c.err
	c.mu.Unlock()
	return err
}

func (c *cancelCtx) String() string { return name(c.Context) + ".WithCancel" }

func (c *cancelCtx) cancel(fromParent bool, err, cause error) { c.stop(c, fromParent, err, cause) }

// stop ends c, which self contains, and its children.
func (c *cancelCtx) stop(self canceler, fromParent bool, err, cause error) {
	if cause == nil {
		cause = err
	}
	c.mu.Lock()
	if c.err != nil {
		c.mu.Unlock()
		return
	}
	c.err = err
	c.cause = cause
	if c.done == nil {
		c.done = closed
	} else {
		close(c.done)
	}
	for child := range c.children {
		child.cancel(true, err, cause)
	}
	c.children = nil
	c.mu.Unlock()
	if !fromParent {
		leave(c.Context, self)
	}
}

// afterFuncer is a foreign context that can call a function when it is done.
type afterFuncer interface {
	AfterFunc(func()) func() bool
}

// stopCtx remembers how to leave a foreign parent.
type stopCtx struct {
	Context
	stop func() bool
}

// join makes child end when parent does. c is the cancelCtx that child contains.
func (c *cancelCtx) join(parent Context, child canceler) {
	c.Context = parent
	done := parent.Done()
	if done == nil {
		return
	}
	select {
	case <-done:
		child.cancel(true, parent.Err(), Cause(parent))
		return
	default:
	}
	if p, ok := ancestor(parent); ok {
		p.mu.Lock()
		if p.err != nil {
			err, cause := p.err, p.cause
			p.mu.Unlock()
			child.cancel(true, err, cause)
			return
		}
		if p.children == nil {
			p.children = make(map[canceler]struct{})
		}
		p.children[child] = struct{}{}
		p.mu.Unlock()
		return
	}
	if a, ok := parent.(afterFuncer); ok {
		c.mu.Lock()
		stop := a.AfterFunc(func() { child.cancel(true, parent.Err(), Cause(parent)) })
		c.Context = stopCtx{parent, stop}
		c.mu.Unlock()
		return
	}
	go func() {
		select {
		case <-done:
			child.cancel(true, parent.Err(), Cause(parent))
		case <-child.Done():
		}
	}()
}

// ancestor returns the cancelCtx that ends parent, unless a foreign context between them has
// a Done channel of its own.
func ancestor(parent Context) (*cancelCtx, bool) {
	done := parent.Done()
	if done == closed || done == nil {
		return nil, false
	}
	p, ok := parent.Value(&selfKey).(*cancelCtx)
	if !ok {
		return nil, false
	}
	p.mu.Lock()
	same := p.done == done
	p.mu.Unlock()
	return p, same
}

// leave undoes join.
func leave(parent Context, child canceler) {
	if s, ok := parent.(stopCtx); ok {
		s.stop()
		return
	}
	if p, ok := ancestor(parent); ok {
		p.mu.Lock()
		delete(p.children, child)
		p.mu.Unlock()
	}
}

func newCancel(parent Context) *cancelCtx {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	c := &cancelCtx{}
	c.join(parent, c)
	return c
}

// WithCancel returns a context that ends when cancel is called or parent ends.
func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := newCancel(parent)
	return c, func() { c.cancel(false, Canceled, nil) }
}

// WithCancelCause is WithCancel with a cause for Cause to return.
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := newCancel(parent)
	return c, func(cause error) { c.cancel(false, Canceled, cause) }
}

// Cause returns why c ended: the cause given, or c.Err().
func Cause(c Context) error {
	p, ok := c.Value(&selfKey).(*cancelCtx)
	if !ok {
		return c.Err()
	}
	p.mu.Lock()
	cause := p.cause
	p.mu.Unlock()
	if cause != nil {
		return cause
	}
	return c.Err()
}

// timerCtx is a cancelCtx with a deadline.
type timerCtx struct {
	cancelCtx
	timer    *time.Timer // guarded by mu
	deadline time.Time
}

func (c *timerCtx) Deadline() (deadline time.Time, ok bool) { return c.deadline, true }

func (c *timerCtx) String() string {
	return name(c.cancelCtx.Context) + ".WithDeadline(" + c.deadline.String() + " [" + time.Until(c.deadline).String() + "])"
}

func (c *timerCtx) cancel(fromParent bool, err, cause error) {
	c.cancelCtx.stop(c, fromParent, err, cause)
	c.mu.Lock()
	if c.timer != nil {
		c.timer.Stop()
		c.timer = nil
	}
	c.mu.Unlock()
}

// WithDeadline returns a context that ends at d, when cancel is called, or when parent ends.
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}

// WithDeadlineCause is WithDeadline with a cause for Cause to return after the deadline.
func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if earlier, ok := parent.Deadline(); ok && earlier.Before(d) {
		return WithCancel(parent)
	}
	c := &timerCtx{deadline: d}
	c.join(parent, c)
	left := time.Until(d)
	if left <= 0 {
		c.cancel(false, DeadlineExceeded, cause)
		return c, func() { c.cancel(false, Canceled, nil) }
	}
	c.mu.Lock()
	if c.err == nil {
		c.timer = time.AfterFunc(left, func() { c.cancel(false, DeadlineExceeded, cause) })
	}
	c.mu.Unlock()
	return c, func() { c.cancel(false, Canceled, nil) }
}

// WithTimeout is WithDeadline for a time from now.
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return WithDeadline(parent, time.Now().Add(timeout))
}

// WithTimeoutCause is WithDeadlineCause for a time from now.
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return WithDeadlineCause(parent, time.Now().Add(timeout), cause)
}

// afterFuncCtx runs a function when it is cancelled.
type afterFuncCtx struct {
	cancelCtx
	once sync.Once
	f    func()
}

func (a *afterFuncCtx) cancel(fromParent bool, err, cause error) {
	a.cancelCtx.stop(a, fromParent, err, cause)
	a.once.Do(func() { go a.f() })
}

// AfterFunc calls f in a goroutine of its own when ctx is done. stop prevents that, and
// reports whether it did.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{f: f}
	a.join(ctx, a)
	return func() bool {
		stopped := false
		a.once.Do(func() { stopped = true })
		if stopped {
			a.cancel(false, Canceled, nil)
		}
		return stopped
	}
}

// withoutCancelCtx keeps the values of a context.
type withoutCancelCtx struct{ c Context }

func (withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return }
func (withoutCancelCtx) Done() <-chan struct{}                   { return nil }
func (withoutCancelCtx) Err() error                              { return nil }
func (c withoutCancelCtx) Value(key any) any                     { return value(c, key) }
func (c withoutCancelCtx) String() string                        { return name(c.c) + ".WithoutCancel" }

// WithoutCancel returns a context with the values of parent that does not end with it.
func WithoutCancel(parent Context) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	return withoutCancelCtx{parent}
}

// valueCtx holds one value.
type valueCtx struct {
	Context
	key, val any
}

// WithValue returns a context in which key has the value val. Keys must be comparable.
func WithValue(parent Context, key, val any) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if key == nil {
		panic("nil key")
	}
	if !reflectlite.Comparable(key) {
		panic("key is not comparable")
	}
	return &valueCtx{parent, key, val}
}

// describe shows a key or value without formatting what it holds.
func describe(v any) string {
	switch s := v.(type) {
	case interface{ String() string }:
		return s.String()
	case string:
		return s
	case nil:
		return "<nil>"
	}
	return reflectlite.TypeString(v)
}

func (c *valueCtx) String() string {
	return name(c.Context) + ".WithValue(" + describe(c.key) + ", " + describe(c.val) + ")"
}

func (c *valueCtx) Value(key any) any {
	if c.key == key {
		return c.val
	}
	return value(c.Context, key)
}

// value looks key up in c and its parents, in a loop for the contexts of this package.
func value(c Context, key any) any {
	for {
		switch ctx := c.(type) {
		case *valueCtx:
			if key == ctx.key {
				return ctx.val
			}
			c = ctx.Context
		case *cancelCtx:
			if key == &selfKey {
				return ctx
			}
			c = ctx.Context
		case *timerCtx:
			if key == &selfKey {
				return &ctx.cancelCtx
			}
			c = ctx.Context
		case withoutCancelCtx:
			if key == &selfKey {
				return nil // it does not end with its parents
			}
			c = ctx.c
		case backgroundCtx, todoCtx:
			return nil
		default:
			return c.Value(key)
		}
	}
}
