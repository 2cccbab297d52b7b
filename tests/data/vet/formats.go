package main

import (
	"bytes"
	"fmt"
	"os"
	"reflect"
	"syscall"
	"time"
)

type T struct {
	A, B int `json:"a"`
	C    int `json:"a" xml:"c,attr"`
	D    int `xml:"c,attr"`
	E    int `xml:"c"`
	f, g int `json:"f"`
	h    int `json:"-"`
	I    int `bad`
	J, K int "b`d"
	L    int `json:"a"x:"y"`
	M    int `json: "a"`
	N    int `json:"n",xml:"n"`
	O    int `json:a`
	P
	XMLName int `xml:"c"`
	Q       int `json:",omitempty"`
	R       int `json:"a,string"`
}
type P struct {
	S int `json:"a"`
	U int `json:"u"`
}

func main() {
	var t reflect.Type = reflect.TypeOf(1)
	var b bytes.Buffer
	fmt.Printf("%s %s %s %s %s\n", t.Kind(), time.Second, time.January, time.Now(), t)
	fmt.Printf("%s %s %s %s %s\n", os.ErrExist, syscall.ENOENT, os.FileMode(0), b, &b)
	fmt.Printf("%d %d %d %d\n", t.Kind(), time.Second, os.ErrExist, "x")
	fmt.Sprintf("x", 1)
	fmt.Sprintf("%d")
	fmt.Sprintf("%d", 1, 2)
	fmt.Sprintf("%[3]d %z %", 1)
	fmt.Println("%d", 1)
	fmt.Println("a\n")
	fmt.Print("a", "b\n")
	fmt.Printf("%s", main)
	fmt.Errorf("%w %w", os.ErrExist, 1)
	fmt.Printf("%w", os.ErrExist)
	fmt.Printf("%*d %.*f", 1, 2, "x", 2.0)
	fmt.Printf("%+d %#x %-s %0q %x", 1, 2, "s", 'q', []string{"x"})
	fmt.Printf("%t %c %q %U %e %p %b %o", 1, "x", 1.5, "x", 1, 1, true, "x")
	fmt.Printf("%v %T %%", 1)
	var e error = nil
	fmt.Printf("%s %v %d", e, e, e)
	fmt.Printf("%s", struct{ a int }{1})
	fmt.Printf("%d", []interface{}{1, "x"})
	fmt.Printf("%d", map[string]int{})
	fmt.Printf("%s", []error{})
	fmt.Printf("%s", &struct{ x string }{})
	fmt.Printf(os.Args[0])
	fmt.Printf("%!")
}
