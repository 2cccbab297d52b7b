// run

// Packages path and path/filepath: lexical operations and patterns.
package main

import (
	"fmt"
	"path"
	"path/filepath"
)

func main() {
	for _, p := range []string{"", ".", "/", "//", "a/b/../c", "../../x", "/../a", "a//b/./c/", "a/../..", "x/y.tar.gz", "/a/b/", "./", "..", "é/世.go", "a/..//../b"} {
		dir, file := path.Split(p)
		fmt.Printf("%q clean %q base %q dir %q ext %q split %q %q abs %v local %v\n", p, path.Clean(p), path.Base(p), path.Dir(p), path.Ext(p), dir, file, path.IsAbs(p), filepath.IsLocal(p))
	}
	fmt.Println(path.Join("a", "", "../b", "/c"), path.Join("", "") == "", filepath.Join("/", "x", "..", "y"))
	for _, t := range [][2]string{{"*", "abc"}, {"a*b?c", "axxbyc"}, {"*.go", "x/y.go"}, {"[a-c]x", "bx"}, {"[^a-c]x", "bx"}, {"a[", "a"}, {"[]a]", "]"}, {"\\*", "*"}, {"a\\", "a"},
		{"a*/b", "axx/b"}, {"?", "/"}, {"*é?", "xé世"}, {"[-]", "-"}, {"a*b*c*d", "abbccdxd"}, {"", ""}, {"[x-]", "x"}, {"ab", "a"}, {"*[z]", "abz"}} {
		ok, err := path.Match(t[0], t[1])
		fmt.Println(t, ok, err)
	}
	for _, t := range [][2]string{{"/a", "/a/b/c"}, {"/a/b", "/a"}, {"a/b", "a/c/d"}, {".", "x"}, {"../x", "y"}, {"/a", "b"}, {"a", "a"}, {"a/b/c", "."}} {
		rel, err := filepath.Rel(t[0], t[1])
		fmt.Printf("%q %q %v\n", t, rel, err)
	}
	fmt.Printf("%q %q %q %q\n", filepath.SplitList("/a:/b::c"), filepath.VolumeName("/x"), filepath.ToSlash("a/b"), filepath.SplitList(""))
	abs, err := filepath.Abs("/x/../y")
	fmt.Println(abs, err)
	m, err := filepath.Glob("/no/such/*")
	fmt.Println(m, err)
	_, err = filepath.Glob("[")
	fmt.Println(err == filepath.ErrBadPattern, err)
}

// Output:
// "" clean "." base "." dir "." ext "" split "" "" abs false local false
// "." clean "." base "." dir "." ext "." split "" "." abs false local true
// "/" clean "/" base "/" dir "/" ext "" split "/" "" abs true local false
// "//" clean "/" base "/" dir "/" ext "" split "//" "" abs true local false
// "a/b/../c" clean "a/c" base "c" dir "a" ext "" split "a/b/../" "c" abs false local true
// "../../x" clean "../../x" base "x" dir "../.." ext "" split "../../" "x" abs false local false
// "/../a" clean "/a" base "a" dir "/" ext "" split "/../" "a" abs true local false
// "a//b/./c/" clean "a/b/c" base "c" dir "a/b/c" ext "" split "a//b/./c/" "" abs false local true
// "a/../.." clean ".." base ".." dir "." ext "." split "a/../" ".." abs false local false
// "x/y.tar.gz" clean "x/y.tar.gz" base "y.tar.gz" dir "x" ext ".gz" split "x/" "y.tar.gz" abs false local true
// "/a/b/" clean "/a/b" base "b" dir "/a/b" ext "" split "/a/b/" "" abs true local false
// "./" clean "." base "." dir "." ext "" split "./" "" abs false local true
// ".." clean ".." base ".." dir "." ext "." split "" ".." abs false local false
// "é/世.go" clean "é/世.go" base "世.go" dir "é" ext ".go" split "é/" "世.go" abs false local true
// "a/..//../b" clean "../b" base "b" dir ".." ext "" split "a/..//../" "b" abs false local false
// b/c true /y
// [* abc] true <nil>
// [a*b?c axxbyc] true <nil>
// [*.go x/y.go] false <nil>
// [[a-c]x bx] true <nil>
// [[^a-c]x bx] false <nil>
// [a[ a] false syntax error in pattern
// [[]a] ]] false syntax error in pattern
// [\* *] true <nil>
// [a\ a] false syntax error in pattern
// [a*/b axx/b] true <nil>
// [? /] false <nil>
// [*é? xé世] true <nil>
// [[-] -] false syntax error in pattern
// [a*b*c*d abbccdxd] true <nil>
// [ ] true <nil>
// [[x-] x] false syntax error in pattern
// [ab a] false <nil>
// [*[z] abz] true <nil>
// ["/a" "/a/b/c"] "b/c" <nil>
// ["/a/b" "/a"] ".." <nil>
// ["a/b" "a/c/d"] "../c/d" <nil>
// ["." "x"] "x" <nil>
// ["../x" "y"] "" Rel: can't make y relative to ../x
// ["/a" "b"] "" Rel: can't make b relative to /a
// ["a" "a"] "." <nil>
// ["a/b/c" "."] "../../.." <nil>
// ["/a" "/b" "" "c"] "" "a/b" []
// /y <nil>
// [] <nil>
// true syntax error in pattern
