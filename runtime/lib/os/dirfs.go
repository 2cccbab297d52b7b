package os

import (
	"errors"
	"io/fs"
)

// DirFS returns the tree of files below dir. It guards nothing: a link in it may lead outside.
func DirFS(dir string) fs.FS { return dirFS(dir) }

// dirFS is the tree below a folder; its errors have the names that were asked for.
type dirFS string

// join returns the system's name for a name of the tree.
func (dir dirFS) join(op, name string) (string, error) {
	if dir == "" {
		return "", &PathError{Op: op, Path: name, Err: errors.New("os: DirFS with empty root")}
	}
	local, err := localize(name)
	if err != nil {
		return "", &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	return joinPath(string(dir), local), nil
}

// named puts the tree's name into an error.
func named(name string, err error) error {
	if e, ok := err.(*PathError); ok {
		e.Path = name
	}
	return err
}

func (dir dirFS) Open(name string) (fs.File, error) {
	full, err := dir.join("open", name)
	if err != nil {
		return nil, err
	}
	f, err := Open(full)
	if err != nil {
		return nil, named(name, err)
	}
	return f, nil
}

// ReadFile is what fs.ReadFile uses.
func (dir dirFS) ReadFile(name string) ([]byte, error) {
	full, err := dir.join("readfile", name)
	if err != nil {
		return nil, err
	}
	data, err := ReadFile(full)
	if err != nil {
		return nil, named(name, err)
	}
	return data, nil
}

// ReadDir is what fs.ReadDir uses.
func (dir dirFS) ReadDir(name string) ([]DirEntry, error) {
	full, err := dir.join("readdir", name)
	if err != nil {
		return nil, err
	}
	entries, err := ReadDir(full)
	if err != nil {
		return nil, named(name, err)
	}
	return entries, nil
}

// Stat is what fs.Stat uses.
func (dir dirFS) Stat(name string) (fs.FileInfo, error) {
	full, err := dir.join("stat", name)
	if err != nil {
		return nil, err
	}
	info, err := Stat(full)
	return info, named(name, err)
}

// Lstat is what fs.Lstat uses.
func (dir dirFS) Lstat(name string) (fs.FileInfo, error) {
	full, err := dir.join("lstat", name)
	if err != nil {
		return nil, err
	}
	info, err := Lstat(full)
	return info, named(name, err)
}

// ReadLink is what fs.ReadLink uses.
func (dir dirFS) ReadLink(name string) (string, error) {
	full, err := dir.join("readlink", name)
	if err != nil {
		return "", err
	}
	target, err := Readlink(full)
	return target, named(name, err)
}

// localize turns a name as package io/fs defines them into one of the system.
func localize(name string) (string, error) {
	if !fs.ValidPath(name) {
		return "", errInvalidPath
	}
	for i := 0; i < len(name); i++ {
		if name[i] == 0 {
			return "", errInvalidPath
		}
	}
	return name, nil
}

var errInvalidPath = errors.New("invalid path")
