package sync

// A Once does something once.
type Once struct {
	_ noCopy

	done bool
	m    Mutex
}

// Do calls f, if this is the first call of Do, and returns when f has returned.
func (o *Once) Do(f func()) {
	if !o.done {
		o.doSlow(f)
	}
}

func (o *Once) doSlow(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if !o.done {
		defer o.finish()
		f()
	}
}

func (o *Once) finish() { o.done = true }
