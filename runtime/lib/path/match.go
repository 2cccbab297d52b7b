package path

import (
	"errors"
	"unicode/utf8"
)

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = errors.New("syntax error in pattern")

// Match reports whether name as a whole matches the pattern, in which * stands for any
// characters but slashes, ? for one, [a-z] or [^a-z] for one of a class, and \ takes the next
// character as it is.
func Match(pattern, name string) (matched bool, err error) {
	if !valid(pattern) {
		return false, ErrBadPattern
	}
	p, n := 0, 0
	star, from := -1, 0 // the last star seen, and where what follows it was tried
	for p < len(pattern) || n < len(name) {
		if p < len(pattern) && pattern[p] == '*' {
			for p < len(pattern) && pattern[p] == '*' {
				p++
			}
			star, from = p, n
			continue
		}
		if p < len(pattern) && n < len(name) {
			if p2, n2, ok := matchOne(pattern, name, p, n); ok {
				p, n = p2, n2
				continue
			}
		}
		// Let the last star take one more byte.
		if star < 0 || from >= len(name) || name[from] == '/' {
			return false, nil
		}
		from++
		p, n = star, from
	}
	return true, nil
}

// matchOne matches the pattern's element at p with the character at n, and returns where both
// go on. The pattern is valid.
func matchOne(pattern, name string, p, n int) (int, int, bool) {
	switch pattern[p] {
	case '?':
		_, width := utf8.DecodeRuneInString(name[n:])
		return p + 1, n + width, name[n] != '/'
	case '[':
		r, width := utf8.DecodeRuneInString(name[n:])
		p++
		negated := pattern[p] == '^'
		if negated {
			p++
		}
		found := false
		for first := true; first || pattern[p] != ']'; first = false {
			lo, next := classRune(pattern, p)
			hi := lo
			if pattern[next] == '-' {
				hi, next = classRune(pattern, next+1)
			}
			p = next
			found = found || lo <= r && r <= hi
		}
		return p + 1, n + width, found != negated
	case '\\':
		p++
	}
	return p + 1, n + 1, pattern[p] == name[n]
}

// classRune reads a character of a class and returns where the next begins; -1 if it is
// malformed, or the pattern ends with it.
func classRune(pattern string, p int) (rune, int) {
	if p >= len(pattern) || pattern[p] == '-' || pattern[p] == ']' {
		return 0, -1
	}
	if pattern[p] == '\\' {
		p++
	}
	r, width := utf8.DecodeRuneInString(pattern[p:])
	if r == utf8.RuneError && width <= 1 || p+width >= len(pattern) {
		return 0, -1
	}
	return r, p + width
}

// valid reports whether the pattern is well-formed.
func valid(pattern string) bool {
	for p := 0; p < len(pattern); p++ {
		switch pattern[p] {
		case '\\':
			if p++; p == len(pattern) {
				return false
			}
		case '[':
			p++
			if p < len(pattern) && pattern[p] == '^' {
				p++
			}
			for first := true; first || pattern[p] != ']'; first = false {
				if _, p = classRune(pattern, p); p < 0 {
					return false
				}
				if pattern[p] == '-' {
					if _, p = classRune(pattern, p+1); p < 0 {
						return false
					}
				}
			}
		}
	}
	return true
}
