package pprof

import (
	"context"
	"unsafe"
)

func runtime_setProfLabel(labels unsafe.Pointer)

// SetGoroutineLabels gives the goroutine the labels of ctx in place of those it has. Goroutines that it starts inherit
// them.
func SetGoroutineLabels(ctx context.Context) { runtime_setProfLabel(unsafe.Pointer(labelsOf(ctx))) }

// Do calls f with the labels added to those of ctx, and the goroutine has these as long as f runs; then it has those of
// ctx.
func Do(ctx context.Context, labels LabelSet, f func(context.Context)) {
	defer SetGoroutineLabels(ctx)
	ctx = WithLabels(ctx, labels)
	SetGoroutineLabels(ctx)
	f(ctx)
}
