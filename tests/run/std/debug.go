// Package runtime/debug: the text of build infos, SetCrashOutput; runtime.Pinner and SetDefaultGOMAXPROCS.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
)

func try(s string) {
	bi, err := debug.ParseBuildInfo(s)
	if err != nil {
		fmt.Printf("%v %v\n", bi == nil, err)
		return
	}
	fmt.Printf("%q\n", bi.String())
	bi.GoVersion = "go9"
	again, err := debug.ParseBuildInfo(bi.String())
	fmt.Printf("%q %v\n", again.String(), err)
	for _, d := range bi.Deps {
		fmt.Printf("%+v\n", d.Replace)
	}
}

func pin(v any) {
	defer func() {
		if r := recover(); r != nil {
			_, ok := r.(runtime.Error)
			fmt.Println(r, ok)
		}
	}()
	var p runtime.Pinner
	defer p.Unpin()
	p.Pin(v)
	p.Unpin()
	p.Pin(v)
	p.Pin(v)
	fmt.Println("pinned")
}

func main() {
	for _, s := range []string{
		"", "path", "path\tx/y", "path\tx/y\n", "go\tgo1.2\npath\tx/y\n", "unknown\n", "mod\ta\tv1\n", "mod\ta\tv1\tsum\n", "mod\ta\n", "mod\ta\tb\tc\td\n",
		"dep\ta\tv1\tsum\ndep\tb\tv2\n=>\tc\tv3\tsum3\n", "=>\tc\tv3\tsum3\n", "dep\ta\tv1\n=>\tc\tv3\n", "dep\ta\tv1\n=>\tc\tv3\t\n=>\td\tv3\t\n", "mod\ta\tv\n=>\tx\ty\tz\n",
		"build\t\n", "build\t=x\n", "build\tk\n", "build\tk=v\n", "build\tk=\n", "build\t\"k k\"=\"v v\"\n", "build\t\"k\"\n", "build\t\"k\"x=1\n", "build\t\"k=1\n",
		"build\tk k=1\n", "build\tk=v v\n", "build\tk=\"v\n", "build\t`k=`=`v v`\n", "path\tx\n\n\nbuild\tk\tx=1\n", "build\t-ldflags=\"-X a=b\"\n", "build\tk=a=b\n",
	} {
		try(s)
	}
	bi, ok := debug.ReadBuildInfo()
	fmt.Println(ok, bi.Path, strings.HasPrefix(bi.String(), "go\tgo1."))
	x := new(int)
	for _, v := range []any{nil, 1, x, "s", []int{1}, &struct{}{}, map[int]int{}, (*int)(nil)} {
		pin(v)
	}
	runtime.GOMAXPROCS(7)
	runtime.SetDefaultGOMAXPROCS()
	fmt.Println(runtime.GOMAXPROCS(0) == runtime.NumCPU())
	f, err := os.CreateTemp("", "crash")
	fmt.Println(err)
	fmt.Println(debug.SetCrashOutput(f, debug.CrashOptions{}))
	fmt.Println(debug.SetCrashOutput(nil, debug.CrashOptions{}))
	fmt.Println(debug.SetCrashOutput(f, debug.CrashOptions{}))
	f.Close()
	fmt.Println(debug.SetCrashOutput(f, debug.CrashOptions{}))
	os.Remove(f.Name())
}

// Output:
// ""
// "" <nil>
// ""
// "" <nil>
// ""
// "" <nil>
// "path\tx/y\n"
// "path\tx/y\n" <nil>
// "path\tx/y\n"
// "path\tx/y\n" <nil>
// ""
// "" <nil>
// "mod\ta\tv1\t\n"
// "mod\ta\tv1\t\n" <nil>
// "mod\ta\tv1\tsum\n"
// "mod\ta\tv1\tsum\n" <nil>
// true could not parse Go build info: line 1: expected 2 or 3 columns; got 1
// true could not parse Go build info: line 1: expected 2 or 3 columns; got 4
// "dep\ta\tv1\tsum\ndep\tb\tv2\n=>\tc\tv3\tsum3\n\n"
// "dep\ta\tv1\tsum\ndep\tb\tv2\n=>\tc\tv3\tsum3\n\n" <nil>
// <nil>
// &{Path:c Version:v3 Sum:sum3 Replace:<nil>}
// true could not parse Go build info: line 1: replacement with no module on previous line
// true could not parse Go build info: line 2: expected 3 columns for replacement; got 2
// true could not parse Go build info: line 3: replacement with no module on previous line
// "mod\ta\tv\n=>\tx\ty\tz\n\n"
// "mod\ta\tv\n=>\tx\ty\tz\n\n" <nil>
// true could not parse Go build info: line 1: build line missing '='
// true could not parse Go build info: line 1: build line with missing key
// true could not parse Go build info: line 1: build line missing '=' after key
// "build\tk=v\n"
// "build\tk=v\n" <nil>
// "build\tk=\n"
// "build\tk=\n" <nil>
// "build\t\"k k\"=\"v v\"\n"
// "build\t\"k k\"=\"v v\"\n" <nil>
// true could not parse Go build info: line 1: build line missing '=' after quoted key
// true could not parse Go build info: line 1: unexpected character after quoted key: 'x'
// true could not parse Go build info: line 1: invalid quoted key in build line
// true could not parse Go build info: line 1: unquoted key "k k" must be quoted
// true could not parse Go build info: line 1: unquoted value "v v" must be quoted
// true could not parse Go build info: line 1: invalid quoted value in build line
// "build\t\"k=\"=\"v v\"\n"
// "build\t\"k=\"=\"v v\"\n" <nil>
// true could not parse Go build info: line 4: unquoted key "k\tx" must be quoted
// "build\t-ldflags=\"-X a=b\"\n"
// "build\t-ldflags=\"-X a=b\"\n" <nil>
// "build\tk=a=b\n"
// "build\tk=a=b\n" <nil>
// true command-line-arguments true
// runtime error: runtime.Pinner: argument is nil true
// runtime error: runtime.Pinner: argument is not a pointer: int true
// pinned
// runtime error: runtime.Pinner: argument is not a pointer: string true
// runtime error: runtime.Pinner: argument is not a pointer: []int true
// pinned
// runtime error: runtime.Pinner: argument is not a pointer: map[int]int true
// pinned
// true
// <nil>
// <nil>
// <nil>
// <nil>
// bad file descriptor
