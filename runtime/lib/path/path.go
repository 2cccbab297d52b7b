// Package path works on paths whose parts are separated by slashes, such as those of URLs.
package path

// lazyBuf collects a result that is mostly a prefix of s: memory is taken at the first difference.
type lazyBuf struct {
	s   string
	buf []byte
	n   int
}

func (b *lazyBuf) at(i int) byte {
	if b.buf != nil {
		return b.buf[i]
	}
	return b.s[i]
}

func (b *lazyBuf) add(c byte) {
	if b.buf == nil {
		if b.n < len(b.s) && b.s[b.n] == c {
			b.n++
			return
		}
		b.buf = make([]byte, len(b.s))
		copy(b.buf, b.s[:b.n])
	}
	b.buf[b.n] = c
	b.n++
}

// Clean returns the shortest path that means the same: without double slashes, "." parts,
// and ".." parts that can be resolved. The empty path is ".".
func Clean(path string) string {
	n := len(path)
	if n == 0 {
		return "."
	}
	rooted := path[0] == '/'
	out := lazyBuf{s: path}
	i, floor := 0, 0 // ".." cannot go back beyond floor
	if rooted {
		out.add('/')
		i, floor = 1, 1
	}
	for i < n {
		end := i
		for end < n && path[end] != '/' {
			end++
		}
		part := path[i:end]
		i = end + 1
		switch part {
		case "", ".":
		case "..":
			if out.n > floor {
				out.n--
				for out.n > floor && out.at(out.n) != '/' {
					out.n--
				}
			} else if !rooted {
				if out.n > 0 {
					out.add('/')
				}
				out.add('.')
				out.add('.')
				floor = out.n
			}
		default:
			if rooted && out.n != 1 || !rooted && out.n != 0 {
				out.add('/')
			}
			for j := 0; j < len(part); j++ {
				out.add(part[j])
			}
		}
	}
	if out.n == 0 {
		return "."
	}
	if out.buf != nil {
		return string(out.buf[:out.n])
	}
	return path[:out.n]
}

// lastSlash returns the index of the last slash, or -1.
func lastSlash(path string) int {
	i := len(path) - 1
	for i >= 0 && path[i] != '/' {
		i--
	}
	return i
}

// Split splits path after its last slash.
func Split(path string) (dir, file string) {
	i := lastSlash(path)
	return path[:i+1], path[i+1:]
}

// Join joins the elements that are not empty by slashes, and cleans the result; "" if all are
// empty.
func Join(elem ...string) string {
	var buf []byte
	for _, e := range elem {
		if len(buf) > 0 || e != "" {
			if len(buf) > 0 {
				buf = append(buf, '/')
			}
			buf = append(buf, e...)
		}
	}
	if len(buf) == 0 {
		return ""
	}
	return Clean(string(buf))
}

// Ext returns the extension of the last element: from its last dot on, or "".
func Ext(path string) string {
	for i := len(path) - 1; i >= 0 && path[i] != '/'; i-- {
		if path[i] == '.' {
			return path[i:]
		}
	}
	return ""
}

// Base returns the last element: "." for the empty path, "/" for slashes alone.
func Base(path string) string {
	if path == "" {
		return "."
	}
	for len(path) > 0 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	if path == "" {
		return "/"
	}
	return path[lastSlash(path)+1:]
}

// IsAbs reports whether path starts with a slash.
func IsAbs(path string) bool { return len(path) > 0 && path[0] == '/' }

// Dir returns all but the last element, cleaned.
func Dir(path string) string { return Clean(path[:lastSlash(path)+1]) }
