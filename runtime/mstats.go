package runtime

import "unsafe"

// A MemStats records statistics about the memory allocator.
type MemStats struct {
	Alloc         uint64 // bytes of allocated heap objects
	TotalAlloc    uint64 // cumulative bytes allocated for heap objects
	Sys           uint64 // bytes of memory obtained from the host
	Lookups       uint64
	Mallocs       uint64 // cumulative count of heap objects allocated
	Frees         uint64 // cumulative count of heap objects freed
	HeapAlloc     uint64
	HeapSys       uint64
	HeapIdle      uint64
	HeapInuse     uint64
	HeapReleased  uint64
	HeapObjects   uint64
	StackInuse    uint64
	StackSys      uint64
	MSpanInuse    uint64
	MSpanSys      uint64
	MCacheInuse   uint64
	MCacheSys     uint64
	BuckHashSys   uint64
	GCSys         uint64
	OtherSys      uint64
	NextGC        uint64
	LastGC        uint64
	PauseTotalNs  uint64
	PauseNs       [256]uint64
	PauseEnd      [256]uint64
	NumGC         uint32
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
	BySize        [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	}
}

// ReadMemStats populates m with memory allocator statistics.
func ReadMemStats(m *MemStats) {
	systemstack(func() {
		mcacheflush()
		readmemstats(m)
	})
}

func readmemstats(m *MemStats) {
	*m = MemStats{}
	s := &memstats
	m.HeapAlloc = s.heapLive
	m.Alloc = m.HeapAlloc
	m.TotalAlloc = s.totalAlloc
	m.Mallocs = s.nmalloc + s.tinyallocs
	m.Frees = s.nfree + s.tinyallocs
	m.HeapObjects = m.Mallocs - m.Frees
	m.StackInuse = uint64(mheap0.stackuse << pageShift)
	m.StackSys = m.StackInuse
	m.HeapInuse = uint64(mheap0.inuse << pageShift)
	m.HeapSys = uint64((mheap0.inuse + mheap0.freed) << pageShift)
	m.HeapReleased = uint64(mheap0.givenback << pageShift)
	m.HeapIdle = m.HeapSys - m.HeapInuse
	m.OtherSys = s.otherSys
	m.MSpanSys = uint64(mheap0.nspans * unsafe.Sizeof(mspan{}))
	m.MSpanInuse = m.MSpanSys
	for p := mheap0.spanpool; p != nil; p = p.next {
		m.MSpanInuse -= uint64(unsafe.Sizeof(mspan{}))
	}
	m.BuckHashSys = uint64(unsafe.Sizeof(buckhash))
	m.GCSys = uint64(mheap0.spansmap - mheap0.spans) // the table by which the collector finds spans
	m.MCacheInuse = uint64(unsafe.Sizeof(mcache{}))
	m.MCacheSys = m.MCacheInuse
	m.Sys = m.HeapSys + m.StackSys + m.MSpanSys + m.MCacheSys + m.BuckHashSys + m.GCSys + m.OtherSys
	m.NextGC = s.nextGC
	m.LastGC = s.lastGC
	m.PauseTotalNs = s.pauseTotal
	m.PauseNs = s.pauseNs
	m.PauseEnd = s.pauseEnd
	m.NumGC = s.numgc
	m.NumForcedGC = s.numForced
	m.EnableGC = true
	for i := range m.BySize {
		if i < len(classToSize) {
			m.BySize[i].Size = uint32(classToSize[i])
		}
	}
}
