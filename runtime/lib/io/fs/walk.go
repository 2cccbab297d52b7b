package fs

import (
	"errors"
	"path"
)

// SkipDir, from a walk's function, leaves a folder, or the rest of a file's folder, out.
var SkipDir = errors.New("skip this directory")

// SkipAll, from a walk's function, ends the walk.
var SkipAll = errors.New("skip everything and stop the walk")

// A WalkDirFunc is called for each file of a walk: for a folder before it is read, and once
// more with the error if that fails. err is also set if root cannot be described; d is nil then.
type WalkDirFunc func(path string, d DirEntry, err error) error

// WalkDir calls fn for root and all below it, by name. It does not follow links in folders.
func WalkDir(fsys FS, root string, fn WalkDirFunc) error {
	info, err := Stat(fsys, root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walkDir(fsys, root, dirInfo{info}, fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

// walkDir is WalkDir for the file name, of which d is the entry.
func walkDir(fsys FS, name string, d DirEntry, fn WalkDirFunc) error {
	err := fn(name, d, nil)
	if err == nil && d.IsDir() {
		err = walkBelow(fsys, name, d, fn)
	}
	if err == SkipDir && d.IsDir() {
		return nil
	}
	return err
}

// walkBelow walks what is in the folder name. Those entries of it are walked that could be read
// if fn has nothing against it.
func walkBelow(fsys FS, name string, d DirEntry, fn WalkDirFunc) error {
	entries, err := ReadDir(fsys, name)
	if err != nil {
		if err = fn(name, d, err); err != nil {
			return err
		}
	}
	for _, entry := range entries {
		if err := walkDir(fsys, path.Join(name, entry.Name()), entry, fn); err == SkipDir {
			break
		} else if err != nil {
			return err
		}
	}
	return nil
}
