// Pipeline hashes and ranks documents in stages that run at once: a source, a pool of workers, a collector that puts
// results back in order, and cancellation that reaches every stage when one document is bad.
package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type document struct {
	id   int
	text string
}

type report struct {
	id, words, vowels int
	hash              uint64
	err               error
}

var errEmpty = errors.New("empty document")

// source sends n documents; every bad-th one is empty when bad is not 0.
func source(ctx context.Context, n, bad int) <-chan document {
	out := make(chan document)
	go func() {
		defer close(out)
		words := strings.Fields("the quick brown fox jumps over a lazy dog while seven wizards box quietly")
		for id := 0; id < n; id++ {
			var parts []string
			for k := 0; k <= id%17; k++ {
				parts = append(parts, words[(id*7+k*k)%len(words)])
			}
			d := document{id, strings.Join(parts, " ")}
			if bad != 0 && id%bad == bad-1 {
				d.text = ""
			}
			select {
			case out <- d:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func examine(d document) (r report) {
	r.id = d.id
	if d.text == "" {
		r.err = fmt.Errorf("document %d: %w", d.id, errEmpty)
		return
	}
	r.hash = 14695981039346656037
	for _, c := range []byte(d.text) {
		r.hash = (r.hash ^ uint64(c)) * 1099511628211
		if strings.IndexByte("aeiou", c) >= 0 {
			r.vowels++
		}
	}
	r.words = len(strings.Fields(d.text))
	return
}

// pool runs `workers` goroutines over in; the output closes when all are done.
func pool(ctx context.Context, workers int, in <-chan document, busy *int64) <-chan report {
	out := make(chan report, workers)
	var wg sync.WaitGroup
	for w := 0; w < workers; w++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for d := range in {
				atomic.AddInt64(busy, 1)
				select {
				case out <- examine(d):
				case <-ctx.Done():
					return
				}
			}
		}()
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

// inOrder holds reports back until all with a smaller id have passed.
func inOrder(in <-chan report) <-chan report {
	out := make(chan report)
	go func() {
		defer close(out)
		waiting, next := map[int]report{}, 0
		for r := range in {
			waiting[r.id] = r
			for {
				r, ok := waiting[next]
				if !ok {
					break
				}
				delete(waiting, next)
				out <- r
				next++
			}
		}
	}()
	return out
}

func run(n, bad, workers int, stopAtError bool) (reports []report, err error, busy int64) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	for r := range inOrder(pool(ctx, workers, source(ctx, n, bad), &busy)) {
		if r.err != nil {
			if stopAtError {
				return reports, r.err, atomic.LoadInt64(&busy)
			}
			if err == nil {
				err = r.err
			}
			continue
		}
		reports = append(reports, r)
	}
	return reports, err, atomic.LoadInt64(&busy)
}

func main() {
	for _, workers := range []int{1, 2, 8, 32} {
		reports, err, busy := run(300, 0, workers, false)
		words, vowels, mix := 0, 0, uint64(0)
		for i, r := range reports {
			if r.id != i {
				fmt.Println("out of order:", i, r.id)
			}
			words += r.words
			vowels += r.vowels
			mix = mix*31 + r.hash
		}
		fmt.Printf("%2d workers: %d reports, %d documents, %d words, %d vowels, mix %016x, error %v\n",
			workers, len(reports), busy, words, vowels, mix, err)
	}

	reports, err, _ := run(100, 10, 4, false)
	fmt.Println("with bad documents:", len(reports), "reports, first error:", err)
	reports, err, busy := run(100000, 50, 4, true)
	fmt.Println("stopped at the first:", len(reports), "reports;", errors.Is(err, errEmpty), "; read few:", busy < 1000)

	sorted, _, _ := run(40, 0, 3, false)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].hash < sorted[j].hash })
	fmt.Println("smallest hashes:")
	for _, r := range sorted[:5] {
		fmt.Printf("  %016x document %d, %d words\n", r.hash, r.id, r.words)
	}

	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	seen := 0
	for range source(ctx, 1<<30, 0) {
		seen++
		time.Sleep(time.Millisecond)
	}
	fmt.Println("timed out:", ctx.Err(), "after some documents:", seen > 0)
}
