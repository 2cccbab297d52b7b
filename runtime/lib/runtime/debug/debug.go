// Package debug lets a program look at itself and set the runtime's limits.
package debug

import (
	"runtime"
	"sort"
	"time"
)

func freeOSMemory()
func setGCPercent(percent int32) int32
func setMemoryLimit(limit int64) int64
func setMaxStack(n int) int
func setPanicOnFault(v bool) bool

// FreeOSMemory collects garbage and gives as much memory as possible back to the system.
func FreeOSMemory() { freeOSMemory() }

// SetGCPercent sets how much fresh data starts a collection, in percent of the live data; a
// negative value turns the collector off. It returns the setting before.
func SetGCPercent(percent int) int { return int(setGCPercent(int32(percent))) }

// SetMemoryLimit sets a soft limit of memory; a negative value only reads it.
func SetMemoryLimit(limit int64) int64 { return setMemoryLimit(limit) }

// SetMaxStack sets the most memory a single goroutine's stack may take, in bytes, and
// returns the setting before.
func SetMaxStack(bytes int) int { return setMaxStack(bytes) }

// SetMaxThreads sets the most threads a program may use: here one is all it ever has.
func SetMaxThreads(threads int) int {
	old := maxThreads
	maxThreads = threads
	return old
}

var maxThreads = 10000

// SetPanicOnFault makes a fault at an unexpected address a panic of the goroutine instead
// of the end of the program. It returns the setting before.
func SetPanicOnFault(enabled bool) bool { return setPanicOnFault(enabled) }

// SetTraceback sets how much a crash prints, as the variable GOTRACEBACK does.
func SetTraceback(level string)

// GCStats tells of recent collections.
type GCStats struct {
	LastGC         time.Time
	NumGC          int64
	PauseTotal     time.Duration
	Pause          []time.Duration
	PauseEnd       []time.Time
	PauseQuantiles []time.Duration
}

// ReadGCStats fills in stats.
func ReadGCStats(stats *GCStats) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	n := int(m.NumGC)
	stats.NumGC = int64(n)
	stats.PauseTotal = time.Duration(m.PauseTotalNs)
	stats.LastGC = time.Unix(0, int64(m.LastGC))
	if n > len(m.PauseNs) {
		n = len(m.PauseNs)
	}
	stats.Pause = stats.Pause[:0]
	stats.PauseEnd = stats.PauseEnd[:0]
	for i := 0; i < n; i++ {
		k := (int(m.NumGC) - 1 - i) & 255
		stats.Pause = append(stats.Pause, time.Duration(m.PauseNs[k]))
		stats.PauseEnd = append(stats.PauseEnd, time.Unix(0, int64(m.PauseEnd[k])))
	}
	if q := len(stats.PauseQuantiles); q > 0 {
		for i := range stats.PauseQuantiles {
			stats.PauseQuantiles[i] = 0
		}
		if n > 0 {
			sorted := append([]time.Duration(nil), stats.Pause...)
			sort.Slice(sorted, func(i, j int) bool { return sorted[i] < sorted[j] })
			for i := 0; i < q-1; i++ {
				stats.PauseQuantiles[i] = sorted[len(sorted)*i/(q-1)]
			}
			stats.PauseQuantiles[q-1] = sorted[len(sorted)-1]
		}
	}
}
