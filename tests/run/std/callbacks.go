// The functions of the library that stand in a trace between a program and what it hands in.
package main

import (
	"bufio"
	"bytes"
	"container/heap"
	"container/ring"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/ioutil"
	"log"
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode"
)

var once = map[string]bool{}

// st prints the functions between the callback and main.
func st(tag string) {
	if once[tag] {
		return
	}
	once[tag] = true
	pcs := make([]uintptr, 60)
	fs := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	var names []string
	for {
		f, more := fs.Next()
		if f.Function == "main.main" || f.Function == "runtime.goexit" || f.Function == "" {
			break
		}
		names = append(names, f.Function)
		if !more {
			break
		}
	}
	fmt.Println(tag, strings.Join(names[1:], " < "))
}

type R struct{ tag string }

func (r R) Read(p []byte) (int, error) { st(r.tag); return 0, io.EOF }

type W struct{ tag string }

func (w W) Write(p []byte) (int, error) { st(w.tag); return len(p), nil }
func (w W) Close() error                { st(w.tag + ".close"); return nil }

type RR struct{ tag string }

func (r RR) ReadRune() (rune, int, error) { st(r.tag); return 0, 0, io.EOF }
func (r RR) UnreadRune() error            { return nil }
func (r RR) Read(p []byte) (int, error)   { st(r.tag); return 0, io.EOF }

type WT struct{ tag string }

func (w WT) WriteTo(x io.Writer) (int64, error) { st(w.tag); return 0, nil }
func (w WT) Read([]byte) (int, error)           { return 0, io.EOF }

type RF struct{ W }

func (w RF) ReadFrom(x io.Reader) (int64, error) { st(w.tag); return 0, nil }

type S struct{ tag string }

func (s S) String() string { st(s.tag); return "" }

type G struct{ tag string }

func (s G) GoString() string { st(s.tag); return "" }

type F struct{ tag string }

func (s F) Format(f fmt.State, c rune) { st(s.tag); io.WriteString(f, "x"); f.Write(nil) }

type E struct{ tag string }

func (s E) Error() string        { st(s.tag); return "" }
func (s E) Unwrap() error        { st(s.tag + ".unwrap"); return nil }
func (s E) Is(error) bool        { st(s.tag + ".is"); return false }
func (s E) As(any) bool          { st(s.tag + ".as"); return false }

type Sc struct{ tag string }

func (s *Sc) Scan(state fmt.ScanState, verb rune) error { st(s.tag); state.ReadRune(); return nil }

type H []int

func (h H) Len() int           { return len(h) }
func (h H) Less(i, j int) bool { st("less" + mode); return h[i] < h[j] }
func (h H) Swap(i, j int)      { st("swap" + mode); h[i], h[j] = h[j], h[i] }
func (h *H) Push(x any)        { st("push" + mode); *h = append(*h, x.(int)) }
func (h *H) Pop() any          { st("pop" + mode); x := (*h)[len(*h)-1]; *h = (*h)[:len(*h)-1]; return x }

var mode string

type V struct{ tag string }

func (v *V) Set(s string) error { st(v.tag + ".set"); return nil }
func (v *V) String() string     { return v.tag }

func main() {
	t := func(tag string) func(rune) bool { return func(rune) bool { st(tag); return false } }
	m := func(tag string) func(rune) rune { return func(r rune) rune { st(tag); return r } }
	strings.Map(m("strings.Map"), "ab")
	strings.IndexFunc("ab", t("IndexFunc"))
	strings.LastIndexFunc("ab", t("LastIndexFunc"))
	strings.FieldsFunc("ab", t("FieldsFunc"))
	strings.TrimFunc("ab", t("TrimFunc"))
	strings.TrimLeftFunc("ab", t("TrimLeftFunc"))
	strings.TrimRightFunc("ab", t("TrimRightFunc"))
	strings.ContainsFunc("ab", t("ContainsFunc"))
	strings.CutPrefix("a", "b")
	bytes.Map(m("bytes.Map"), []byte("ab"))
	bytes.IndexFunc([]byte("ab"), t("b.IndexFunc"))
	bytes.FieldsFunc([]byte("ab"), t("b.FieldsFunc"))
	bytes.TrimFunc([]byte("ab"), t("b.TrimFunc"))
	bytes.ContainsFunc([]byte("ab"), t("b.ContainsFunc"))
	strings.NewReader("abc").WriteTo(W{"strings.Reader.WriteTo"})
	bytes.NewReader([]byte("abc")).WriteTo(W{"bytes.Reader.WriteTo"})
	bytes.NewBufferString("abc").WriteTo(W{"Buffer.WriteTo"})
	new(bytes.Buffer).ReadFrom(R{"Buffer.ReadFrom"})
	io.Copy(W{"io.Copy.w"}, strings.NewReader("x"))
	io.Copy(W{"io.Copy.w2"}, io.LimitReader(strings.NewReader("x"), 1))
	io.Copy(io.Discard, R{"io.Copy.r"})
	io.Copy(W{"x"}, WT{"io.Copy.wt"})
	io.Copy(RF{W{"io.Copy.rf"}}, R{"r0"})
	io.CopyN(W{"CopyN.w"}, strings.NewReader("abc"), 2)
	io.CopyBuffer(W{"CopyBuffer"}, R{"CopyBuffer.r"}, make([]byte, 4))
	io.ReadAll(R{"ReadAll"})
	ioutil.ReadAll(R{"ioutil.ReadAll"})
	io.ReadFull(R{"ReadFull"}, make([]byte, 2))
	io.ReadAtLeast(R{"ReadAtLeast"}, make([]byte, 2), 1)
	io.WriteString(W{"WriteString"}, "x")
	io.MultiReader(R{"MultiReader"}, R{"MultiReader2"}).Read(make([]byte, 1))
	io.MultiWriter(W{"MultiWriter"}).Write(nil)
	io.TeeReader(R{"TeeReader"}, io.Discard).Read(make([]byte, 1))
	io.TeeReader(strings.NewReader("x"), W{"TeeReader.w"}).Read(make([]byte, 1))
	io.LimitReader(R{"LimitReader"}, 3).Read(make([]byte, 1))
	io.NewSectionReader(strings.NewReader("abc"), 0, 2).Read(make([]byte, 1))
	br := bufio.NewReader(R{"bufio.ReadByte"})
	br.ReadByte()
	bufio.NewReader(R{"bufio.ReadString"}).ReadString('\n')
	bufio.NewReader(R{"bufio.ReadLine"}).ReadLine()
	bufio.NewReader(R{"bufio.ReadRune"}).ReadRune()
	bufio.NewReader(R{"bufio.Peek"}).Peek(3)
	bufio.NewReader(R{"bufio.Read"}).Read(make([]byte, 3))
	bufio.NewReader(R{"bufio.Readbig"}).Read(make([]byte, 5000))
	bufio.NewReader(R{"bufio.Discard"}).Discard(3)
	bufio.NewReader(R{"bufio.WriteTo"}).WriteTo(io.Discard)
	bufio.NewReader(R{"bufio.WriteTo2"}).WriteTo(W{"q"})
	bufio.NewReader(R{"bufio.ReadBytes"}).ReadBytes('x')
	bufio.NewReader(R{"bufio.ReadSlice"}).ReadSlice('x')
	bw := bufio.NewWriterSize(W{"bufio.Flush"}, 16)
	bw.WriteString("x")
	bw.Flush()
	bw = bufio.NewWriterSize(W{"bufio.Write"}, 16)
	bw.Write(make([]byte, 40))
	bw = bufio.NewWriterSize(W{"bufio.WriteString"}, 16)
	bw.WriteString(strings.Repeat("x", 40))
	bw = bufio.NewWriterSize(W{"bufio.WriteByte"}, 16)
	for i := 0; i < 20; i++ {
		bw.WriteByte(1)
	}
	bw = bufio.NewWriterSize(W{"bufio.WriteRune"}, 16)
	for i := 0; i < 20; i++ {
		bw.WriteRune('é')
	}
	bw = bufio.NewWriterSize(W{"bufio.ReadFrom.w"}, 16)
	bw.ReadFrom(R{"bufio.ReadFrom"})
	sc := bufio.NewScanner(R{"Scanner"})
	sc.Scan()
	sc = bufio.NewScanner(strings.NewReader("abc"))
	sc.Split(func(d []byte, eof bool) (int, []byte, error) { st("SplitFunc"); return 0, nil, io.EOF })
	sc.Scan()
	for _, f := range []struct {
		n string
		f func(tag string)
	}{
		{"Println", func(t string) { fmt.Fprintln(io.Discard, S{t}) }},
		{"Print", func(t string) { fmt.Fprint(io.Discard, S{t}) }},
		{"Printf", func(t string) { fmt.Fprintf(io.Discard, "%v", S{t}) }},
		{"Sprint", func(t string) { fmt.Sprint(S{t}) }},
		{"Sprintf%s", func(t string) { fmt.Sprintf("%s", S{t}) }},
		{"Sprintf%x", func(t string) { fmt.Sprintf("%x", S{t}) }},
		{"Sprintf%q", func(t string) { fmt.Sprintf("%q", S{t}) }},
		{"Sprintln", func(t string) { fmt.Sprintln(S{t}) }},
		{"Append", func(t string) { fmt.Append(nil, S{t}) }},
		{"Appendf", func(t string) { fmt.Appendf(nil, "%v", S{t}) }},
		{"slice", func(t string) { fmt.Sprint([]S{{t}}) }},
		{"ptrslice", func(t string) { fmt.Sprint(&[]S{{t}}) }},
		{"map", func(t string) { fmt.Sprint(map[string]S{"a": {t}}) }},
		{"mapkey", func(t string) { fmt.Sprint(map[S]int{{t}: 1}) }},
		{"struct", func(t string) { fmt.Sprint(struct{ A S }{S{t}}) }},
		{"iface", func(t string) { fmt.Sprint(struct{ A any }{S{t}}) }},
		{"plus", func(t string) { fmt.Sprintf("%+v", struct{ A S }{S{t}}) }},
		{"go", func(t string) { fmt.Sprintf("%#v", G{t}) }},
		{"goin", func(t string) { fmt.Sprintf("%#v", []G{{t}}) }},
		{"fmter", func(t string) { fmt.Sprintf("%d", F{t}) }},
		{"err", func(t string) { fmt.Sprint(E{t}) }},
		{"errorf", func(t string) { fmt.Errorf("%w", E{t}) }},
		{"errorf2", func(t string) { fmt.Errorf("%w %w", E{t}, E{t + "b"}) }},
		{"badverb", func(t string) { fmt.Sprintf("%!", S{t}) }},
		{"badverb2", func(t string) { fmt.Sprintf("%z", S{t}) }},
		{"extra", func(t string) { fmt.Sprintf("", S{t}) }},
		{"width", func(t string) { fmt.Sprintf("%*d", S{t}, 1) }},
		{"log", func(t string) { log.New(io.Discard, "", 0).Println(S{t}) }},
		{"log2", func(t string) { log.New(W{t + "w"}, "", 0).Println(S{t}) }},
		{"logf", func(t string) { log.New(W{t + "w"}, "", 0).Printf("%v", S{t}) }},
		{"fprint.w", func(t string) { fmt.Fprint(W{t}, 1) }},
		{"fprintf.w", func(t string) { fmt.Fprintf(W{t}, "1") }},
	} {
		f.f(f.n)
	}
	fmt.Sscan("x", &Sc{"Sscan"})
	fmt.Sscanf("x", "%v", &Sc{"Sscanf"})
	fmt.Sscanln("x", &Sc{"Sscanln"})
	var x int
	fmt.Fscan(R{"Fscan"}, &x)
	fmt.Fscan(RR{"FscanRR"}, &x)
	fmt.Fscanf(R{"Fscanf"}, "%d", &x)
	fmt.Fscanln(R{"Fscanln"}, &x)
	var s string
	fmt.Fscan(R{"Fscan.s"}, &s)
	errors.Is(E{"errors.Is"}, io.EOF)
	var pe *os.PathError
	errors.As(E{"errors.As"}, &pe)
	errors.Unwrap(E{"Unwrap"})
	errors.Join(E{"Join"}).Error()
	errors.Is(errors.Join(E{"IsJoin"}), io.EOF)
	mode = ".sort"
	sort.Sort(H{3, 1, 2})
	mode = ".stable"
	sort.Stable(H{3, 1, 2})
	mode = ".rev"
	sort.Sort(sort.Reverse(H{3, 1, 2}))
	mode = ".issorted"
	sort.IsSorted(H{1, 2})
	mode = ".sortbig"
	big := make(H, 200)
	for i := range big {
		big[i] = (i * 7919) % 200
	}
	sort.Sort(big)
	mode = ".heap"
	h := &H{3, 1, 2}
	heap.Init(h)
	mode = ".heappush"
	heap.Push(h, 0)
	mode = ".heappop"
	heap.Pop(h)
	mode = ".heapfix"
	heap.Fix(h, 0)
	mode = ".heaprem"
	heap.Remove(h, 1)
	sort.Slice([]int{2, 1}, func(i, j int) bool { st("sort.Slice"); return false })
	sort.Slice(make([]int, 100), func(i, j int) bool { st("sort.Slicebig"); return false })
	sort.SliceStable([]int{2, 1}, func(i, j int) bool { st("sort.SliceStable"); return false })
	sort.SliceIsSorted([]int{2, 1}, func(i, j int) bool { st("sort.SliceIsSorted"); return false })
	sort.Search(3, func(i int) bool { st("sort.Search"); return false })
	sort.Find(3, func(i int) int { st("sort.Find"); return 0 })
	ring.New(2).Do(func(any) { st("ring.Do") })
	var o sync.Once
	o.Do(func() { st("once") })
	sync.OnceFunc(func() { st("oncefunc") })()
	p := sync.Pool{New: func() any { st("pool.New"); return 1 }}
	p.Get()
	var av atomic.Value
	av.Store(1)
	done := make(chan bool)
	time.AfterFunc(time.Millisecond, func() { st("AfterFunc"); done <- true })
	<-done
	ctx, cancel := context.WithCancel(context.Background())
	context.AfterFunc(ctx, func() { st("context.AfterFunc"); done <- true })
	cancel()
	<-done
	var wg sync.WaitGroup
	wg.Go(func() { st("wg.Go") })
	wg.Wait()
	rand.Shuffle(3, func(i, j int) { st("Shuffle") })
	rand.New(rand.NewSource(1)).Shuffle(3, func(i, j int) { st("Shuffle2") })
	filepath.Walk(".", func(string, os.FileInfo, error) error { st("Walk"); return io.EOF })
	filepath.WalkDir(".", func(string, os.DirEntry, error) error { st("WalkDir"); return io.EOF })
	os.Expand("$x", func(string) string { st("Expand"); return "" })
	fs := flag.NewFlagSet("x", flag.ContinueOnError)
	fs.Var(&V{"flag"}, "v", "u")
	fs.Func("f", "u", func(string) error { st("flag.Func"); return nil })
	fs.BoolFunc("b", "u", func(string) error { st("flag.BoolFunc"); return nil })
	fs.Parse([]string{"-v", "1", "-f", "2", "-b"})
	fs.VisitAll(func(*flag.Flag) { st("VisitAll") })
	fs.Visit(func(*flag.Flag) { st("Visit") })
	fs.Usage = func() { st("Usage") }
	fs.SetOutput(io.Discard)
	fs.Parse([]string{"-nosuch"})
	reflect.ValueOf(func() { st("reflect.Call") }).Call(nil)
	reflect.ValueOf(S{"Method"}).Method(0).Call(nil)
	reflect.ValueOf(S{"MethodIface"}).Method(0).Interface().(func() string)()
	reflect.MakeFunc(reflect.TypeOf(func() {}), func([]reflect.Value) []reflect.Value { st("MakeFunc"); return nil }).Call(nil)
	reflect.MakeFunc(reflect.TypeOf(func() {}), func([]reflect.Value) []reflect.Value { st("MakeFunc2"); return nil }).Interface().(func())()
	strings.ToUpperSpecial(unicode.TurkishCase, "a")
	pr, pw := io.Pipe()
	go pw.Close()
	pr.Read(make([]byte, 1))
}

// Output:
// strings.Map strings.Map
// IndexFunc strings.indexFunc < strings.IndexFunc
// LastIndexFunc strings.lastIndexFunc < strings.LastIndexFunc
// FieldsFunc strings.FieldsFunc
// TrimFunc strings.indexFunc < strings.TrimLeftFunc < strings.TrimFunc
// TrimLeftFunc strings.indexFunc < strings.TrimLeftFunc
// TrimRightFunc strings.lastIndexFunc < strings.TrimRightFunc
// ContainsFunc strings.indexFunc < strings.IndexFunc < strings.ContainsFunc
// bytes.Map bytes.Map
// b.IndexFunc bytes.indexFunc < bytes.IndexFunc
// b.FieldsFunc bytes.FieldsFunc
// b.TrimFunc bytes.indexFunc < bytes.TrimLeftFunc < bytes.TrimFunc
// b.ContainsFunc bytes.indexFunc < bytes.IndexFunc < bytes.ContainsFunc
// strings.Reader.WriteTo io.WriteString < strings.(*Reader).WriteTo
// bytes.Reader.WriteTo bytes.(*Reader).WriteTo
// Buffer.WriteTo bytes.(*Buffer).WriteTo
// Buffer.ReadFrom bytes.(*Buffer).ReadFrom
// io.Copy.w io.WriteString < strings.(*Reader).WriteTo < io.copyBuffer < io.Copy
// io.Copy.w2 io.copyBuffer < io.Copy
// io.Copy.r io.discard.ReadFrom < io.copyBuffer < io.Copy
// io.Copy.wt io.copyBuffer < io.Copy
// io.Copy.rf io.copyBuffer < io.Copy
// CopyN.w io.copyBuffer < io.Copy < io.CopyN
// CopyBuffer.r io.copyBuffer < io.CopyBuffer
// ReadAll io.ReadAll
// ioutil.ReadAll io.ReadAll < io/ioutil.ReadAll
// ReadFull io.ReadAtLeast < io.ReadFull
// ReadAtLeast io.ReadAtLeast
// WriteString io.WriteString
// MultiReader io.(*multiReader).Read
// MultiReader2 io.(*multiReader).Read
// MultiWriter io.(*multiWriter).Write
// TeeReader io.(*teeReader).Read
// TeeReader.w io.(*teeReader).Read
// LimitReader io.(*LimitedReader).Read
// bufio.ReadByte bufio.(*Reader).fill < bufio.(*Reader).ReadByte
// bufio.ReadString bufio.(*Reader).fill < bufio.(*Reader).ReadSlice < bufio.(*Reader).collectFragments < bufio.(*Reader).ReadString
// bufio.ReadLine bufio.(*Reader).fill < bufio.(*Reader).ReadSlice < bufio.(*Reader).ReadLine
// bufio.ReadRune bufio.(*Reader).fill < bufio.(*Reader).ReadRune
// bufio.Peek bufio.(*Reader).fill < bufio.(*Reader).Peek
// bufio.Read bufio.(*Reader).Read
// bufio.Readbig bufio.(*Reader).Read
// bufio.Discard bufio.(*Reader).fill < bufio.(*Reader).Discard
// bufio.WriteTo io.discard.ReadFrom < bufio.(*Reader).WriteTo
// bufio.WriteTo2 bufio.(*Reader).fill < bufio.(*Reader).WriteTo
// bufio.ReadBytes bufio.(*Reader).fill < bufio.(*Reader).ReadSlice < bufio.(*Reader).collectFragments < bufio.(*Reader).ReadBytes
// bufio.ReadSlice bufio.(*Reader).fill < bufio.(*Reader).ReadSlice
// bufio.Flush bufio.(*Writer).Flush
// bufio.Write bufio.(*Writer).Write
// bufio.WriteString bufio.(*Writer).Flush < bufio.(*Writer).WriteString
// bufio.WriteByte bufio.(*Writer).Flush < bufio.(*Writer).WriteByte
// bufio.WriteRune bufio.(*Writer).Flush < bufio.(*Writer).WriteRune
// bufio.ReadFrom bufio.(*Writer).ReadFrom
// Scanner bufio.(*Scanner).Scan
// SplitFunc bufio.(*Scanner).Scan
// Println fmt.(*pp).handleMethods < fmt.(*pp).printArg < fmt.(*pp).doPrintln < fmt.Fprintln < main.main.func4
// Print fmt.(*pp).handleMethods < fmt.(*pp).printArg < fmt.(*pp).doPrint < fmt.Fprint < main.main.func5
// Printf fmt.(*pp).handleMethods < fmt.(*pp).printArg < fmt.(*pp).doPrintf < fmt.Fprintf < main.main.func6
// Sprint fmt.(*pp).handleMethods < fmt.(*pp).printArg < fmt.(*pp).doPrint < fmt.Sprint < main.main.func7
// Sprintf%s fmt.(*pp).handleMethods < fmt.(*pp).printArg < fmt.(*pp).doPrintf < fmt.Sprintf < main.main.func8
// Sprintf%x fmt.(*pp).handleMethods < fmt.(*pp).printArg < fmt.(*pp).doPrintf < fmt.Sprintf < main.main.func9
// Sprintf%q fmt.(*pp).handleMethods < fmt.(*pp).printArg < fmt.(*pp).doPrintf < fmt.Sprintf < main.main.func10
// Sprintln fmt.(*pp).handleMethods < fmt.(*pp).printArg < fmt.(*pp).doPrintln < fmt.Sprintln < main.main.func11
// Append fmt.(*pp).handleMethods < fmt.(*pp).printArg < fmt.(*pp).doPrint < fmt.Append < main.main.func12
// Appendf fmt.(*pp).handleMethods < fmt.(*pp).printArg < fmt.(*pp).doPrintf < fmt.Appendf < main.main.func13
// slice fmt.(*pp).handleMethods < fmt.(*pp).printValue < fmt.(*pp).printValue < fmt.(*pp).printArg < fmt.(*pp).doPrint < fmt.Sprint < main.main.func14
// ptrslice fmt.(*pp).handleMethods < fmt.(*pp).printValue < fmt.(*pp).printValue < fmt.(*pp).printValue < fmt.(*pp).printArg < fmt.(*pp).doPrint < fmt.Sprint < main.main.func15
// map fmt.(*pp).handleMethods < fmt.(*pp).printValue < fmt.(*pp).printValue < fmt.(*pp).printArg < fmt.(*pp).doPrint < fmt.Sprint < main.main.func16
// mapkey fmt.(*pp).handleMethods < fmt.(*pp).printValue < fmt.(*pp).printValue < fmt.(*pp).printArg < fmt.(*pp).doPrint < fmt.Sprint < main.main.func17
// struct fmt.(*pp).handleMethods < fmt.(*pp).printValue < fmt.(*pp).printValue < fmt.(*pp).printArg < fmt.(*pp).doPrint < fmt.Sprint < main.main.func18
// iface fmt.(*pp).handleMethods < fmt.(*pp).printValue < fmt.(*pp).printValue < fmt.(*pp).printArg < fmt.(*pp).doPrint < fmt.Sprint < main.main.func19
// plus fmt.(*pp).handleMethods < fmt.(*pp).printValue < fmt.(*pp).printValue < fmt.(*pp).printArg < fmt.(*pp).doPrintf < fmt.Sprintf < main.main.func20
// go fmt.(*pp).handleMethods < fmt.(*pp).printArg < fmt.(*pp).doPrintf < fmt.Sprintf < main.main.func21
// goin fmt.(*pp).handleMethods < fmt.(*pp).printValue < fmt.(*pp).printValue < fmt.(*pp).printArg < fmt.(*pp).doPrintf < fmt.Sprintf < main.main.func22
// fmter fmt.(*pp).handleMethods < fmt.(*pp).printArg < fmt.(*pp).doPrintf < fmt.Sprintf < main.main.func23
// err fmt.(*pp).handleMethods < fmt.(*pp).printArg < fmt.(*pp).doPrint < fmt.Sprint < main.main.func24
// errorf fmt.(*pp).handleMethods < fmt.(*pp).printArg < fmt.(*pp).doPrintf < fmt.errorf < fmt.Errorf < main.main.func25
// errorf2 fmt.(*pp).handleMethods < fmt.(*pp).printArg < fmt.(*pp).doPrintf < fmt.errorf < fmt.Errorf < main.main.func26
// errorf2b fmt.(*pp).handleMethods < fmt.(*pp).printArg < fmt.(*pp).doPrintf < fmt.errorf < fmt.Errorf < main.main.func26
// extra fmt.(*pp).handleMethods < fmt.(*pp).printArg < fmt.(*pp).doPrintf < fmt.Sprintf < main.main.func29
// log2 fmt.(*pp).handleMethods < fmt.(*pp).printArg < fmt.(*pp).doPrintln < fmt.Appendln < log.(*Logger).Println.func1 < log.(*Logger).output < log.(*Logger).Println < main.main.func32
// log2w log.(*Logger).output < log.(*Logger).Println < main.main.func32
// logf fmt.(*pp).handleMethods < fmt.(*pp).printArg < fmt.(*pp).doPrintf < fmt.Appendf < log.(*Logger).Printf.func1 < log.(*Logger).output < log.(*Logger).Printf < main.main.func33
// logfw log.(*Logger).output < log.(*Logger).Printf < main.main.func33
// fprint.w fmt.Fprint < main.main.func34
// fprintf.w fmt.Fprintf < main.main.func35
// Sscan fmt.(*ss).scanOne < fmt.(*ss).doScan < fmt.Fscan < fmt.Sscan
// Sscanf fmt.(*ss).scanOne < fmt.(*ss).doScanf < fmt.Fscanf < fmt.Sscanf
// Sscanln fmt.(*ss).scanOne < fmt.(*ss).doScan < fmt.Fscanln < fmt.Sscanln
// Fscan io.ReadAtLeast < io.ReadFull < fmt.(*readRune).readByte < fmt.(*readRune).ReadRune < fmt.(*ss).ReadRune < fmt.(*ss).getRune < fmt.(*ss).SkipSpace < fmt.(*ss).scanInt < fmt.(*ss).scanOne < fmt.(*ss).doScan < fmt.Fscan
// FscanRR fmt.(*ss).ReadRune < fmt.(*ss).getRune < fmt.(*ss).SkipSpace < fmt.(*ss).scanInt < fmt.(*ss).scanOne < fmt.(*ss).doScan < fmt.Fscan
// Fscanf io.ReadAtLeast < io.ReadFull < fmt.(*readRune).readByte < fmt.(*readRune).ReadRune < fmt.(*ss).ReadRune < fmt.(*ss).getRune < fmt.(*ss).SkipSpace < fmt.(*ss).doScanf < fmt.Fscanf
// Fscanln io.ReadAtLeast < io.ReadFull < fmt.(*readRune).readByte < fmt.(*readRune).ReadRune < fmt.(*ss).ReadRune < fmt.(*ss).getRune < fmt.(*ss).SkipSpace < fmt.(*ss).scanInt < fmt.(*ss).scanOne < fmt.(*ss).doScan < fmt.Fscanln
// Fscan.s io.ReadAtLeast < io.ReadFull < fmt.(*readRune).readByte < fmt.(*readRune).ReadRune < fmt.(*ss).ReadRune < fmt.(*ss).getRune < fmt.(*ss).SkipSpace < fmt.(*ss).convertString < fmt.(*ss).scanOne < fmt.(*ss).doScan < fmt.Fscan
// errors.Is.is errors.is < errors.Is
// errors.Is.unwrap errors.is < errors.Is
// errors.As.as errors.as < errors.As
// errors.As.unwrap errors.as < errors.As
// Unwrap.unwrap errors.Unwrap
// Join errors.(*joinError).Error
// IsJoin.is errors.is < errors.is < errors.Is
// IsJoin.unwrap errors.is < errors.is < errors.Is
// less.sort sort.insertionSort < sort.pdqsort < sort.Sort
// swap.sort sort.insertionSort < sort.pdqsort < sort.Sort
// less.stable sort.insertionSort < sort.stable < sort.Stable
// swap.stable sort.insertionSort < sort.stable < sort.Stable
// less.rev sort.reverse.Less < sort.insertionSort < sort.pdqsort < sort.Sort
// swap.rev sort.insertionSort < sort.pdqsort < sort.Sort
// less.issorted sort.IsSorted
// less.sortbig sort.order2 < sort.median < sort.medianAdjacent < sort.choosePivot < sort.pdqsort < sort.Sort
// swap.sortbig sort.partition < sort.pdqsort < sort.Sort
// less.heap container/heap.down < container/heap.Init
// swap.heap container/heap.down < container/heap.Init
// push.heappush container/heap.Push
// less.heappush container/heap.up < container/heap.Push
// swap.heappush container/heap.up < container/heap.Push
// swap.heappop container/heap.Pop
// less.heappop container/heap.down < container/heap.Pop
// pop.heappop container/heap.Pop
// less.heapfix container/heap.down < container/heap.Fix
// swap.heaprem container/heap.Remove
// less.heaprem container/heap.up < container/heap.Remove
// pop.heaprem container/heap.Remove
// sort.Slice sort.insertionSort_func < sort.pdqsort_func < sort.Slice
// sort.Slicebig sort.order2_func < sort.median_func < sort.medianAdjacent_func < sort.choosePivot_func < sort.pdqsort_func < sort.Slice
// sort.SliceStable sort.insertionSort_func < sort.stable_func < sort.SliceStable
// sort.SliceIsSorted sort.SliceIsSorted
// sort.Search sort.Search
// sort.Find sort.Find
// ring.Do container/ring.(*Ring).Do
// once sync.(*Once).doSlow < sync.(*Once).Do
// oncefunc sync.OnceFunc.func1.1 < sync.(*Once).doSlow < sync.(*Once).Do < sync.OnceFunc.func1
// pool.New sync.(*Pool).Get
// AfterFunc
// context.AfterFunc
// wg.Go sync.(*WaitGroup).Go.func1
// Shuffle math/rand.(*Rand).Shuffle < math/rand.Shuffle
// Shuffle2 math/rand.(*Rand).Shuffle
// Walk path/filepath.walk < path/filepath.Walk
// WalkDir path/filepath.walkDir < path/filepath.WalkDir
// Expand os.Expand
// flag.set flag.(*FlagSet).parseOne < flag.(*FlagSet).Parse
// flag.Func flag.funcValue.Set < flag.(*FlagSet).parseOne < flag.(*FlagSet).Parse
// flag.BoolFunc flag.boolFuncValue.Set < flag.(*FlagSet).parseOne < flag.(*FlagSet).Parse
// VisitAll flag.(*FlagSet).VisitAll
// Visit flag.(*FlagSet).Visit
// Usage flag.(*FlagSet).usage < flag.(*FlagSet).failf < flag.(*FlagSet).parseOne < flag.(*FlagSet).Parse
// reflect.Call reflect.Value.call < reflect.Value.Call
// Method reflect.Value.call < reflect.Value.Call
// MethodIface
// MakeFunc reflect.Value.call < reflect.Value.Call
// MakeFunc2
