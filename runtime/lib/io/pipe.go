package io

import (
	"errors"
	"sync"
)

// ErrClosedPipe says that a pipe was used after it was closed.
var ErrClosedPipe = errors.New("io: read/write on closed pipe")

// firstError keeps the first error stored.
type firstError struct {
	mu  sync.Mutex
	err error
}

func (f *firstError) store(err error) {
	f.mu.Lock()
	if f.err == nil {
		f.err = err
	}
	f.mu.Unlock()
}

func (f *firstError) load() error {
	f.mu.Lock()
	err := f.err
	f.mu.Unlock()
	return err
}

// pipe hands the writer's slice to readers, and their counts back, until it is used up.
type pipe struct {
	writing sync.Mutex // one Write at a time
	data    chan []byte
	taken   chan int
	once    sync.Once
	done    chan struct{}
	readEnd firstError // why the reader closed
	wrtEnd  firstError // why the writer closed
}

func (p *pipe) close() { close(p.done) }

func (p *pipe) ended() bool {
	select {
	case <-p.done:
		return true
	default:
		return false
	}
}

// reason returns the error for one side, where own says how that side itself was closed.
func reason(own, other *firstError) error {
	err := other.load()
	if own.load() == nil && err != nil {
		return err
	}
	return ErrClosedPipe
}

func (p *pipe) read(b []byte) (n int, err error) {
	if p.ended() {
		return 0, reason(&p.readEnd, &p.wrtEnd)
	}
	select {
	case w := <-p.data:
		n = copy(b, w)
		p.taken <- n
		return n, nil
	case <-p.done:
		return 0, reason(&p.readEnd, &p.wrtEnd)
	}
}

func (p *pipe) write(b []byte) (n int, err error) {
	if p.ended() {
		return 0, reason(&p.wrtEnd, &p.readEnd)
	}
	p.writing.Lock()
	defer p.writing.Unlock()
	// Even an empty write waits for a reader.
	for first := true; first || len(b) > 0; first = false {
		select {
		case p.data <- b:
			k := <-p.taken
			b = b[k:]
			n += k
		case <-p.done:
			return n, reason(&p.wrtEnd, &p.readEnd)
		}
	}
	return n, nil
}

// PipeReader is the read half of a pipe.
type PipeReader struct{ pipe }

// Read waits for data from the writer, or its end: EOF or the error it closed with.
func (r *PipeReader) Read(data []byte) (n int, err error) { return r.pipe.read(data) }

// Close makes writes fail with ErrClosedPipe.
func (r *PipeReader) Close() error { return r.CloseWithError(nil) }

// CloseWithError makes writes fail with err. It never changes an earlier error.
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	r.pipe.readEnd.store(err)
	r.pipe.once.Do(r.pipe.close)
	return nil
}

// PipeWriter is the write half of a pipe.
type PipeWriter struct{ r PipeReader }

// Write waits until readers have taken all of data, or the reader is closed.
func (w *PipeWriter) Write(data []byte) (n int, err error) { return w.r.pipe.write(data) }

// Close makes reads return EOF.
func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }

// CloseWithError makes reads return err, EOF for nil. It never changes an earlier error.
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	w.r.pipe.wrtEnd.store(err)
	w.r.pipe.once.Do(w.r.pipe.close)
	return nil
}

// Pipe returns the two ends of a pipe without a buffer: a write waits for reads to take it all.
func Pipe() (*PipeReader, *PipeWriter) {
	w := &PipeWriter{r: PipeReader{pipe: pipe{
		data:  make(chan []byte),
		taken: make(chan int),
		done:  make(chan struct{}),
	}}}
	return &w.r, w
}
