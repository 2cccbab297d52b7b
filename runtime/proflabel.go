package runtime

import "unsafe"

// Labels of goroutines: package runtime/pprof sets them, profiles and traces show them.

// label and labelSet are what pprof's labels look like here (Go: internal/runtime/pprof/label).
type label struct{ key, value string }

type labelSet struct{ list []label }

//go:linkname runtime_setProfLabel runtime/pprof.runtime_setProfLabel
func runtime_setProfLabel(labels unsafe.Pointer) { getg().labels = labels }

// printlabels prints the labels of gp behind the status in its header.
func printlabels(gp *g) {
	if gp.labels == nil || debug.tracebacklabels != 1 {
		return
	}
	list := (*labelSet)(gp.labels).list
	if len(list) == 0 {
		return
	}
	separator := " {"
	for i := range list {
		printstring(separator)
		printlabel(list[i].key)
		printstring(": ")
		printlabel(list[i].value)
		separator = ", "
	}
	printstring("}")
}

// printlabel prints a text, in quotes if it has anything but letters, digits, dots, slashes and underscores.
func printlabel(s string) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '.' || c == '/' || c == '_') {
			printquoted(s)
			return
		}
	}
	printstring(s)
}
