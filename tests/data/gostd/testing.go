package testing

import (
	"fmt"
	"os"
	"runtime"
	"strings"
)

type TB interface {
	Error(args ...any)
	Errorf(format string, args ...any)
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Skip(args ...any)
	Skipf(format string, args ...any)
	Cleanup(func())
	TempDir() string
}
type T struct {
	name     string
	failed   bool
	skipped  bool
	cleanups []func()
	done     chan bool
}
type B struct {
	T
	N int
}
type M struct{}

func (t *T) say(s string)                      { fmt.Printf("    %s: %s\n", t.name, strings.TrimRight(s, "\n")) }
func (t *T) Fail()                             { t.failed = true }
func (t *T) FailNow()                          { t.failed = true; runtime.Goexit() }
func (t *T) Failed() bool                      { return t.failed }
func (t *T) Error(a ...any)                    { t.say(fmt.Sprintln(a...)); t.Fail() }
func (t *T) Errorf(f string, a ...any)         { t.say(fmt.Sprintf(f, a...)); t.Fail() }
func (t *T) Fatal(a ...any)                    { t.say(fmt.Sprintln(a...)); t.FailNow() }
func (t *T) Fatalf(f string, a ...any)         { t.say(fmt.Sprintf(f, a...)); t.FailNow() }
func (t *T) Log(a ...any)                      {}
func (t *T) Logf(f string, a ...any)           {}
func (t *T) Helper()                           {}
func (t *T) Parallel()                         {}
func (t *T) Name() string                      { return t.name }
func (t *T) Skip(a ...any)                     { t.skipped = true; runtime.Goexit() }
func (t *T) SkipNow()                          { t.Skip() }
func (t *T) Skipf(f string, a ...any)          { t.Skip() }
func (t *T) Cleanup(f func())                  { t.cleanups = append(t.cleanups, f) }
func (t *T) TempDir() string {
	d, err := os.MkdirTemp("", "t")
	if err != nil {
		panic(err)
	}
	t.Cleanup(func() { os.RemoveAll(d) })
	return d
}
func (t *T) Chdir(dir string) { os.Chdir(dir) }
func (t *T) Setenv(k, v string) {
	old, ok := os.LookupEnv(k)
	os.Setenv(k, v)
	t.Cleanup(func() {
		if ok {
			os.Setenv(k, old)
		} else {
			os.Unsetenv(k)
		}
	})
}
func (t *T) Run(name string, f func(*T)) bool {
	u := &T{name: t.name + "/" + name, done: make(chan bool)}
	go func() {
		defer func() {
			if e := recover(); e != nil {
				u.say(fmt.Sprint("panic: ", e))
				u.failed = true
			}
			for i := len(u.cleanups) - 1; i >= 0; i-- {
				u.cleanups[i]()
			}
			close(u.done)
		}()
		f(u)
	}()
	<-u.done
	if u.failed {
		t.failed = true
	}
	return !u.failed
}
func Short() bool                                   { return true }
func Verbose() bool                                 { return false }
func CoverMode() string                             { return "" }
func AllocsPerRun(n int, f func()) float64          { f(); return 0 }
func Testing() bool                                 { return true }

func Main(name string, f func(*T)) {
	t := &T{}
	t.Run(name, f)
	switch {
	case t.failed:
		fmt.Println("FAIL", name)
	default:
		fmt.Println("PASS", name)
	}
}

func Example(name string, f func()) {
	fmt.Println("==", name)
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	f()
}
