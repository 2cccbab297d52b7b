// run

// Package flag: kinds of flags, errors, usage texts.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

type list []string

func (l *list) String() string     { return strings.Join(*l, ",") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

type level struct{ n int }

func (l level) MarshalText() ([]byte, error) { return []byte(fmt.Sprint("L", l.n)), nil }
func (l *level) UnmarshalText(b []byte) error {
	if len(b) != 2 || b[0] != 'L' {
		return errors.New("bad level")
	}
	l.n = int(b[1] - '0')
	return nil
}

func set() (*flag.FlagSet, func()) {
	f := flag.NewFlagSet("prog", flag.ContinueOnError)
	f.SetOutput(os.Stdout)
	b := f.Bool("b", false, "a switch")
	n := f.Int("n", 5, "the `count` of things")
	i := f.Int64("i64", 0, "big")
	u := f.Uint("u", 1, "unsigned")
	u2 := f.Uint64("u64", 0, "big unsigned")
	s := f.String("s", "def", "text\nin two lines")
	e := f.String("empty", "", "empty text")
	x := f.Float64("x", 1.5, "a number")
	d := f.Duration("d", time.Second, "how long")
	var l list
	f.Var(&l, "l", "a list")
	var lv level
	f.TextVar(&lv, "level", level{3}, "level of detail")
	f.Func("call", "calls", func(s string) error {
		if s == "no" {
			return errors.New("refused")
		}
		fmt.Println("called with", s)
		return nil
	})
	f.BoolFunc("bf", "calls too", func(s string) error { fmt.Println("bf", s); return nil })
	return f, func() {
		fmt.Println(*b, *n, *i, *u, *u2, *s, *e, *x, *d, l, lv, f.NFlag(), f.NArg(), f.Args(), f.Arg(0), f.Arg(9), f.Parsed())
		f.Visit(func(fl *flag.Flag) { fmt.Print(fl.Name, "=", fl.Value, " ") })
		fmt.Println()
	}
}

func main() {
	for _, args := range []string{"", "-b -n 7 rest -n 8", "--n=9 -s=a=b -x -2.5e3 -d 1m30s -i64 -4 -u 0x10 -u64 7 -l a -l b -level L7 -empty x -- -b",
		"-b=false -call yes -bf", "-b=maybe", "-n x", "-n 99999999999999999999", "-n", "-zzz", "-h", "---n", "-=x", "-", "-u -1", "-d 5", "-level X", "-call no", "-x 1e999"} {
		f, show := set()
		err := f.Parse(strings.Fields(args))
		fmt.Printf("%q -> %v %v\n", args, err, err == flag.ErrHelp)
		show()
	}
	f, _ := set()
	f.PrintDefaults()
	fmt.Println(f.Set("n", "11"), f.Lookup("n").Value, f.Lookup("n").DefValue, f.Lookup("q") == nil, f.Set("q", ""), f.Name(), f.ErrorHandling())
	names := ""
	f.VisitAll(func(fl *flag.Flag) { names += fl.Name + " " })
	fmt.Println(names, f.Lookup("n").Value.(flag.Getter).Get())
	name, usage := flag.UnquoteUsage(f.Lookup("n"))
	fmt.Println(name, usage)
	func() {
		defer func() { fmt.Println(recover()) }()
		f.Int("n", 0, "again")
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		p := flag.NewFlagSet("", flag.PanicOnError)
		p.SetOutput(os.Stdout)
		p.Parse([]string{"-x"})
	}()
	v := flag.Bool("top", true, "top level")
	flag.CommandLine.Parse([]string{"-top=false", "arg"})
	fmt.Println(*v, flag.NArg(), flag.Arg(0), flag.Args(), flag.NFlag(), flag.Parsed())
}

// Output:
// "" -> <nil> false
// false 5 0 1 0 def  1.5 1s [] {3} 0 0 []   true
//
// "-b -n 7 rest -n 8" -> <nil> false
// true 7 0 1 0 def  1.5 1s [] {3} 2 3 [rest -n 8] rest  true
// b=true n=7
// "--n=9 -s=a=b -x -2.5e3 -d 1m30s -i64 -4 -u 0x10 -u64 7 -l a -l b -level L7 -empty x -- -b" -> <nil> false
// false 9 -4 16 7 a=b x -2500 1m30s [a b] {7} 10 1 [-b] -b  true
// d=1m30s empty=x i64=-4 l=a,b level=L7 n=9 s=a=b u=16 u64=7 x=-2500
// called with yes
// bf true
// "-b=false -call yes -bf" -> <nil> false
// false 5 0 1 0 def  1.5 1s [] {3} 3 0 []   true
// b=false bf= call=
// invalid boolean value "maybe" for -b: parse error
// Usage of prog:
//   -b	a switch
//   -bf
//     	calls too
//   -call value
//     	calls
//   -d duration
//     	how long (default 1s)
//   -empty string
//     	empty text
//   -i64 int
//     	big
//   -l value
//     	a list
//   -level value
//     	level of detail (default L3)
//   -n count
//     	the count of things (default 5)
//   -s string
//     	text
//     	in two lines (default "def")
//   -u uint
//     	unsigned (default 1)
//   -u64 uint
//     	big unsigned
//   -x float
//     	a number (default 1.5)
// "-b=maybe" -> invalid boolean value "maybe" for -b: parse error false
// false 5 0 1 0 def  1.5 1s [] {3} 0 0 []   true
//
// invalid value "x" for flag -n: parse error
// Usage of prog:
//   -b	a switch
//   -bf
//     	calls too
//   -call value
//     	calls
//   -d duration
//     	how long (default 1s)
//   -empty string
//     	empty text
//   -i64 int
//     	big
//   -l value
//     	a list
//   -level value
//     	level of detail (default L3)
//   -n count
//     	the count of things (default 5)
//   -s string
//     	text
//     	in two lines (default "def")
//   -u uint
//     	unsigned (default 1)
//   -u64 uint
//     	big unsigned
//   -x float
//     	a number (default 1.5)
// "-n x" -> invalid value "x" for flag -n: parse error false
// false 0 0 1 0 def  1.5 1s [] {3} 0 0 []   true
//
// invalid value "99999999999999999999" for flag -n: value out of range
// Usage of prog:
//   -b	a switch
//   -bf
//     	calls too
//   -call value
//     	calls
//   -d duration
//     	how long (default 1s)
//   -empty string
//     	empty text
//   -i64 int
//     	big
//   -l value
//     	a list
//   -level value
//     	level of detail (default L3)
//   -n count
//     	the count of things (default 5)
//   -s string
//     	text
//     	in two lines (default "def")
//   -u uint
//     	unsigned (default 1)
//   -u64 uint
//     	big unsigned
//   -x float
//     	a number (default 1.5)
// "-n 99999999999999999999" -> invalid value "99999999999999999999" for flag -n: value out of range false
// false 9223372036854775807 0 1 0 def  1.5 1s [] {3} 0 0 []   true
//
// flag needs an argument: -n
// Usage of prog:
//   -b	a switch
//   -bf
//     	calls too
//   -call value
//     	calls
//   -d duration
//     	how long (default 1s)
//   -empty string
//     	empty text
//   -i64 int
//     	big
//   -l value
//     	a list
//   -level value
//     	level of detail (default L3)
//   -n count
//     	the count of things (default 5)
//   -s string
//     	text
//     	in two lines (default "def")
//   -u uint
//     	unsigned (default 1)
//   -u64 uint
//     	big unsigned
//   -x float
//     	a number (default 1.5)
// "-n" -> flag needs an argument: -n false
// false 5 0 1 0 def  1.5 1s [] {3} 0 0 []   true
//
// flag provided but not defined: -zzz
// Usage of prog:
//   -b	a switch
//   -bf
//     	calls too
//   -call value
//     	calls
//   -d duration
//     	how long (default 1s)
//   -empty string
//     	empty text
//   -i64 int
//     	big
//   -l value
//     	a list
//   -level value
//     	level of detail (default L3)
//   -n count
//     	the count of things (default 5)
//   -s string
//     	text
//     	in two lines (default "def")
//   -u uint
//     	unsigned (default 1)
//   -u64 uint
//     	big unsigned
//   -x float
//     	a number (default 1.5)
// "-zzz" -> flag provided but not defined: -zzz false
// false 5 0 1 0 def  1.5 1s [] {3} 0 0 []   true
//
// Usage of prog:
//   -b	a switch
//   -bf
//     	calls too
//   -call value
//     	calls
//   -d duration
//     	how long (default 1s)
//   -empty string
//     	empty text
//   -i64 int
//     	big
//   -l value
//     	a list
//   -level value
//     	level of detail (default L3)
//   -n count
//     	the count of things (default 5)
//   -s string
//     	text
//     	in two lines (default "def")
//   -u uint
//     	unsigned (default 1)
//   -u64 uint
//     	big unsigned
//   -x float
//     	a number (default 1.5)
// "-h" -> flag: help requested true
// false 5 0 1 0 def  1.5 1s [] {3} 0 0 []   true
//
// bad flag syntax: ---n
// Usage of prog:
//   -b	a switch
//   -bf
//     	calls too
//   -call value
//     	calls
//   -d duration
//     	how long (default 1s)
//   -empty string
//     	empty text
//   -i64 int
//     	big
//   -l value
//     	a list
//   -level value
//     	level of detail (default L3)
//   -n count
//     	the count of things (default 5)
//   -s string
//     	text
//     	in two lines (default "def")
//   -u uint
//     	unsigned (default 1)
//   -u64 uint
//     	big unsigned
//   -x float
//     	a number (default 1.5)
// "---n" -> bad flag syntax: ---n false
// false 5 0 1 0 def  1.5 1s [] {3} 0 1 [---n] ---n  true
//
// bad flag syntax: -=x
// Usage of prog:
//   -b	a switch
//   -bf
//     	calls too
//   -call value
//     	calls
//   -d duration
//     	how long (default 1s)
//   -empty string
//     	empty text
//   -i64 int
//     	big
//   -l value
//     	a list
//   -level value
//     	level of detail (default L3)
//   -n count
//     	the count of things (default 5)
//   -s string
//     	text
//     	in two lines (default "def")
//   -u uint
//     	unsigned (default 1)
//   -u64 uint
//     	big unsigned
//   -x float
//     	a number (default 1.5)
// "-=x" -> bad flag syntax: -=x false
// false 5 0 1 0 def  1.5 1s [] {3} 0 1 [-=x] -=x  true
//
// "-" -> <nil> false
// false 5 0 1 0 def  1.5 1s [] {3} 0 1 [-] -  true
//
// invalid value "-1" for flag -u: parse error
// Usage of prog:
//   -b	a switch
//   -bf
//     	calls too
//   -call value
//     	calls
//   -d duration
//     	how long (default 1s)
//   -empty string
//     	empty text
//   -i64 int
//     	big
//   -l value
//     	a list
//   -level value
//     	level of detail (default L3)
//   -n count
//     	the count of things (default 5)
//   -s string
//     	text
//     	in two lines (default "def")
//   -u uint
//     	unsigned (default 1)
//   -u64 uint
//     	big unsigned
//   -x float
//     	a number (default 1.5)
// "-u -1" -> invalid value "-1" for flag -u: parse error false
// false 5 0 0 0 def  1.5 1s [] {3} 0 0 []   true
//
// invalid value "5" for flag -d: parse error
// Usage of prog:
//   -b	a switch
//   -bf
//     	calls too
//   -call value
//     	calls
//   -d duration
//     	how long (default 1s)
//   -empty string
//     	empty text
//   -i64 int
//     	big
//   -l value
//     	a list
//   -level value
//     	level of detail (default L3)
//   -n count
//     	the count of things (default 5)
//   -s string
//     	text
//     	in two lines (default "def")
//   -u uint
//     	unsigned (default 1)
//   -u64 uint
//     	big unsigned
//   -x float
//     	a number (default 1.5)
// "-d 5" -> invalid value "5" for flag -d: parse error false
// false 5 0 1 0 def  1.5 0s [] {3} 0 0 []   true
//
// invalid value "X" for flag -level: bad level
// Usage of prog:
//   -b	a switch
//   -bf
//     	calls too
//   -call value
//     	calls
//   -d duration
//     	how long (default 1s)
//   -empty string
//     	empty text
//   -i64 int
//     	big
//   -l value
//     	a list
//   -level value
//     	level of detail (default L3)
//   -n count
//     	the count of things (default 5)
//   -s string
//     	text
//     	in two lines (default "def")
//   -u uint
//     	unsigned (default 1)
//   -u64 uint
//     	big unsigned
//   -x float
//     	a number (default 1.5)
// "-level X" -> invalid value "X" for flag -level: bad level false
// false 5 0 1 0 def  1.5 1s [] {3} 0 0 []   true
//
// invalid value "no" for flag -call: refused
// Usage of prog:
//   -b	a switch
//   -bf
//     	calls too
//   -call value
//     	calls
//   -d duration
//     	how long (default 1s)
//   -empty string
//     	empty text
//   -i64 int
//     	big
//   -l value
//     	a list
//   -level value
//     	level of detail (default L3)
//   -n count
//     	the count of things (default 5)
//   -s string
//     	text
//     	in two lines (default "def")
//   -u uint
//     	unsigned (default 1)
//   -u64 uint
//     	big unsigned
//   -x float
//     	a number (default 1.5)
// "-call no" -> invalid value "no" for flag -call: refused false
// false 5 0 1 0 def  1.5 1s [] {3} 0 0 []   true
//
// invalid value "1e999" for flag -x: value out of range
// Usage of prog:
//   -b	a switch
//   -bf
//     	calls too
//   -call value
//     	calls
//   -d duration
//     	how long (default 1s)
//   -empty string
//     	empty text
//   -i64 int
//     	big
//   -l value
//     	a list
//   -level value
//     	level of detail (default L3)
//   -n count
//     	the count of things (default 5)
//   -s string
//     	text
//     	in two lines (default "def")
//   -u uint
//     	unsigned (default 1)
//   -u64 uint
//     	big unsigned
//   -x float
//     	a number (default 1.5)
// "-x 1e999" -> invalid value "1e999" for flag -x: value out of range false
// false 5 0 1 0 def  +Inf 1s [] {3} 0 0 []   true
//
//   -b	a switch
//   -bf
//     	calls too
//   -call value
//     	calls
//   -d duration
//     	how long (default 1s)
//   -empty string
//     	empty text
//   -i64 int
//     	big
//   -l value
//     	a list
//   -level value
//     	level of detail (default L3)
//   -n count
//     	the count of things (default 5)
//   -s string
//     	text
//     	in two lines (default "def")
//   -u uint
//     	unsigned (default 1)
//   -u64 uint
//     	big unsigned
//   -x float
//     	a number (default 1.5)
// <nil> 11 5 true no such flag -q prog 0
// b bf call d empty i64 l level n s u u64 x  11
// count the count of things
// prog flag redefined: n
// prog flag redefined: n
// flag provided but not defined: -x
// Usage:
// flag provided but not defined: -x
// false 1 arg [arg] 1 true
