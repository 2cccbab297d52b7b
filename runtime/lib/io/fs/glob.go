package fs

import "path"

// A GlobFS finds names itself.
type GlobFS interface {
	FS
	Glob(pattern string) ([]string, error)
}

// Glob returns the names that match pattern, as path.Match has it.
func Glob(fsys FS, pattern string) ([]string, error) { return glob(fsys, pattern, 0) }

const mostSeparators = 10000 // in a pattern

func glob(fsys FS, pattern string, depth int) (found []string, err error) {
	if depth > mostSeparators {
		return nil, path.ErrBadPattern
	}
	if f, ok := fsys.(GlobFS); ok {
		return f.Glob(pattern)
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
	if dir = dir[:max(len(dir)-1, 0)]; dir == "" {
		dir = "."
	}
	if !hasMeta(dir) {
		return globIn(fsys, dir, file, nil)
	}
	if dir == pattern {
		return nil, path.ErrBadPattern
	}
	dirs, err := glob(fsys, dir, depth+1)
	if err != nil {
		return nil, err
	}
	for _, d := range dirs {
		if found, err = globIn(fsys, d, file, found); err != nil {
			return found, err
		}
	}
	return found, nil
}

// globIn appends the names in dir that match pattern; a folder that can't be read has none.
func globIn(fsys FS, dir, pattern string, found []string) ([]string, error) {
	entries, err := ReadDir(fsys, dir)
	if err != nil {
		return found, nil
	}
	for _, e := range entries {
		ok, err := path.Match(pattern, e.Name())
		if err != nil {
			return found, err
		}
		if ok {
			found = append(found, path.Join(dir, e.Name()))
		}
	}
	return found, nil
}

func hasMeta(name string) bool {
	for i := 0; i < len(name); i++ {
		switch name[i] {
		case '*', '?', '[', '\\':
			return true
		}
	}
	return false
}
