// Trees of files: package io/fs over os.DirFS and over one of our own, folders in os, and all errors of package syscall.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"sort"
	"strings"
	"syscall"
	"time"
)

type memFS map[string]string

type memFile struct {
	name string
	*strings.Reader
	size int
}

func (m memFile) Stat() (fs.FileInfo, error) { return m, nil }
func (m memFile) Close() error               { return nil }
func (m memFile) Name() string               { return path.Base(m.name) }
func (m memFile) Size() int64                { return int64(m.size) }
func (m memFile) Mode() fs.FileMode          { return 0644 }
func (m memFile) ModTime() time.Time         { return time.Unix(1e9, 0).UTC() }
func (m memFile) IsDir() bool                { return false }
func (m memFile) Sys() any                   { return nil }

func (m memFS) Open(name string) (fs.File, error) {
	s, ok := m[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return memFile{name, strings.NewReader(s), len(s)}, nil
}

func try(what string, v any, err error) { fmt.Printf("%s: %v %+q\n", what, v, fmt.Sprint(err)) }

func entries(l []fs.DirEntry) []string {
	var out []string
	for _, e := range l {
		out = append(out, fmt.Sprint(e), fs.FormatDirEntry(e), e.Type().String())
	}
	return out
}

func main() {
	dir, err := os.MkdirTemp("", "x")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	os.Chdir(dir)
	must := func(err error) {
		if err != nil {
			panic(err)
		}
	}
	must(os.MkdirAll("t/a/b", 0755))
	must(os.MkdirAll("t/c", 0755))
	must(os.WriteFile("t/one.txt", []byte("one"), 0644))
	must(os.WriteFile("t/a/two.txt", []byte("two2"), 0600))
	must(os.WriteFile("t/a/b/three.go", []byte("three"), 0644))
	must(os.Symlink("one.txt", "t/link"))
	fsys := os.DirFS("t")
	for _, n := range []string{".", "one.txt", "a", "a/two.txt", "nope", "../x", "", "/a", "a/", "link", "a\x00b", "a\xffb"} {
		i, err := fs.Stat(fsys, n)
		if err == nil {
			fmt.Println(n, i.Name(), i.IsDir(), i.Mode(), i.Mode().IsRegular())
		} else {
			try(fmt.Sprintf("stat %q", n), nil, err)
		}
		i, err = fs.Lstat(fsys, n)
		if err == nil {
			fmt.Println(n, i.Name(), i.IsDir(), i.Mode())
		} else {
			try(fmt.Sprintf("lstat %q", n), nil, err)
		}
		_, err = fsys.Open(n)
		try("open", nil, err)
		b, err := fs.ReadFile(fsys, n)
		try("readfile", string(b), err)
		l, err := fs.ReadDir(fsys, n)
		try("readdir", entries(l), err)
		s, err := fs.ReadLink(fsys, n)
		try("readlink", s, err)
		sub, err := fs.Sub(fsys, n)
		try("sub", sub != nil, err)
	}
	for _, p := range []string{"*", "*/*", "*/*/*", "a/*.txt", "[", "a/[", "nope/*", "one.txt", "nope", "?*n*", "*/", "."} {
		m, err := fs.Glob(fsys, p)
		try("glob "+p, m, err)
	}
	walk := func(fsys fs.FS, root string, what func(string) error) {
		err := fs.WalkDir(fsys, root, func(p string, d fs.DirEntry, err error) error {
			if d == nil {
				fmt.Println("  ", p, nil, err)
				return err
			}
			fmt.Println("  ", p, d, err)
			return what(p)
		})
		fmt.Println("walk", root, err)
	}
	none := func(string) error { return nil }
	walk(fsys, ".", none)
	walk(fsys, "a", none)
	walk(fsys, "nope", none)
	walk(fsys, ".", func(p string) error {
		if p == "a" {
			return fs.SkipDir
		}
		return nil
	})
	walk(fsys, ".", func(p string) error {
		if p == "a/two.txt" {
			return fs.SkipAll
		}
		return nil
	})
	walk(fsys, ".", func(p string) error {
		if p == "link" {
			return fs.SkipDir
		}
		return nil
	})
	walk(fsys, ".", func(p string) error {
		if p == "a/b" {
			return errors.New("stop")
		}
		return nil
	})
	sub, _ := fs.Sub(fsys, "a")
	walk(sub, ".", none)
	for _, n := range []string{".", "two.txt", "nope", "../x", "b"} {
		_, err = sub.Open(n)
		try("sub open", nil, err)
		b, err := fs.ReadFile(sub, n)
		try("sub readfile", string(b), err)
		l, err := fs.ReadDir(sub, n)
		try("sub readdir", entries(l), err)
		s, err := fs.ReadLink(sub, n)
		try("sub readlink", s, err)
		_, err = fs.Lstat(sub, n)
		try("sub lstat", nil, err)
		_, err = fs.Stat(sub, n)
		try("sub stat", nil, err)
	}
	sub2, err := fs.Sub(sub, "b")
	try("subsub", nil, err)
	m, err := fs.Glob(sub2, "*")
	try("glob", m, err)
	m, err = fs.Glob(sub, "*/*")
	try("glob", m, err)
	mem := memFS{"a": "hello", "b/c": "world"}
	b, err := fs.ReadFile(mem, "a")
	try("mem", string(b), err)
	_, err = fs.ReadDir(mem, "a")
	try("mem", nil, err)
	_, err = fs.ReadDir(mem, "z")
	try("mem", errors.Is(err, os.ErrNotExist), err)
	_, err = fs.ReadLink(mem, "a")
	try("mem", nil, err)
	i, err := fs.Lstat(mem, "a")
	try("mem", fs.FormatFileInfo(i), err)
	fmt.Println(fs.FileInfoToDirEntry(i), fs.FileInfoToDirEntry(nil))
	walk(mem, "a", none)
	m, err = fs.Glob(mem, "a*")
	try("mem", m, err)
	ms, _ := fs.Sub(mem, "b")
	b, err = fs.ReadFile(ms, "c")
	try("mem", string(b), err)
	_, err = os.DirFS("").Open("x")
	try("empty", nil, err)
	must(os.CopyFS("u", fsys))
	walk(os.DirFS("u"), ".", none)
	try("copy again", nil, os.CopyFS("u", fsys))
	// open folders
	f, err := os.Open("t")
	must(err)
	for k := 0; k < 4; k++ {
		l, err := f.ReadDir(2)
		fmt.Println(len(l), l == nil, err)
	}
	l, err := f.ReadDir(-1)
	fmt.Println(len(l), l == nil, err)
	f.Seek(0, io.SeekStart)
	names, err := f.Readdirnames(0)
	sort.Strings(names)
	fmt.Println(names, err)
	f.Seek(0, 0)
	infos, err := f.Readdir(0)
	fmt.Println(len(infos), err)
	f.Close()
	_, err = f.ReadDir(0)
	try("closed", nil, err)
	f, _ = os.Open("t/one.txt")
	l, err = f.ReadDir(0)
	try("file", l == nil, err)
	_, err = f.Readdirnames(1)
	try("file", nil, err)
	_, err = os.ReadDir("t/one.txt")
	try("file", nil, err)
	_, err = os.ReadDir("t/no")
	try("file", nil, err)
	var nf *os.File
	_, err = nf.ReadDir(0)
	try("nil", nil, err)
	try("rm", nil, os.RemoveAll("t/."))
	try("rm", nil, os.RemoveAll("."))
	try("rm", nil, os.RemoveAll(""))
	try("rm", nil, os.RemoveAll("nope/x"))
	try("rm", nil, os.RemoveAll("t/one.txt/x"))
	try("rm", nil, os.RemoveAll("t/a///"))
	_, err = os.Stat("t/a")
	try("rm", nil, err)
	for e := syscall.Errno(0); e < 140; e++ {
		fmt.Print(e, ";", e.Is(fs.ErrExist), e.Is(fs.ErrNotExist), e.Is(fs.ErrPermission), e.Is(errors.ErrUnsupported), e.Timeout(), e.Temporary(), "\n")
	}
	for e := syscall.Signal(-1); e < 36; e++ {
		fmt.Println(e)
	}
	fmt.Println(syscall.EWOULDBLOCK, syscall.EL3RST, syscall.SIGWINCH)
	_, err = os.Getgroups()
	fmt.Println(err)
	fmt.Println(os.ErrNoHandle, os.ErrProcessDone)
}

// Output:
// . . true drwxr-xr-x false
// . . true drwxr-xr-x
// open: <nil> "<nil>"
// readfile:  "read .: is a directory"
// readdir: [d a/ d a/ d--------- d c/ d c/ d--------- L link L link L--------- - one.txt - one.txt ----------] "<nil>"
// readlink:  "readlink .: invalid argument"
// sub: true "<nil>"
// one.txt one.txt false -rw-r--r-- true
// one.txt one.txt false -rw-r--r--
// open: <nil> "<nil>"
// readfile: one "<nil>"
// readdir: [] "open one.txt: not a directory"
// readlink:  "readlink one.txt: invalid argument"
// sub: true "<nil>"
// a a true drwxr-xr-x false
// a a true drwxr-xr-x
// open: <nil> "<nil>"
// readfile:  "read a: is a directory"
// readdir: [d b/ d b/ d--------- - two.txt - two.txt ----------] "<nil>"
// readlink:  "readlink a: invalid argument"
// sub: true "<nil>"
// a/two.txt two.txt false -rw------- true
// a/two.txt two.txt false -rw-------
// open: <nil> "<nil>"
// readfile: two2 "<nil>"
// readdir: [] "open a/two.txt: not a directory"
// readlink:  "readlink a/two.txt: invalid argument"
// sub: true "<nil>"
// stat "nope": <nil> "stat nope: no such file or directory"
// lstat "nope": <nil> "lstat nope: no such file or directory"
// open: <nil> "open nope: no such file or directory"
// readfile:  "open nope: no such file or directory"
// readdir: [] "open nope: no such file or directory"
// readlink:  "readlink nope: no such file or directory"
// sub: true "<nil>"
// stat "../x": <nil> "stat ../x: invalid argument"
// lstat "../x": <nil> "lstat ../x: invalid argument"
// open: <nil> "open ../x: invalid argument"
// readfile:  "readfile ../x: invalid argument"
// readdir: [] "readdir ../x: invalid argument"
// readlink:  "readlink ../x: invalid argument"
// sub: false "sub ../x: invalid argument"
// stat "": <nil> "stat : invalid argument"
// lstat "": <nil> "lstat : invalid argument"
// open: <nil> "open : invalid argument"
// readfile:  "readfile : invalid argument"
// readdir: [] "readdir : invalid argument"
// readlink:  "readlink : invalid argument"
// sub: false "sub : invalid argument"
// stat "/a": <nil> "stat /a: invalid argument"
// lstat "/a": <nil> "lstat /a: invalid argument"
// open: <nil> "open /a: invalid argument"
// readfile:  "readfile /a: invalid argument"
// readdir: [] "readdir /a: invalid argument"
// readlink:  "readlink /a: invalid argument"
// sub: false "sub /a: invalid argument"
// stat "a/": <nil> "stat a/: invalid argument"
// lstat "a/": <nil> "lstat a/: invalid argument"
// open: <nil> "open a/: invalid argument"
// readfile:  "readfile a/: invalid argument"
// readdir: [] "readdir a/: invalid argument"
// readlink:  "readlink a/: invalid argument"
// sub: false "sub a/: invalid argument"
// link link false -rw-r--r-- true
// link link false Lrwxrwxrwx
// open: <nil> "<nil>"
// readfile: one "<nil>"
// readdir: [] "open link: not a directory"
// readlink: one.txt "<nil>"
// sub: true "<nil>"
// stat "a\x00b": <nil> "stat a\x00b: invalid argument"
// lstat "a\x00b": <nil> "lstat a\x00b: invalid argument"
// open: <nil> "open a\x00b: invalid argument"
// readfile:  "readfile a\x00b: invalid argument"
// readdir: [] "readdir a\x00b: invalid argument"
// readlink:  "readlink a\x00b: invalid argument"
// sub: true "<nil>"
// stat "a\xffb": <nil> "stat a\xffb: invalid argument"
// lstat "a\xffb": <nil> "lstat a\xffb: invalid argument"
// open: <nil> "open a\xffb: invalid argument"
// readfile:  "readfile a\xffb: invalid argument"
// readdir: [] "readdir a\xffb: invalid argument"
// readlink:  "readlink a\xffb: invalid argument"
// sub: false "sub a\xffb: invalid argument"
// glob *: [a c link one.txt] "<nil>"
// glob */*: [a/b a/two.txt] "<nil>"
// glob */*/*: [a/b/three.go] "<nil>"
// glob a/*.txt: [a/two.txt] "<nil>"
// glob [: [] "syntax error in pattern"
// glob a/[: [] "syntax error in pattern"
// glob nope/*: [] "<nil>"
// glob one.txt: [one.txt] "<nil>"
// glob nope: [] "<nil>"
// glob ?*n*: [link one.txt] "<nil>"
// glob */: [] "<nil>"
// glob .: [.] "<nil>"
//    . d ./ <nil>
//    a d a/ <nil>
//    a/b d b/ <nil>
//    a/b/three.go - three.go <nil>
//    a/two.txt - two.txt <nil>
//    c d c/ <nil>
//    link L link <nil>
//    one.txt - one.txt <nil>
// walk . <nil>
//    a d a/ <nil>
//    a/b d b/ <nil>
//    a/b/three.go - three.go <nil>
//    a/two.txt - two.txt <nil>
// walk a <nil>
//    nope <nil> stat nope: no such file or directory
// walk nope stat nope: no such file or directory
//    . d ./ <nil>
//    a d a/ <nil>
//    c d c/ <nil>
//    link L link <nil>
//    one.txt - one.txt <nil>
// walk . <nil>
//    . d ./ <nil>
//    a d a/ <nil>
//    a/b d b/ <nil>
//    a/b/three.go - three.go <nil>
//    a/two.txt - two.txt <nil>
// walk . <nil>
//    . d ./ <nil>
//    a d a/ <nil>
//    a/b d b/ <nil>
//    a/b/three.go - three.go <nil>
//    a/two.txt - two.txt <nil>
//    c d c/ <nil>
//    link L link <nil>
// walk . <nil>
//    . d ./ <nil>
//    a d a/ <nil>
//    a/b d b/ <nil>
// walk . stop
//    . d a/ <nil>
//    b d b/ <nil>
//    b/three.go - three.go <nil>
//    two.txt - two.txt <nil>
// walk . <nil>
// sub open: <nil> "<nil>"
// sub readfile:  "read .: is a directory"
// sub readdir: [d b/ d b/ d--------- - two.txt - two.txt ----------] "<nil>"
// sub readlink:  "readlink .: invalid argument"
// sub lstat: <nil> "<nil>"
// sub stat: <nil> "<nil>"
// sub open: <nil> "<nil>"
// sub readfile: two2 "<nil>"
// sub readdir: [] "open two.txt: not a directory"
// sub readlink:  "readlink two.txt: invalid argument"
// sub lstat: <nil> "<nil>"
// sub stat: <nil> "<nil>"
// sub open: <nil> "open nope: no such file or directory"
// sub readfile:  "open nope: no such file or directory"
// sub readdir: [] "open nope: no such file or directory"
// sub readlink:  "readlink nope: no such file or directory"
// sub lstat: <nil> "lstat nope: no such file or directory"
// sub stat: <nil> "open nope: no such file or directory"
// sub open: <nil> "open ../x: invalid argument"
// sub readfile:  "read ../x: invalid argument"
// sub readdir: [] "read ../x: invalid argument"
// sub readlink:  "readlink ../x: invalid argument"
// sub lstat: <nil> "lstat ../x: invalid argument"
// sub stat: <nil> "open ../x: invalid argument"
// sub open: <nil> "<nil>"
// sub readfile:  "read b: is a directory"
// sub readdir: [- three.go - three.go ----------] "<nil>"
// sub readlink:  "readlink b: invalid argument"
// sub lstat: <nil> "<nil>"
// sub stat: <nil> "<nil>"
// subsub: <nil> "<nil>"
// glob: [three.go] "<nil>"
// glob: [b/three.go] "<nil>"
// mem: hello "<nil>"
// mem: <nil> "readdir a: not implemented"
// mem: true "open z: file does not exist"
// mem: <nil> "readlink a: invalid argument"
// mem: -rw-r--r-- 5 2001-09-09 01:46:40 a "<nil>"
// - a <nil>
//    a - a <nil>
// walk a <nil>
// mem: [] "<nil>"
// mem: world "<nil>"
// empty: <nil> "open x: os: DirFS with empty root"
//    . d ./ <nil>
//    a d a/ <nil>
//    a/b d b/ <nil>
//    a/b/three.go - three.go <nil>
//    a/two.txt - two.txt <nil>
//    c d c/ <nil>
//    link L link <nil>
//    one.txt - one.txt <nil>
// walk . <nil>
// copy again: <nil> "open u/a/b/three.go: file exists"
// 2 false <nil>
// 2 false <nil>
// 0 false EOF
// 0 false EOF
// 0 false <nil>
// [a c link one.txt] <nil>
// 4 <nil>
// closed: <nil> "readdirent t: use of closed file"
// file: false "readdirent t/one.txt: not a directory"
// file: <nil> "readdirent t/one.txt: not a directory"
// file: <nil> "open t/one.txt: not a directory"
// file: <nil> "open t/no: no such file or directory"
// nil: <nil> "invalid argument"
// rm: <nil> "RemoveAll t/.: invalid argument"
// rm: <nil> "RemoveAll .: invalid argument"
// rm: <nil> "<nil>"
// rm: <nil> "<nil>"
// rm: <nil> "unlinkat t/one.txt/x: not a directory"
// rm: <nil> "<nil>"
// rm: <nil> "stat t/a: no such file or directory"
// errno 0;false false false false false false
// operation not permitted;false false true false false false
// no such file or directory;false true false false false false
// no such process;false false false false false false
// interrupted system call;false false false false false true
// input/output error;false false false false false false
// no such device or address;false false false false false false
// argument list too long;false false false false false false
// exec format error;false false false false false false
// bad file descriptor;false false false false false false
// no child processes;false false false false false false
// resource temporarily unavailable;false false false false true true
// cannot allocate memory;false false false false false false
// permission denied;false false true false false false
// bad address;false false false false false false
// block device required;false false false false false false
// device or resource busy;false false false false false false
// file exists;true false false false false false
// invalid cross-device link;false false false false false false
// no such device;false false false false false false
// not a directory;false false false false false false
// is a directory;false false false false false false
// invalid argument;false false false false false false
// too many open files in system;false false false false false true
// too many open files;false false false false false true
// inappropriate ioctl for device;false false false false false false
// text file busy;false false false false false false
// file too large;false false false false false false
// no space left on device;false false false false false false
// illegal seek;false false false false false false
// read-only file system;false false false false false false
// too many links;false false false false false false
// broken pipe;false false false false false false
// numerical argument out of domain;false false false false false false
// numerical result out of range;false false false false false false
// resource deadlock avoided;false false false false false false
// file name too long;false false false false false false
// no locks available;false false false false false false
// function not implemented;false false false true false false
// directory not empty;true false false false false false
// too many levels of symbolic links;false false false false false false
// errno 41;false false false false false false
// no message of desired type;false false false false false false
// identifier removed;false false false false false false
// channel number out of range;false false false false false false
// level 2 not synchronized;false false false false false false
// level 3 halted;false false false false false false
// level 3 reset;false false false false false false
// link number out of range;false false false false false false
// protocol driver not attached;false false false false false false
// no CSI structure available;false false false false false false
// level 2 halted;false false false false false false
// invalid exchange;false false false false false false
// invalid request descriptor;false false false false false false
// exchange full;false false false false false false
// no anode;false false false false false false
// invalid request code;false false false false false false
// invalid slot;false false false false false false
// errno 58;false false false false false false
// bad font file format;false false false false false false
// device not a stream;false false false false false false
// no data available;false false false false false false
// timer expired;false false false false false false
// out of streams resources;false false false false false false
// machine is not on the network;false false false false false false
// package not installed;false false false false false false
// object is remote;false false false false false false
// link has been severed;false false false false false false
// advertise error;false false false false false false
// srmount error;false false false false false false
// communication error on send;false false false false false false
// protocol error;false false false false false false
// multihop attempted;false false false false false false
// RFS specific error;false false false false false false
// bad message;false false false false false false
// value too large for defined data type;false false false false false false
// name not unique on network;false false false false false false
// file descriptor in bad state;false false false false false false
// remote address changed;false false false false false false
// can not access a needed shared library;false false false false false false
// accessing a corrupted shared library;false false false false false false
// .lib section in a.out corrupted;false false false false false false
// attempting to link in too many shared libraries;false false false false false false
// cannot exec a shared library directly;false false false false false false
// invalid or incomplete multibyte or wide character;false false false false false false
// interrupted system call should be restarted;false false false false false false
// streams pipe error;false false false false false false
// too many users;false false false false false false
// socket operation on non-socket;false false false false false false
// destination address required;false false false false false false
// message too long;false false false false false false
// protocol wrong type for socket;false false false false false false
// protocol not available;false false false false false false
// protocol not supported;false false false false false false
// socket type not supported;false false false false false false
// operation not supported;false false false true false false
// protocol family not supported;false false false false false false
// address family not supported by protocol;false false false false false false
// address already in use;false false false false false false
// cannot assign requested address;false false false false false false
// network is down;false false false false false false
// network is unreachable;false false false false false false
// network dropped connection on reset;false false false false false false
// software caused connection abort;false false false false false false
// connection reset by peer;false false false false false false
// no buffer space available;false false false false false false
// transport endpoint is already connected;false false false false false false
// transport endpoint is not connected;false false false false false false
// cannot send after transport endpoint shutdown;false false false false false false
// too many references: cannot splice;false false false false false false
// connection timed out;false false false false true true
// connection refused;false false false false false false
// host is down;false false false false false false
// no route to host;false false false false false false
// operation already in progress;false false false false false false
// operation now in progress;false false false false false false
// stale file handle;false false false false false false
// structure needs cleaning;false false false false false false
// not a XENIX named type file;false false false false false false
// no XENIX semaphores available;false false false false false false
// is a named type file;false false false false false false
// remote I/O error;false false false false false false
// disk quota exceeded;false false false false false false
// no medium found;false false false false false false
// wrong medium type;false false false false false false
// operation canceled;false false false false false false
// required key not available;false false false false false false
// key has expired;false false false false false false
// key has been revoked;false false false false false false
// key was rejected by service;false false false false false false
// owner died;false false false false false false
// state not recoverable;false false false false false false
// operation not possible due to RF-kill;false false false false false false
// errno 133;false false false false false false
// errno 134;false false false false false false
// errno 135;false false false false false false
// errno 136;false false false false false false
// errno 137;false false false false false false
// errno 138;false false false false false false
// errno 139;false false false false false false
// signal -1
// signal 0
// hangup
// interrupt
// quit
// illegal instruction
// trace/breakpoint trap
// aborted
// bus error
// floating point exception
// killed
// user defined signal 1
// segmentation fault
// user defined signal 2
// broken pipe
// alarm clock
// terminated
// stack fault
// child exited
// continued
// stopped (signal)
// stopped
// stopped (tty input)
// stopped (tty output)
// urgent I/O condition
// CPU time limit exceeded
// file size limit exceeded
// virtual timer expired
// profiling timer expired
// window changed
// I/O possible
// power failure
// bad system call
// signal 32
// signal 33
// signal 34
// signal 35
// resource temporarily unavailable level 3 reset window changed
// <nil>
// os: process handle unavailable os: process already finished
