// Command gen writes zsortfunc.go: the algorithms of zsortinterface.go for a pair of functions in place of an Interface.
// Run it in runtime/lib/sort.
package main

import (
	"os"
	"regexp"
)

var (
	constants = regexp.MustCompile(`(?ms)^// Sort is .*?^\)\n\n`)
	declared  = regexp.MustCompile(`(?m)^func (\w+)\(`)
)

func main() {
	source, err := os.ReadFile("zsortinterface.go")
	if err != nil {
		panic(err)
	}
	text := constants.ReplaceAllString(string(source), "")
	for _, found := range declared.FindAllStringSubmatch(text, -1) {
		use := regexp.MustCompile(`\b` + found[1] + `(\(data|\(| )`)
		text = use.ReplaceAllStringFunc(text, func(s string) string {
			if s[len(s)-1] == ' ' {
				return s
			}
			return found[1] + "_func" + s[len(found[1]):]
		})
		text = regexp.MustCompile(`(?m)^// `+found[1]+` `).ReplaceAllString(text, "// "+found[1]+"_func ")
	}
	text = regexp.MustCompile(`data Interface`).ReplaceAllString(text, "data lessSwap")
	text = "// Code generated from zsortinterface.go by gen, with lessSwap in place of Interface; DO NOT EDIT.\n\n" + text
	if err := os.WriteFile("zsortfunc.go", []byte(text), 0o666); err != nil {
		panic(err)
	}
}
