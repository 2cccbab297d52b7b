package sync

// A Cond is a place where goroutines wait for an event, with a lock around the condition.
type Cond struct {
	noCopy noCopy

	L Locker

	notify  notifyList
	checker *Cond
}

// notifyList is shared with the runtime.
type notifyList struct {
	wait   uint32
	notify uint32
	head   *byte
	tail   *byte
}

func runtime_notifyListAdd(l *notifyList) uint32
func runtime_notifyListWait(l *notifyList, t uint32)
func runtime_notifyListNotifyAll(l *notifyList)
func runtime_notifyListNotifyOne(l *notifyList)

// NewCond returns a Cond with lock l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

func (c *Cond) check() {
	if c.checker == nil {
		c.checker = c
	}
	if c.checker != c {
		panic("sync.Cond is copied")
	}
}

// Wait unlocks c.L, waits to be woken, and locks c.L again.
func (c *Cond) Wait() {
	c.check()
	t := runtime_notifyListAdd(&c.notify)
	c.L.Unlock()
	runtime_notifyListWait(&c.notify, t)
	c.L.Lock()
}

// Signal wakes one waiter, if there is one.
func (c *Cond) Signal() {
	c.check()
	runtime_notifyListNotifyOne(&c.notify)
}

// Broadcast wakes all waiters.
func (c *Cond) Broadcast() {
	c.check()
	runtime_notifyListNotifyAll(&c.notify)
}
