package sync

// A Pool keeps values for reuse. Every collection may empty it: what was put in before the
// last collection but one is gone.
type Pool struct {
	noCopy noCopy

	items  []any
	victim []any
	epoch  uint32

	// New, if set, makes a value when the pool is empty.
	New func() any
}

// runtime_gcEpoch counts the collections so far.
func runtime_gcEpoch() uint32

// age drops what is older than two collections, of which there have been e.
func (p *Pool) age(e uint32) {
	if e == p.epoch+1 {
		p.victim = p.items
	} else {
		p.victim = nil
	}
	p.items = nil
	p.epoch = e
}

// Put adds x to the pool.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	if e := runtime_gcEpoch(); e != p.epoch {
		p.age(e)
	}
	p.items = append(p.items, x)
}

// Get takes a value from the pool, or makes one with New; it answers nil without either.
func (p *Pool) Get() any {
	if e := runtime_gcEpoch(); e != p.epoch {
		p.age(e)
	}
	x := take(&p.items)
	if x == nil {
		x = take(&p.victim)
	}
	if x == nil && p.New != nil {
		x = p.New()
	}
	return x
}

func take(s *[]any) any {
	n := len(*s) - 1
	if n < 0 {
		return nil
	}
	x := (*s)[n]
	(*s)[n] = nil
	*s = (*s)[:n]
	return x
}
