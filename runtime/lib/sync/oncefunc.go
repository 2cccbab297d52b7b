package sync

// OnceFunc returns a function that calls f once; if f panics, each call panics likewise.
func OnceFunc(f func()) func() {
	var d struct {
		once  Once
		valid bool
		p     any
	}
	return func() {
		d.once.Do(func() {
			defer func() {
				d.p = recover()
				if !d.valid {
					panic(d.p)
				}
			}()
			f()
			f = nil
			d.valid = true
		})
		if !d.valid {
			panic(d.p)
		}
	}
}
