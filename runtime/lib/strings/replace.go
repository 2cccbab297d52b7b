package strings

import "io"

// Replacer replaces several strings at once. At each position the first pair whose old string
// matches wins; replacements do not overlap.
type Replacer struct {
	old, new []string
	empty    int          // the pair that replaces the empty string, or -1
	first    [256][]int32 // for each byte the pairs whose old strings start with it, in order
}

// NewReplacer returns a Replacer from pairs of old and new strings.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	r := &Replacer{empty: -1}
	for i := 0; i < len(oldnew); i += 2 {
		pair := len(r.old)
		old := oldnew[i]
		r.old = append(r.old, old)
		r.new = append(r.new, oldnew[i+1])
		if old == "" {
			if r.empty < 0 {
				r.empty = pair
			}
		} else {
			r.first[old[0]] = append(r.first[old[0]], int32(pair))
		}
	}
	return r
}

// match returns the pair that matches at s[i:], or -1.
func (r *Replacer) match(s string, i int, allowEmpty bool) int {
	if i < len(s) {
		for _, p := range r.first[s[i]] {
			if allowEmpty && r.empty >= 0 && r.empty < int(p) {
				break
			}
			if old := r.old[p]; len(s)-i >= len(old) && s[i:i+len(old)] == old {
				return int(p)
			}
		}
	}
	if allowEmpty {
		return r.empty
	}
	return -1
}

// next finds the first match at or after i: its position and pair, or pair -1.
func (r *Replacer) next(s string, i int, allowEmpty bool) (at, pair int) {
	for ; i <= len(s); i++ {
		if r.empty < 0 && (i == len(s) || len(r.first[s[i]]) == 0) {
			continue
		}
		if p := r.match(s, i, allowEmpty); p >= 0 {
			return i, p
		}
		allowEmpty = true
	}
	return len(s), -1
}

// Replace returns s with all replacements made.
func (r *Replacer) Replace(s string) string {
	at, pair := r.next(s, 0, true)
	if pair < 0 {
		return s
	}
	var b []byte
	last := 0
	for pair >= 0 {
		b = append(b, s[last:at]...)
		b = append(b, r.new[pair]...)
		last = at + len(r.old[pair])
		// After an empty match only something longer may match at the same place.
		at, pair = r.next(s, last, last > at)
	}
	b = append(b, s[last:]...)
	return textOf(b)
}

// WriteString writes s to w with all replacements made.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	last := 0
	at, pair := r.next(s, 0, true)
	for pair >= 0 {
		for _, piece := range [2]string{s[last:at], r.new[pair]} {
			if piece != "" {
				k, err := io.WriteString(w, piece)
				n += k
				if err != nil {
					return n, err
				}
			}
		}
		last = at + len(r.old[pair])
		at, pair = r.next(s, last, last > at)
	}
	if last < len(s) {
		k, err := io.WriteString(w, s[last:])
		return n + k, err
	}
	return n, nil
}
