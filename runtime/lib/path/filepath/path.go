// Package filepath works on the file paths of the machine's system, which are those of Unix.
package filepath

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"
	"syscall"
)

const (
	Separator     = '/'
	ListSeparator = ':'
)

// SkipDir, from a walk's function, skips a directory; SkipAll ends the walk.
var (
	SkipDir error = fs.SkipDir
	SkipAll error = fs.SkipAll
)

// Clean returns the shortest path that means the same.
func Clean(p string) string { return path.Clean(p) }

// Split splits p after its last separator.
func Split(p string) (dir, file string) { return path.Split(p) }

// Join joins the elements that are not empty, and cleans the result.
func Join(elem ...string) string { return path.Join(elem...) }

// Ext returns the extension of the last element.
func Ext(p string) string { return path.Ext(p) }

// Base returns the last element.
func Base(p string) string { return path.Base(p) }

// Dir returns all but the last element.
func Dir(p string) string { return path.Dir(p) }

// IsAbs reports whether p is absolute.
func IsAbs(p string) bool { return path.IsAbs(p) }

// VolumeName returns "": paths here have no volume.
func VolumeName(p string) string { return "" }

// ToSlash returns p with slashes for separators, which they are.
func ToSlash(p string) string { return p }

// FromSlash returns p with separators for slashes, which they are.
func FromSlash(p string) string { return p }

// HasPrefix reports whether p starts with prefix; it knows nothing of path elements.
func HasPrefix(p, prefix string) bool { return strings.HasPrefix(p, prefix) }

// SplitList splits a list of paths such as PATH.
func SplitList(p string) []string {
	if p == "" {
		return []string{}
	}
	return strings.Split(p, string(ListSeparator))
}

// IsLocal reports whether p stays, lexically, within the directory it is evaluated in.
func IsLocal(p string) bool {
	if IsAbs(p) || p == "" {
		return false
	}
	p = Clean(p)
	return p != ".." && !strings.HasPrefix(p, "../")
}

var errInvalidPath = errors.New("invalid path")

// Localize turns a path as package io/fs defines them into one of the system.
func Localize(p string) (string, error) {
	if !fs.ValidPath(p) || strings.IndexByte(p, 0) >= 0 {
		return "", errInvalidPath
	}
	return p, nil
}

// Abs returns p as an absolute path.
func Abs(p string) (string, error) {
	if IsAbs(p) {
		return Clean(p), nil
	}
	wd, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return Join(wd, p), nil
}

// Rel returns a path that, joined to basePath, means targPath.
func Rel(basePath, targPath string) (string, error) {
	base, targ := Clean(basePath), Clean(targPath)
	if base == targ {
		return ".", nil
	}
	if base == "." {
		base = ""
	}
	fail := errors.New("Rel: can't make " + targPath + " relative to " + basePath)
	if IsAbs(base) != IsAbs(targ) {
		return "", fail
	}
	b, t := parts(base), parts(targ)
	for len(b) > 0 && len(t) > 0 && b[0] == t[0] {
		b, t = b[1:], t[1:]
	}
	if len(b) > 0 && b[0] == ".." {
		return "", fail
	}
	out := make([]string, 0, len(b)+len(t))
	for range b {
		out = append(out, "..")
	}
	return strings.Join(append(out, t...), "/"), nil
}

// parts splits a clean path into its elements.
func parts(p string) []string {
	p = strings.TrimPrefix(p, "/")
	if p == "" || p == "." {
		return nil
	}
	return strings.Split(p, "/")
}

// EvalSymlinks returns p with all symbolic links followed.
func EvalSymlinks(p string) (string, error) {
	const mostLinks = 255
	if p == "" {
		return "", nil
	}
	done, rest := "", p
	if IsAbs(p) {
		done = "/"
	}
	for links := 0; ; {
		rest = strings.TrimLeft(rest, "/")
		if rest == "" {
			break
		}
		part := rest
		if i := strings.IndexByte(rest, '/'); i >= 0 {
			part = rest[:i]
		}
		rest = rest[len(part):]
		if part == "." {
			continue
		}
		if part == ".." {
			// The directory before is no link any more: step back, unless it is itself "..".
			if done != "/" {
				if done == "" || Base(done) == ".." {
					done = Join(done, "..")
				} else if done = Dir(done); done == "." {
					done = ""
				}
			}
			continue
		}
		next := Join(done, part)
		info, err := os.Lstat(next)
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			if !info.IsDir() && rest != "" {
				return "", syscall.ENOTDIR
			}
			done = next
			continue
		}
		if links++; links > mostLinks {
			return "", errors.New("EvalSymlinks: too many links")
		}
		link, err := os.Readlink(next)
		if err != nil {
			return "", err
		}
		if IsAbs(link) {
			done = "/"
		}
		rest = link + rest
	}
	return Clean(done), nil
}

// WalkFunc is called by Walk for each file, in lexical order, a directory before its contents.
type WalkFunc func(path string, info fs.FileInfo, err error) error

// Walk calls fn for root and all below it. It does not follow symbolic links.
func Walk(root string, fn WalkFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walk(root, info, fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walk(p string, info fs.FileInfo, fn WalkFunc) error {
	if !info.IsDir() {
		return fn(p, info, nil)
	}
	entries, readErr := os.ReadDir(p)
	if err := fn(p, info, readErr); readErr != nil || err != nil {
		return err
	}
	for _, entry := range entries {
		name := Join(p, entry.Name())
		child, err := os.Lstat(name)
		if err != nil {
			if err := fn(name, child, err); err != nil && err != SkipDir {
				return err
			}
			continue
		}
		if err := walk(name, child, fn); err != nil && (!child.IsDir() || err != SkipDir) {
			return err
		}
	}
	return nil
}

// WalkDir is Walk for a function that takes directory entries, which cost no Lstat.
func WalkDir(root string, fn fs.WalkDirFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walkDir(root, fs.FileInfoToDirEntry(info), fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walkDir(p string, d fs.DirEntry, fn fs.WalkDirFunc) error {
	err := fn(p, d, nil)
	if err == nil && d.IsDir() {
		var entries []fs.DirEntry
		if entries, err = os.ReadDir(p); err != nil {
			err = fn(p, d, err)
		}
		if err == nil {
			for _, entry := range entries {
				if err := walkDir(Join(p, entry.Name()), entry, fn); err == SkipDir {
					break
				} else if err != nil {
					return err
				}
			}
		}
	}
	if err == SkipDir && d.IsDir() {
		return nil
	}
	return err
}
