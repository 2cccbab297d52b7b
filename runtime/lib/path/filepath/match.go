package filepath

import (
	"os"
	"path"
	"sort"
	"strings"
)

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = path.ErrBadPattern

// Match reports whether name matches the shell pattern.
func Match(pattern, name string) (matched bool, err error) { return path.Match(pattern, name) }

// Glob returns the names of all files that match the pattern, nil if there are none. It
// ignores what cannot be read.
func Glob(pattern string) (matches []string, err error) { return glob(pattern, 0) }

// maxSeparators bounds the depth of a pattern, and so of glob's recursion.
const maxSeparators = 10000

func glob(pattern string, depth int) (matches []string, err error) {
	if depth > maxSeparators {
		return nil, ErrBadPattern
	}
	if _, err := Match(pattern, ""); err != nil {
		return nil, err
	}
	if !hasMeta(pattern) {
		if _, err := os.Lstat(pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := Split(pattern)
	if dir == "" {
		dir = "."
	} else if dir != "/" {
		dir = dir[:len(dir)-1]
	}
	if !hasMeta(dir) {
		return globIn(dir, file, nil)
	}
	if dir == pattern {
		return nil, ErrBadPattern
	}
	dirs, err := glob(dir, depth+1)
	if err != nil {
		return nil, err
	}
	for _, d := range dirs {
		if matches, err = globIn(d, file, matches); err != nil {
			return matches, err
		}
	}
	return matches, nil
}

// globIn appends the files of dir that match the pattern.
func globIn(dir, pattern string, matches []string) ([]string, error) {
	info, err := os.Stat(dir)
	if err != nil || !info.IsDir() {
		return matches, nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return matches, nil
	}
	names := make([]string, 0, len(entries))
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	sort.Strings(names)
	for _, name := range names {
		ok, err := Match(pattern, name)
		if err != nil {
			return matches, err
		}
		if ok {
			matches = append(matches, Join(dir, name))
		}
	}
	return matches, nil
}

func hasMeta(p string) bool { return strings.ContainsAny(p, `*?[\`) }
