// Files, folders, links, pipes and the environment: results and the texts of errors.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"syscall"
	"time"
)

var dir string

// say prints err without the name of the test's folder, and what it is.
func say(what string, err error) {
	if err == nil {
		fmt.Println(what, "ok")
		return
	}
	fmt.Printf("%s: %T %q |%v%v%v%v|%v%v\n", what, err, strings.ReplaceAll(err.Error(), dir, "DIR"), os.IsExist(err), os.IsNotExist(err),
		os.IsPermission(err), os.IsTimeout(err), errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrClosed))
}

func files() {
	name := filepath.Join(dir, "a.txt")
	f, err := os.Create(name)
	say("create", err)
	n, err := f.WriteString("hello\n")
	fmt.Println(n, err)
	fmt.Fprintf(f, "%s %d\n", "world", 42)
	_, err = f.WriteAt([]byte("J"), 0)
	say("writeat", err)
	_, err = f.WriteAt([]byte("J"), -1)
	say("negative", err)
	at, err := f.Seek(-3, io.SeekEnd)
	fmt.Println(at, err)
	b := make([]byte, 10)
	k, err := f.Read(b)
	fmt.Println(k, err, string(b[:k]))
	k, err = f.Read(b)
	fmt.Println(k, err)
	k, err = f.ReadAt(b, 1)
	fmt.Printf("%d %v %q\n", k, err, b)
	k, err = f.ReadAt(b, 10)
	fmt.Println(k, err)
	info, err := f.Stat()
	fmt.Println(info.Name(), info.Size(), info.Mode(), info.IsDir(), err, time.Since(info.ModTime()) < time.Hour)
	say("truncate", f.Truncate(5))
	say("chmod", f.Chmod(0o600))
	say("sync", f.Sync())
	say("close", f.Close())
	say("close again", f.Close())
	_, err = f.Write(nil)
	say("write closed", err)
	_, err = f.Read(b)
	say("read closed", err)
	_, err = f.Stat()
	say("stat closed", err)
	data, err := os.ReadFile(name)
	fmt.Printf("%q %v\n", data, err)
	say("writefile", os.WriteFile(name, []byte("one\ntwo\nthree"), 0o644))
	f, _ = os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	fmt.Fprintln(f, "\nfour")
	_, err = f.WriteAt(nil, 0)
	say("append at", err)
	_, err = f.Read(b)
	say("read of write-only", err)
	f.Close()
	f, _ = os.Open(name)
	for s := bufio.NewScanner(f); s.Scan(); {
		fmt.Print(s.Text(), ";")
	}
	fmt.Println()
	_, err = f.WriteString("x")
	say("write of read-only", err)
	_, err = f.Readdirnames(1)
	fmt.Println(err != nil)
	f.Close()
	_, err = os.OpenFile(name, os.O_CREATE|os.O_EXCL, 0o644)
	say("exclusive", err)
	_, err = os.Open(filepath.Join(dir, "none"))
	say("open", err)
	_, err = os.ReadFile(dir)
	say("read folder", err)
	_, err = os.Open("")
	say("empty name", err)
	_, err = os.Open("a\x00b")
	say("nul", err)
	_, err = os.Stat(filepath.Join(name, "x"))
	say("stat below a file", err)
	_, err = os.Lstat(filepath.Join(dir, "none"))
	say("lstat", err)
	var none *os.File
	_, err = none.Read(nil)
	say("nil file", err)
	say("truncate none", os.Truncate(filepath.Join(dir, "none"), 1))
}

func folders() {
	sub := filepath.Join(dir, "sub")
	say("mkdir", os.Mkdir(sub, 0o755))
	say("mkdir again", os.Mkdir(sub, 0o755))
	say("mkdirall", os.MkdirAll(filepath.Join(sub, "x", "y"), 0o755))
	say("mkdirall over a file", os.MkdirAll(filepath.Join(dir, "a.txt", "z"), 0o755))
	for _, n := range []string{"c", "a", "b"} {
		os.WriteFile(filepath.Join(sub, n), []byte(n), 0o644)
	}
	entries, err := os.ReadDir(sub)
	for _, e := range entries {
		i, _ := e.Info()
		fmt.Print(e.Name(), " ", e.IsDir(), " ", e.Type(), " ", i.Mode(), "; ")
	}
	fmt.Println(err)
	f, _ := os.Open(sub)
	names, err := f.Readdirnames(2)
	fmt.Println(len(names), err)
	rest, err := f.ReadDir(-1)
	fmt.Println(len(rest), err)
	_, err = f.Readdir(1)
	fmt.Println(err)
	f.Close()
	say("symlink", os.Symlink("a", filepath.Join(sub, "ln")))
	to, err := os.Readlink(filepath.Join(sub, "ln"))
	fmt.Println(to, err)
	_, err = os.Readlink(filepath.Join(sub, "a"))
	say("readlink", err)
	i, _ := os.Lstat(filepath.Join(sub, "ln"))
	j, _ := os.Stat(filepath.Join(sub, "ln"))
	k, _ := os.Stat(filepath.Join(sub, "a"))
	fmt.Println(i.Mode().Type(), j.Mode(), os.SameFile(j, k), os.SameFile(i, k))
	say("link", os.Link(filepath.Join(sub, "none"), filepath.Join(sub, "n")))
	say("rename", os.Rename(filepath.Join(sub, "a"), filepath.Join(sub, "d")))
	say("rename to folder", os.Rename(filepath.Join(sub, "d"), filepath.Join(sub, "x")))
	say("rename none", os.Rename(filepath.Join(sub, "none"), filepath.Join(sub, "e")))
	say("remove full", os.Remove(sub))
	say("remove none", os.Remove(filepath.Join(sub, "none")))
	say("chdir", os.Chdir(sub))
	wd, err := os.Getwd()
	fmt.Println(filepath.Base(wd), err)
	filepath.Walk(".", func(p string, i fs.FileInfo, err error) error {
		fmt.Print(p, " ")
		if p == "x" {
			return filepath.SkipDir
		}
		return err
	})
	fmt.Println()
	m, err := filepath.Glob("[b-d]")
	fmt.Println(m, err)
	say("removeall", os.RemoveAll(filepath.Join(sub, "x")))
	say("chtimes", os.Chtimes("b", time.Unix(1000, 5), time.Unix(2000, 7)))
	i, _ = os.Stat("b")
	fmt.Println(i.ModTime().UnixNano())
	say("chown none", os.Chown("none", 0, 0))
	_, err = os.CreateTemp(dir, "a/b")
	say("temp", err)
	t, err := os.CreateTemp(dir, "pre*.txt")
	fmt.Println(strings.HasPrefix(filepath.Base(t.Name()), "pre"), filepath.Ext(t.Name()), err)
	t.Close()
	_, err = os.MkdirTemp(filepath.Join(dir, "none"), "x")
	say("temp folder", err)
	d, err := os.MkdirTemp(dir, "x*y")
	fmt.Println(strings.HasSuffix(d, "y"), err)
	os.Chdir("/")
}

func pipes() {
	r, w, err := os.Pipe()
	fmt.Println(err)
	done := make(chan string)
	go func() {
		b, err := io.ReadAll(r)
		done <- fmt.Sprint(len(b), " ", err)
	}()
	for i := 0; i < 100; i++ {
		w.Write(make([]byte, 4096))
	}
	w.Close()
	fmt.Println(<-done)
	r, w, _ = os.Pipe()
	go func() {
		_, err := r.Read(make([]byte, 1))
		done <- err.Error()
	}()
	time.Sleep(20 * time.Millisecond)
	r.Close()
	fmt.Println(<-done)
	w.Close()
}

func environment() {
	say("setenv", os.Setenv("MS_TEST", "v$x"))
	say("setenv empty", os.Setenv("", "v"))
	say("setenv bad", os.Setenv("a=b", "v"))
	fmt.Println(os.Getenv("MS_TEST"), os.ExpandEnv("<$MS_TEST ${MS_TEST} $$ ${} $MS_NONE $>"))
	os.Setenv("MS_EMPTY", "")
	v, ok := os.LookupEnv("MS_EMPTY")
	fmt.Printf("%q %v\n", v, ok)
	os.Unsetenv("MS_TEST")
	_, ok = os.LookupEnv("MS_TEST")
	fmt.Println(ok)
	os.Clearenv()
	os.Setenv("B", "1")
	os.Setenv("A", "2")
	env := os.Environ()
	sort.Strings(env)
	fmt.Println(env, os.TempDir())
	_, err := os.UserHomeDir()
	fmt.Println(err)
	_, err = os.UserCacheDir()
	fmt.Println(err)
	fmt.Println(len(os.Args), os.Getpid() > 0, os.Getpagesize(), os.DevNull, os.Interrupt, os.Kill)
	fmt.Println(syscall.ENOENT, syscall.Errno(13).Error(), syscall.EAGAIN.Timeout(), syscall.Signal(15), syscall.Signal(77))
	fmt.Println(&os.PathError{Op: "op", Path: "p", Err: syscall.EPERM}, os.NewSyscallError("call", syscall.EIO), os.NewSyscallError("call", nil))
}

func main() {
	var err error
	if dir, err = os.MkdirTemp("", "os"); err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	files()
	folders()
	pipes()
	environment()
}

// Output:
// create ok
// 6 <nil>
// writeat ok
// negative: *fs.PathError "writeat DIR/a.txt: negative offset" |falsefalsefalsefalse|falsefalse
// 12 <nil>
// 3 <nil> 42
//
// 0 EOF
// 10 <nil> "ello\nworld"
// 5 EOF
// a.txt 15 -rw-r--r-- false <nil> true
// truncate ok
// chmod ok
// sync ok
// close ok
// close again: *fs.PathError "close DIR/a.txt: file already closed" |falsefalsefalsefalse|falsetrue
// write closed: *fs.PathError "write DIR/a.txt: file already closed" |falsefalsefalsefalse|falsetrue
// read closed: *fs.PathError "read DIR/a.txt: file already closed" |falsefalsefalsefalse|falsetrue
// stat closed: *fs.PathError "stat DIR/a.txt: file already closed" |falsefalsefalsefalse|falsetrue
// "Jello" <nil>
// writefile ok
// append at: *errors.errorString "os: invalid use of WriteAt on file opened with O_APPEND" |falsefalsefalsefalse|falsefalse
// read of write-only: *fs.PathError "read DIR/a.txt: bad file descriptor" |falsefalsefalsefalse|falsefalse
// one;two;three;four;
// write of read-only: *fs.PathError "write DIR/a.txt: bad file descriptor" |falsefalsefalsefalse|falsefalse
// true
// exclusive: *fs.PathError "open DIR/a.txt: file exists" |truefalsefalsefalse|falsefalse
// open: *fs.PathError "open DIR/none: no such file or directory" |falsetruefalsefalse|truefalse
// read folder: *fs.PathError "read DIR: is a directory" |falsefalsefalsefalse|falsefalse
// empty name: *fs.PathError "open : no such file or directory" |falsetruefalsefalse|truefalse
// nul: *fs.PathError "open a\x00b: invalid argument" |falsefalsefalsefalse|falsefalse
// stat below a file: *fs.PathError "stat DIR/a.txt/x: not a directory" |falsefalsefalsefalse|falsefalse
// lstat: *fs.PathError "lstat DIR/none: no such file or directory" |falsetruefalsefalse|truefalse
// nil file: *errors.errorString "invalid argument" |falsefalsefalsefalse|falsefalse
// truncate none: *fs.PathError "truncate DIR/none: no such file or directory" |falsetruefalsefalse|truefalse
// mkdir ok
// mkdir again: *fs.PathError "mkdir DIR/sub: file exists" |truefalsefalsefalse|falsefalse
// mkdirall ok
// mkdirall over a file: *fs.PathError "mkdir DIR/a.txt: not a directory" |falsefalsefalsefalse|falsefalse
// a false ---------- -rw-r--r--; b false ---------- -rw-r--r--; c false ---------- -rw-r--r--; x true d--------- drwxr-xr-x; <nil>
// 2 <nil>
// 2 <nil>
// EOF
// symlink ok
// a <nil>
// readlink: *fs.PathError "readlink DIR/sub/a: invalid argument" |falsefalsefalsefalse|falsefalse
// L--------- -rw-r--r-- true false
// link: *os.LinkError "link DIR/sub/none DIR/sub/n: no such file or directory" |falsetruefalsefalse|truefalse
// rename ok
// rename to folder: *os.LinkError "rename DIR/sub/d DIR/sub/x: file exists" |truefalsefalsefalse|falsefalse
// rename none: *os.LinkError "rename DIR/sub/none DIR/sub/e: no such file or directory" |falsetruefalsefalse|truefalse
// remove full: *fs.PathError "remove DIR/sub: directory not empty" |truefalsefalsefalse|falsefalse
// remove none: *fs.PathError "remove DIR/sub/none: no such file or directory" |falsetruefalsefalse|truefalse
// chdir ok
// sub <nil>
// . b c d ln x
// [b c d] <nil>
// removeall ok
// chtimes ok
// 2000000000007
// chown none: *fs.PathError "chown none: no such file or directory" |falsetruefalsefalse|truefalse
// temp: *fs.PathError "createtemp a/b: pattern contains path separator" |falsefalsefalsefalse|falsefalse
// true .txt <nil>
// temp folder: *fs.PathError "stat DIR/none: no such file or directory" |falsetruefalsefalse|truefalse
// true <nil>
// <nil>
// 409600 <nil>
// read |0: file already closed
// setenv ok
// setenv empty: *os.SyscallError "setenv: invalid argument" |falsefalsefalsefalse|falsefalse
// setenv bad: *os.SyscallError "setenv: invalid argument" |falsefalsefalsefalse|falsefalse
// v$x <v$x v$x    $>
// "" true
// false
// [A=2 B=1] /tmp
// $HOME is not defined
// neither $XDG_CACHE_HOME nor $HOME are defined
// 1 true 4096 /dev/null interrupt killed
// no such file or directory permission denied true terminated signal 77
// op p: operation not permitted call: input/output error <nil>
