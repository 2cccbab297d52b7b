package bufio

import (
	"errors"
	"internal/bytealg"
	"internal/unicode"
	"io"
	"unicode/utf8"
)

// SplitFunc finds the first token in data, and says how far to advance. Without a token it
// asks for more data, unless atEOF says there is none. ErrFinalToken ends the scan with the
// token given, any other error ends it without.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

var (
	ErrTooLong         = errors.New("bufio.Scanner: token too long")
	ErrNegativeAdvance = errors.New("bufio.Scanner: SplitFunc returns negative advance count")
	ErrAdvanceTooFar   = errors.New("bufio.Scanner: SplitFunc returns advance count beyond input")
	ErrBadReadCount    = errors.New("bufio.Scanner: Read returned impossible count")
)

// ErrFinalToken is what a SplitFunc returns with the last token, or nil, to end the scan.
var ErrFinalToken = errors.New("final token")

// MaxScanTokenSize is the largest buffer of a Scanner, unless Buffer says otherwise.
const MaxScanTokenSize = 64 * 1024

const maxInt = int(^uint(0) >> 1)

// Scanner cuts input into tokens, lines by default.
type Scanner struct {
	r          io.Reader
	split      SplitFunc
	most       int // the largest size of buf
	token      []byte
	buf        []byte
	start, end int // what was read ahead is buf[start:end]
	err        error
	empties    int  // empty tokens in a row that took no input
	called     bool // Scan was called
	done       bool
}

// NewScanner returns a scanner of the lines of r.
func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, split: ScanLines, most: MaxScanTokenSize}
}

// Buffer sets the buffer to begin with, and the size to which it may grow.
func (s *Scanner) Buffer(buf []byte, max int) {
	if s.called {
		panic("Buffer called after Scan")
	}
	s.buf = buf[:cap(buf)]
	s.most = max
}

// Split sets the function that finds the tokens.
func (s *Scanner) Split(split SplitFunc) {
	if s.called {
		panic("Split called after Scan")
	}
	s.split = split
}

// Err returns the first error, nil for io.EOF.
func (s *Scanner) Err() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

// Bytes returns the token, valid until the next Scan.
func (s *Scanner) Bytes() []byte { return s.token }

// Text returns the token as a string.
func (s *Scanner) Text() string { return string(s.token) }

// fail notes an error, unless there was one before.
func (s *Scanner) fail(err error) {
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
}

// Scan advances to the next token, and reports whether there is one.
func (s *Scanner) Scan() bool {
	if s.done {
		return false
	}
	s.called = true
	for {
		if s.end > s.start || s.err != nil {
			advance, token, err := s.split(s.buf[s.start:s.end], s.err != nil)
			if err != nil {
				if err == ErrFinalToken {
					s.token = token
					s.done = true
					return token != nil
				}
				s.fail(err)
				return false
			}
			if advance < 0 {
				s.fail(ErrNegativeAdvance)
				return false
			}
			if advance > s.end-s.start {
				s.fail(ErrAdvanceTooFar)
				return false
			}
			s.start += advance
			s.token = token
			if token != nil {
				if s.err == nil || advance > 0 {
					s.empties = 0
				} else if s.empties++; s.empties > mostEmpty {
					panic("bufio.Scan: too many empty tokens without progressing")
				}
				return true
			}
		}
		if s.err != nil {
			s.start, s.end = 0, 0
			return false
		}
		if !s.makeRoom() {
			return false
		}
		for i := 0; ; i++ {
			n, err := s.r.Read(s.buf[s.end:len(s.buf)])
			if n < 0 || n > len(s.buf)-s.end {
				s.fail(ErrBadReadCount)
				break
			}
			s.end += n
			if err != nil {
				s.fail(err)
				break
			}
			if n > 0 {
				s.empties = 0
				break
			}
			if i == mostEmpty {
				s.fail(io.ErrNoProgress)
				break
			}
		}
	}
}

// makeRoom makes room in the buffer, and reports whether there was any to be had.
func (s *Scanner) makeRoom() bool {
	if s.start > 0 && (s.end == len(s.buf) || s.start > len(s.buf)/2) {
		copy(s.buf, s.buf[s.start:s.end])
		s.end -= s.start
		s.start = 0
	}
	if s.end == len(s.buf) {
		size := len(s.buf)
		if size >= s.most || size > maxInt/2 {
			s.fail(ErrTooLong)
			return false
		}
		size *= 2
		if size == 0 {
			size = defaultSize
		}
		if size > s.most {
			size = s.most
		}
		buf := make([]byte, size)
		copy(buf, s.buf[s.start:s.end])
		s.buf = buf
		s.end -= s.start
		s.start = 0
	}
	return true
}

// ScanBytes makes each byte a token.
func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

// badRune is the token for an invalid byte.
var badRune = []byte("\uFFFD")

// ScanRunes makes each rune a token, an invalid byte U+FFFD.
func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	if data[0] < utf8.RuneSelf {
		return 1, data[:1], nil
	}
	if _, width := utf8.DecodeRune(data); width > 1 {
		return width, data[:width], nil
	}
	if !atEOF && !utf8.FullRune(data) {
		return 0, nil, nil
	}
	return 1, badRune, nil
}

// withoutCR drops a carriage return from the end of a line.
func withoutCR(line []byte) []byte {
	if n := len(line); n > 0 && line[n-1] == '\r' {
		return line[:n-1]
	}
	return line
}

// ScanLines makes each line a token, without its end: a line feed, perhaps after a carriage
// return. The last line need not have one.
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if i := bytealg.IndexByte(data, '\n'); i >= 0 {
		return i + 1, withoutCR(data[:i]), nil
	}
	if atEOF && len(data) > 0 {
		return len(data), withoutCR(data), nil
	}
	return 0, nil, nil
}

// spaceAt reports whether a space is at data[i], and the width of the rune there.
func spaceAt(data []byte, i int) (space bool, width int) {
	if c := data[i]; c < utf8.RuneSelf {
		return c == ' ' || c-'\t' < 5, 1
	}
	r, width := utf8.DecodeRune(data[i:])
	return unicode.IsSpace(r), width
}

// ScanWords makes each word between white space a token.
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start := 0
	for start < len(data) {
		space, width := spaceAt(data, start)
		if !space {
			break
		}
		start += width
	}
	for i := start; i < len(data); {
		c := data[i]
		if c > ' ' && c < utf8.RuneSelf {
			i++
			continue
		}
		space, width := spaceAt(data, i)
		if space {
			return i + width, data[start:i], nil
		}
		i += width
	}
	if atEOF && len(data) > start {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}
