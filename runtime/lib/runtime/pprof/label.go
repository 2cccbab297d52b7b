package pprof

import (
	"context"
	"fmt"
	"sort"
	"strings"
)

// label is a key and its value. The runtime, which prints the labels of goroutines, knows how it looks.
type label struct{ key, value string }

// labelMap is the labels of a goroutine by key, each key once. It does not change.
type labelMap struct{ list []label }

func (l *labelMap) String() string {
	if l == nil {
		return ""
	}
	texts := make([]string, 0, len(l.list))
	for _, lbl := range l.list {
		texts = append(texts, fmt.Sprintf("%q:%q", lbl.key, lbl.value))
	}
	sort.Strings(texts)
	return "{" + strings.Join(texts, ", ") + "}"
}

// A LabelSet is a set of labels.
type LabelSet struct{ list []label }

// Labels returns the set of labels that args give, a key and its value in turn. Of a key that comes twice the later
// value counts.
func Labels(args ...string) LabelSet {
	if len(args)%2 != 0 {
		panic("uneven number of arguments to pprof.Labels")
	}
	list := make([]label, 0, len(args)/2)
	for i := 0; i < len(args); i += 2 {
		list = append(list, label{args[i], args[i+1]})
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].key < list[j].key })
	n := 0
	for _, lbl := range list {
		if n > 0 && list[n-1].key == lbl.key {
			n--
		}
		list[n] = lbl
		n++
	}
	return LabelSet{list[:n]}
}

type labelContextKey struct{}

// labelsOf returns the labels of a context, nil if it has none.
func labelsOf(ctx context.Context) *labelMap {
	labels, _ := ctx.Value(labelContextKey{}).(*labelMap)
	return labels
}

// listOf returns the labels of a context by key.
func listOf(ctx context.Context) []label {
	if labels := labelsOf(ctx); labels != nil {
		return labels.list
	}
	return nil
}

// WithLabels returns a context with the labels of ctx and those given, which take precedence.
func WithLabels(ctx context.Context, labels LabelSet) context.Context {
	return context.WithValue(ctx, labelContextKey{}, &labelMap{merge(listOf(ctx), labels.list)})
}

// merge merges two lists that are in order; of a key that is in both the second one's value counts.
func merge(old, over []label) []label {
	merged := make([]label, 0, len(old)+len(over))
	for len(old) > 0 && len(over) > 0 {
		switch {
		case old[0].key < over[0].key:
			merged, old = append(merged, old[0]), old[1:]
		case old[0].key > over[0].key:
			merged, over = append(merged, over[0]), over[1:]
		default:
			old = old[1:]
		}
	}
	return append(append(merged, old...), over...)
}

// Label returns the value of a label of ctx, and whether there is one.
func Label(ctx context.Context, key string) (string, bool) {
	for _, lbl := range listOf(ctx) {
		if lbl.key == key {
			return lbl.value, true
		}
	}
	return "", false
}

// ForLabels calls f with each label of ctx, until it answers false.
func ForLabels(ctx context.Context, f func(key, value string) bool) {
	for _, lbl := range listOf(ctx) {
		if !f(lbl.key, lbl.value) {
			break
		}
	}
}
