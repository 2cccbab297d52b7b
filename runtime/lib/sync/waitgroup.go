package sync

// A WaitGroup waits for a number of tasks to end.
type WaitGroup struct {
	noCopy noCopy

	counter int32
	waiters uint32
	sema    uint32
}

// Add adds delta, which may be negative, to the number of tasks.
func (wg *WaitGroup) Add(delta int) {
	wg.counter += int32(delta)
	if wg.counter < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if wg.waiters != 0 && delta > 0 && wg.counter == int32(delta) {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	if wg.counter > 0 {
		return
	}
	for ; wg.waiters != 0; wg.waiters-- {
		runtime_Semrelease(&wg.sema, false, 0)
	}
}

// Done is Add(-1).
func (wg *WaitGroup) Done() { wg.Add(-1) }

// Wait waits until the number of tasks is zero.
func (wg *WaitGroup) Wait() {
	if wg.counter == 0 {
		return
	}
	wg.waiters++
	runtime_SemacquireWaitGroup(&wg.sema)
}

// Go calls f in a new goroutine that counts as a task.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
