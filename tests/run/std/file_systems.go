// io/fs over a tree in memory and over a folder: os.DirFS, Sub, Glob, WalkDir, CopyFS.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"
)

// mem is the least file system: names and contents.
type mem map[string]string

type memFile struct {
	name string
	r    *strings.Reader
	size int64
	list []fs.DirEntry
}

func (f *memFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f *memFile) Read(p []byte) (int, error) { return f.r.Read(p) }
func (f *memFile) Close() error               { return nil }
func (f *memFile) Name() string               { return f.name[strings.LastIndexByte(f.name, '/')+1:] }
func (f *memFile) Size() int64                { return f.size }
func (f *memFile) ModTime() time.Time         { return time.Unix(0, 0).UTC() }
func (f *memFile) IsDir() bool                { return f.list != nil }
func (f *memFile) Sys() any                   { return nil }
func (f *memFile) Mode() fs.FileMode {
	if f.list != nil {
		return fs.ModeDir | 0755
	}
	return 0644
}

type memDir struct{ *memFile }

func (d memDir) ReadDir(n int) ([]fs.DirEntry, error) { return d.list, nil }

func (m mem) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if text, ok := m[name]; ok {
		return &memFile{name, strings.NewReader(text), int64(len(text)), nil}, nil
	}
	seen := map[string]bool{}
	list := []fs.DirEntry{}
	var names []string
	for n := range m {
		names = append(names, n)
	}
	sort.Sort(sort.Reverse(sort.StringSlice(names)))
	for _, n := range names {
		rest, ok := n, name == "."
		if strings.HasPrefix(n, name+"/") {
			rest, ok = n[len(name)+1:], true
		}
		if !ok {
			continue
		}
		first, _, more := strings.Cut(rest, "/")
		if seen[first] {
			continue
		}
		seen[first] = true
		info := &memFile{name: first, size: int64(len(m[n]))}
		if more {
			info.list, info.size = []fs.DirEntry{}, 0
		}
		list = append(list, fs.FileInfoToDirEntry(info))
	}
	if len(list) == 0 {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return memDir{&memFile{name: name, list: list}}, nil
}

func show(what string, fsys fs.FS) {
	fmt.Println("--", what)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			fmt.Println("error", name, err)
			return nil
		}
		fmt.Println(name, d, d.IsDir())
		if d.Name() == "skipped" {
			return fs.SkipDir
		}
		return nil
	})
	fmt.Println(err)
	for _, p := range []string{"*", "*/*", "*/*.txt", "b/c/*", "[", "a.txt", "none", "*/c", "?.txt", "."} {
		got, err := fs.Glob(fsys, p)
		fmt.Println(p, got, err)
	}
	for _, n := range []string{"a.txt", "b", "b/c/d.txt", "../x", "/a", "none", "b/", "."} {
		if n != "b" && n != "." {
			data, err := fs.ReadFile(fsys, n)
			fmt.Printf("%q %v %v %v\n", data, err, errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid))
		}
		info, err := fs.Stat(fsys, n)
		if err != nil {
			fmt.Println(err)
		} else if !info.IsDir() {
			fmt.Println(info.Name(), info.Size(), info.Mode(), info.IsDir())
		}
		list, err := fs.ReadDir(fsys, n)
		fmt.Println(list, err)
	}
	sub, err := fs.Sub(fsys, "b")
	fmt.Println(err)
	data, err := fs.ReadFile(sub, "c/d.txt")
	fmt.Println(string(data), err)
	_, err = fs.ReadFile(sub, "c/none")
	fmt.Println(err)
	list, err := fs.ReadDir(sub, "c")
	fmt.Println(list, err)
	found, err := fs.Glob(sub, "*/*.txt")
	fmt.Println(found, err)
	again, err := fs.Sub(sub, "c")
	fmt.Println(err)
	data, err = fs.ReadFile(again, "d.txt")
	fmt.Println(string(data), err)
	_, err = fs.Sub(fsys, "../b")
	fmt.Println(err)
	_, err = fs.ReadLink(sub, "c")
	fmt.Println(err != nil)
	f, err := fsys.Open("b")
	if err == nil {
		_, ok := f.(fs.ReadDirFile)
		fmt.Println(ok)
		f.Close()
	}
}

func main() {
	m := mem{"a.txt": "A", "b/c/d.txt": "D", "b/e.txt": "EE", "skipped/x": "x", "z": ""}
	show("memory", m)
	dir, err := os.MkdirTemp("", "fs")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	fmt.Println(os.CopyFS(filepath.Join(dir, "copy"), m))
	err = os.CopyFS(filepath.Join(dir, "copy"), m)
	fmt.Println(errors.Is(err, fs.ErrExist))
	show("folder", os.DirFS(filepath.Join(dir, "copy")))
	_, err = os.DirFS("").Open("x")
	fmt.Println(err)
	os.Symlink("a.txt", filepath.Join(dir, "copy", "link"))
	fmt.Println(fs.ReadLink(os.DirFS(filepath.Join(dir, "copy")), "link"))
	info, err := fs.Lstat(os.DirFS(filepath.Join(dir, "copy")), "link")
	fmt.Println(info.Mode().Type(), err)
	fmt.Println(fs.ValidPath("a/b"), fs.ValidPath("a//b"), fs.ValidPath(""), fs.ValidPath("."), fs.ValidPath("./a"))
	f, _ := m.Open("a.txt")
	b, err := io.ReadAll(f)
	fmt.Println(string(b), err)
	_, err = fs.ReadDir(m, "a.txt")
	fmt.Println(err)
}

// Output:
// -- memory
// . d ./ true
// a.txt - a.txt false
// b d b/ true
// b/c d c/ true
// b/c/d.txt - d.txt false
// b/e.txt - e.txt false
// skipped d skipped/ true
// z - z false
// <nil>
// * [a.txt b skipped z] <nil>
// */* [b/c b/e.txt skipped/x] <nil>
// */*.txt [b/e.txt] <nil>
// b/c/* [b/c/d.txt] <nil>
// [ [] syntax error in pattern
// a.txt [a.txt] <nil>
// none [] <nil>
// */c [b/c] <nil>
// ?.txt [a.txt] <nil>
// . [.] <nil>
// "A" <nil> false false
// a.txt 1 -rw-r--r-- false
// [] readdir a.txt: not implemented
// [d c/ - e.txt] <nil>
// "D" <nil> false false
// d.txt 1 -rw-r--r-- false
// [] readdir b/c/d.txt: not implemented
// "" open ../x: invalid argument false true
// open ../x: invalid argument
// [] open ../x: invalid argument
// "" open /a: invalid argument false true
// open /a: invalid argument
// [] open /a: invalid argument
// "" open none: file does not exist true false
// open none: file does not exist
// [] open none: file does not exist
// "" open b/: invalid argument false true
// open b/: invalid argument
// [] open b/: invalid argument
// [- a.txt d b/ d skipped/ - z] <nil>
// <nil>
// D <nil>
// open c/none: file does not exist
// [- d.txt] <nil>
// [c/d.txt] <nil>
// <nil>
// D <nil>
// sub ../b: invalid argument
// true
// true
// <nil>
// true
// -- folder
// . d ./ true
// a.txt - a.txt false
// b d b/ true
// b/c d c/ true
// b/c/d.txt - d.txt false
// b/e.txt - e.txt false
// skipped d skipped/ true
// z - z false
// <nil>
// * [a.txt b skipped z] <nil>
// */* [b/c b/e.txt skipped/x] <nil>
// */*.txt [b/e.txt] <nil>
// b/c/* [b/c/d.txt] <nil>
// [ [] syntax error in pattern
// a.txt [a.txt] <nil>
// none [] <nil>
// */c [b/c] <nil>
// ?.txt [a.txt] <nil>
// . [.] <nil>
// "A" <nil> false false
// a.txt 1 -rw-r--r-- false
// [] open a.txt: not a directory
// [d c/ - e.txt] <nil>
// "D" <nil> false false
// d.txt 1 -rw-r--r-- false
// [] open b/c/d.txt: not a directory
// "" readfile ../x: invalid argument false true
// stat ../x: invalid argument
// [] readdir ../x: invalid argument
// "" readfile /a: invalid argument false true
// stat /a: invalid argument
// [] readdir /a: invalid argument
// "" open none: no such file or directory true false
// stat none: no such file or directory
// [] open none: no such file or directory
// "" readfile b/: invalid argument false true
// stat b/: invalid argument
// [] readdir b/: invalid argument
// [- a.txt d b/ d skipped/ - z] <nil>
// <nil>
// D <nil>
// open c/none: no such file or directory
// [- d.txt] <nil>
// [c/d.txt] <nil>
// <nil>
// D <nil>
// sub ../b: invalid argument
// true
// true
// open x: os: DirFS with empty root
// a.txt <nil>
// L--------- <nil>
// true false false true false
// A <nil>
// readdir a.txt: not implemented
