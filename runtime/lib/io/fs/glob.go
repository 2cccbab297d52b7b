package fs

import "path"

// A GlobFS is an FS with a way of its own to find files by pattern.
type GlobFS interface {
	FS

	// Glob returns the names of the files that match the pattern.
	Glob(pattern string) ([]string, error)
}

// maxSeparators bounds the depth of a pattern, and so of the recursion.
const maxSeparators = 10000

// Glob returns the names of all files that match the pattern of package path, nil if there are
// none. What cannot be read is passed over.
func Glob(fsys FS, pattern string) (matches []string, err error) {
	return globWithLimit(fsys, pattern, 0)
}

// globWithLimit is Glob for the part of a pattern that has been shortened depth times.
func globWithLimit(fsys FS, pattern string, depth int) ([]string, error) {
	if depth > maxSeparators {
		return nil, path.ErrBadPattern
	}
	if own, ok := fsys.(GlobFS); ok {
		return own.Glob(pattern)
	}
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	if !hasMeta(pattern) {
		if _, err := Stat(fsys, pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := path.Split(pattern)
	if dir == "" {
		return glob(fsys, ".", file, nil)
	}
	dir = dir[:len(dir)-1]
	if !hasMeta(dir) {
		return glob(fsys, dir, file, nil)
	}
	dirs, err := globWithLimit(fsys, dir, depth+1)
	if err != nil {
		return nil, err
	}
	var matches []string
	for _, d := range dirs {
		if matches, err = glob(fsys, d, file, matches); err != nil {
			return matches, err
		}
	}
	return matches, nil
}

// glob appends to matches the files of dir that match the pattern.
func glob(fsys FS, dir, pattern string, matches []string) ([]string, error) {
	entries, err := ReadDir(fsys, dir)
	if err != nil {
		return matches, nil
	}
	for _, entry := range entries {
		ok, err := path.Match(pattern, entry.Name())
		if err != nil {
			return matches, err
		}
		if ok {
			matches = append(matches, path.Join(dir, entry.Name()))
		}
	}
	return matches, nil
}

// hasMeta reports whether a path has characters that path.Match knows.
func hasMeta(name string) bool {
	for i := 0; i < len(name); i++ {
		switch name[i] {
		case '*', '?', '[', '\\':
			return true
		}
	}
	return false
}
