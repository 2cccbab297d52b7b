package runtime

import "unsafe"

// Maps. The entries of a map lie dense in insertion order; an index of 32-bit words,
// open addressing with linear probing, leads from a hash to an entry:
//
//	hmap ── index    [mask+1]uint32      place of an entry's key in entries, in words; 0 = free
//	     └─ entries  [cap]{hash uint64; key K; elem V}
//
// The lowest bit of a stored hash is set; a deleted entry keeps its place, zeroed, so
// its hash is 0 and its index word still leads past it. Growth copies the live entries
// to new arrays and never changes the old ones: an iterator that began before goes on
// over the old entries and asks the map what became of each key. So an entry is seen at
// most once, a deleted one never, and the order begins at a random entry.
//
// An entry is known by the address of its key: the hash lies before it, the element behind it.

type hmap struct {
	count   int // live entries; len() reads it
	used    int // entries filled, live or deleted
	cap     int
	mask    int // index words - 1
	seed    uint64
	index   unsafe.Pointer
	entries unsafe.Pointer
}

// hiter is an iteration. The compiler reads key and elem; key nil is the end.
type hiter struct {
	key     unsafe.Pointer
	elem    unsafe.Pointer
	t       *maptype
	h       *hmap
	entries unsafe.Pointer // the entries as they were when the iteration began
	at      int            // the next one to look at, as an offset in entries
	end     int            // of the present turn: first from start to the last entry, then from 0 to start
	start   int
	wrapped bool
}

const (
	mapTypeReady     = 1
	mapKeyMayPanic   = 2 // hashing can meet an uncomparable dynamic type
	mapKeyUpdate     = 4 // equal keys can differ in their bits (floats, interfaces, strings)
	mapKeyIrreflex   = 8 // a key can differ from itself (NaN)
	mapMinCap        = 8
	maxZero          = 1024
	maxMapHint       = 1 << 31
	maxMapBytes      = 1 << 35 // of entries: the index counts words
	mapEntryHashSize = 8
)

// zeroVal is what a lookup of a missing key points to.
var zeroVal [maxZero]byte

// mapKeyFlags derives the flags of a key type from its structure.
func mapKeyFlags(t *_type) uintptr {
	switch t.kind {
	case kindFloat32, kindFloat64, kindComplex64, kindComplex128:
		return mapKeyUpdate | mapKeyIrreflex
	case kindString:
		return mapKeyUpdate
	case kindInterface:
		return mapKeyUpdate | mapKeyIrreflex | mapKeyMayPanic
	case kindArray:
		return mapKeyFlags((*arraytype)(unsafe.Pointer(t)).elem)
	case kindStruct:
		s := (*structtype)(unsafe.Pointer(t))
		var f uintptr
		for i := range s.fields {
			f |= mapKeyFlags(s.fields[i].typ)
		}
		return f
	}
	return 0
}

// mapTypeInit makes the type of the entries, which the linker leaves open. A map made as one type can be used as another
// with the same underlying type, so not only makemap asks for it.
func mapTypeInit(t *maptype) {
	key, elem := t.key, t.elem
	elemoff := alignUp(mapEntryHashSize+key.size, uintptr(elem.align))
	e := (*_type)(persistentalloc(unsafe.Sizeof(_type{}), 8))
	e.size = alignUp(elemoff+elem.size, 8)
	e.align = 8
	e.fieldalign = 8
	e.kind = kindStruct
	e.str = "map entry"
	if elem.ptrdata != 0 {
		e.ptrdata = elemoff + elem.ptrdata
	} else if key.ptrdata != 0 {
		e.ptrdata = mapEntryHashSize + key.ptrdata
	}
	if e.ptrdata != 0 {
		bits := persistentalloc(e.ptrdata/64+1, 8)
		copyPtrBits(bits, mapEntryHashSize/8, key)
		copyPtrBits(bits, int(elemoff)/8, elem)
		e.gcdata = (*byte)(bits)
	}
	t.elemoff = int(elemoff) - mapEntryHashSize
	t.entry = e
	t.flags = mapTypeReady | mapKeyFlags(key)
}

// copyPtrBits sets, in the bitmap dst, the pointer words of a t that begins at word at.
func copyPtrBits(dst unsafe.Pointer, at int, t *_type) {
	n := int(t.ptrdata) / 8
	for i := 0; i < n; i++ {
		if *(*byte)(unsafe.Add(unsafe.Pointer(t.gcdata), i>>3))>>(uint(i)&7)&1 != 0 {
			p := (*byte)(unsafe.Add(dst, (at+i)>>3))
			*p |= 1 << (uint(at+i) & 7)
		}
	}
}

func alignUp(n, a uintptr) uintptr { return (n + a - 1) &^ (a - 1) }

// makemap returns a map with room for hint entries.
func makemap(t *maptype, hint int) *hmap {
	if t.flags == 0 {
		mapTypeInit(t)
	}
	h := new(hmap)
	h.seed = uint64(fastrand())<<32 | uint64(fastrand())
	if hint > mapMinCap {
		if hint > maxMapHint || mulOverflows(t.entry.size, hint) {
			hint = mapMinCap
		}
		mapalloc(t, h, hint)
	}
	return h
}

// mapalloc gives h fresh arrays for at least n entries.
func mapalloc(t *maptype, h *hmap, n int) {
	words := 16
	for words < n*2 { // at most half full: few probes go on
		words *= 2
	}
	h.cap = words / 2
	h.mask = words - 1
	h.used = 0
	if uintptr(h.cap)*t.entry.size > maxMapBytes {
		throw("out of memory: map too large")
	}
	h.index = mallocgc(uintptr(words)*4, nil, true)
	h.entries = mallocgc(uintptr(h.cap)*t.entry.size, t.entry, true)
}

// mapgrow makes room for one more entry, dropping deleted ones.
func mapgrow(t *maptype, h *hmap) {
	if t.entry == nil {
		mapTypeInit(t)
	}
	old, used := h.entries, h.used
	size := t.entry.size
	n := h.count * 2
	if n < mapMinCap {
		n = mapMinCap
	}
	mapalloc(t, h, n)
	index, mask := h.index, h.mask
	to := h.entries
	word, k := uint32(1), 0
	for i := 0; i < used; i++ {
		hash := *(*uint64)(old)
		if hash != 0 {
			memmove(to, old, size)
			to = unsafe.Add(to, size)
			k++
			j := int(hash>>1) & mask
			for *(*uint32)(unsafe.Add(index, j*4)) != 0 {
				j = (j + 1) & mask
			}
			*(*uint32)(unsafe.Add(index, j*4)) = word
			word += uint32(size / 8)
		}
		old = unsafe.Add(old, size)
	}
	h.used = k
}

// mapnew appends an entry for hash and returns the place of its key; the caller fills it in.
func mapnew(t *maptype, h *hmap, hash uint64) unsafe.Pointer {
	entry := t.entry
	if entry == nil {
		mapTypeInit(t)
		entry = t.entry
	}
	if h.used == h.cap {
		mapgrow(t, h)
	}
	mask, index := h.mask, h.index
	j := int(hash>>1) & mask
	for *(*uint32)(unsafe.Add(index, j*4)) != 0 {
		j = (j + 1) & mask
	}
	at := uintptr(h.used) * entry.size
	h.used++
	h.count++
	*(*uint32)(unsafe.Add(index, j*4)) = uint32(at/8) + 1
	e := unsafe.Add(h.entries, at)
	*(*uint64)(e) = hash
	return unsafe.Add(e, mapEntryHashSize)
}

// mapkey returns the place of key in h, or nil. hash has its lowest bit set.
func mapkey(t *maptype, h *hmap, key unsafe.Pointer, hash uint64) unsafe.Pointer {
	kt := t.key
	index, entries, mask := h.index, h.entries, h.mask
	j := int(hash>>1) & mask
	for {
		w := int(*(*uint32)(unsafe.Add(index, j*4)))
		if w == 0 {
			return nil
		}
		k := unsafe.Add(entries, w*8)
		if *(*uint64)(unsafe.Add(k, -mapEntryHashSize)) == hash && typeequal(kt, k, key) {
			return k
		}
		j = (j + 1) & mask
	}
}

// mapKeyCheck panics for a key that can't be hashed where no hash is needed: Go has its own error type for that
// (internal/runtime/maps/map.go, mapKeyError2).
func mapKeyCheck(t *_type, p unsafe.Pointer) {
	if t.tflag&tflagRegularMemory != 0 {
		return
	}
	switch t.kind {
	case kindInterface:
		typ, data := (*eface)(p).typ, &(*eface)(p).data
		if typ == nil {
			return
		}
		if len((*interfacetype)(unsafe.Pointer(t)).methods) != 0 {
			typ = (*iface)(p).tab.typ
		}
		if typ.tflag&tflagNotComparable != 0 {
			panic(unhashableTypeError{typ})
		}
		if isDirectIface(typ) {
			mapKeyCheck(typ, unsafe.Pointer(data))
		} else {
			mapKeyCheck(typ, *data)
		}
	case kindArray:
		a := (*arraytype)(unsafe.Pointer(t))
		for i := 0; i < int(a.len); i++ {
			mapKeyCheck(a.elem, unsafe.Add(p, i*int(a.elem.size)))
		}
	case kindStruct:
		s := (*structtype)(unsafe.Pointer(t))
		for i := range s.fields {
			if f := &s.fields[i]; f.name != "_" {
				mapKeyCheck(f.typ, unsafe.Add(p, int(f.offset)))
			}
		}
	}
}

// mapentry finds the place of key in a map that may be nil or empty.
func mapentry(t *maptype, h *hmap, key unsafe.Pointer) unsafe.Pointer {
	if h == nil || h.count == 0 {
		if mapKeyFlags(t.key)&mapKeyMayPanic != 0 {
			mapKeyCheck(t.key, key)
		}
		return nil
	}
	return mapkey(t, h, key, uint64(typehash(t.key, key, uintptr(h.seed)))|1)
}

// mapfind finds the element of key, nil if there is none. The compiler calls it and its kin for keys of common types,
// and puts zeroVal in place of nil.
func mapfind(t *maptype, h *hmap, key unsafe.Pointer) unsafe.Pointer {
	k := mapentry(t, h, key)
	if k == nil {
		return nil
	}
	if t.entry == nil {
		mapTypeInit(t)
	}
	return unsafe.Add(k, t.elemoff)
}

// mapaccess2 is mapfind for elements that are larger than zeroVal.
func mapaccess2(t *maptype, h *hmap, key unsafe.Pointer) (unsafe.Pointer, bool) {
	if e := mapfind(t, h, key); e != nil {
		return e, true
	}
	return mallocgc(t.elem.size, t.elem, true), false
}

func mapassign(t *maptype, h *hmap, key unsafe.Pointer) unsafe.Pointer {
	if h == nil {
		panic(plainError("assignment to entry in nil map"))
	}
	if t.entry == nil {
		mapTypeInit(t)
	}
	hash := uint64(typehash(t.key, key, uintptr(h.seed))) | 1
	if h.cap != 0 {
		if k := mapkey(t, h, key, hash); k != nil {
			if t.flags&mapKeyUpdate != 0 {
				memmove(k, key, t.key.size)
			}
			return unsafe.Add(k, t.elemoff)
		}
	}
	k := mapnew(t, h, hash)
	memmove(k, key, t.key.size)
	return unsafe.Add(k, t.elemoff)
}

func mapdelete(t *maptype, h *hmap, key unsafe.Pointer) {
	if k := mapentry(t, h, key); k != nil {
		mapremove(t, h, k)
	}
}

// mapremove deletes the entry with its key at k. The last entry's place is not used again, since its index
// word stays.
func mapremove(t *maptype, h *hmap, k unsafe.Pointer) {
	if t.entry == nil {
		mapTypeInit(t)
	}
	memclrNoHeapPointers(unsafe.Add(k, -mapEntryHashSize), t.entry.size)
	h.count--
	if h.count == 0 {
		// The map is empty: a new order of hashes, as Go does, costs nothing now.
		h.seed = uint64(fastrand())<<32 | uint64(fastrand())
	}
}

func mapclear(t *maptype, h *hmap) {
	if h == nil || h.used == 0 {
		return
	}
	if t.entry == nil {
		mapTypeInit(t)
	}
	h.count = 0
	memclrNoHeapPointers(h.entries, uintptr(h.used)*t.entry.size)
	memclrNoHeapPointers(h.index, uintptr(h.mask+1)*4)
	// The entries an iterator still holds are zero; new ones go to the same places.
	h.used = 0
}

// Keys of four bytes.

func mapfind_fast32(t *maptype, h *hmap, key uint32) unsafe.Pointer {
	if h == nil || h.count == 0 {
		return nil
	}
	index, entries, mask := h.index, h.entries, h.mask
	j := int(hash64(uint64(key), h.seed)>>1) & mask
	for {
		w := int(*(*uint32)(unsafe.Add(index, j*4)))
		if w == 0 {
			return nil
		}
		k := unsafe.Add(entries, w*8)
		if *(*uint32)(k) == key && *(*uint64)(unsafe.Add(k, -mapEntryHashSize)) != 0 {
			if t.entry == nil {
				mapTypeInit(t)
			}
			return unsafe.Add(k, t.elemoff)
		}
		j = (j + 1) & mask
	}
}

func mapassign_fast32(t *maptype, h *hmap, key uint32) unsafe.Pointer {
	if h == nil {
		panic(plainError("assignment to entry in nil map"))
	}
	if e := mapfind_fast32(t, h, key); e != nil {
		return e
	}
	k := mapnew(t, h, hash64(uint64(key), h.seed)|1)
	*(*uint32)(k) = key
	return unsafe.Add(k, t.elemoff)
}

func mapdelete_fast32(t *maptype, h *hmap, key uint32) {
	if e := mapfind_fast32(t, h, key); e != nil {
		mapremove(t, h, unsafe.Add(e, -t.elemoff))
	}
}

// Keys of eight bytes: the element follows at once, whatever its type.

func mapfind_fast64(t *maptype, h *hmap, key uint64) unsafe.Pointer {
	if h == nil || h.count == 0 {
		return nil
	}
	index, entries, mask := h.index, h.entries, h.mask
	j := int(hash64(key, h.seed)>>1) & mask
	for {
		w := int(*(*uint32)(unsafe.Add(index, j*4)))
		if w == 0 {
			return nil
		}
		k := unsafe.Add(entries, w*8)
		if *(*uint64)(k) == key && *(*uint64)(unsafe.Add(k, -mapEntryHashSize)) != 0 {
			return unsafe.Add(k, 8)
		}
		j = (j + 1) & mask
	}
}

func mapassign_fast64(t *maptype, h *hmap, key uint64) unsafe.Pointer {
	if h == nil {
		panic(plainError("assignment to entry in nil map"))
	}
	if e := mapfind_fast64(t, h, key); e != nil {
		return e
	}
	k := mapnew(t, h, hash64(key, h.seed)|1)
	*(*uint64)(k) = key
	return unsafe.Add(k, 8)
}

func mapdelete_fast64(t *maptype, h *hmap, key uint64) {
	if e := mapfind_fast64(t, h, key); e != nil {
		mapremove(t, h, unsafe.Add(e, -8))
	}
}

// Keys that are strings: the element follows the two words of the string.

func mapfind_faststr(t *maptype, h *hmap, key string) unsafe.Pointer {
	if h == nil || h.count == 0 {
		return nil
	}
	hash := strhash64(key, h.seed)
	index, entries, mask := h.index, h.entries, h.mask
	j := int(hash>>1) & mask
	for {
		w := int(*(*uint32)(unsafe.Add(index, j*4)))
		if w == 0 {
			return nil
		}
		k := unsafe.Add(entries, w*8)
		if *(*uint64)(unsafe.Add(k, -mapEntryHashSize)) == hash && *(*string)(k) == key {
			return unsafe.Add(k, 16)
		}
		j = (j + 1) & mask
	}
}

func strhash64(s string, seed uint64) uint64 {
	return uint64(memhash(unsafe.Pointer(unsafe.StringData(s)), uintptr(seed), uintptr(len(s)))) | 1
}

func mapassign_faststr(t *maptype, h *hmap, key string) unsafe.Pointer {
	if h == nil {
		panic(plainError("assignment to entry in nil map"))
	}
	e := mapfind_faststr(t, h, key)
	if e == nil {
		e = unsafe.Add(mapnew(t, h, strhash64(key, h.seed)), 16)
	}
	*(*string)(unsafe.Add(e, -16)) = key
	return e
}

func mapdelete_faststr(t *maptype, h *hmap, key string) {
	if e := mapfind_faststr(t, h, key); e != nil {
		mapremove(t, h, unsafe.Add(e, -16))
	}
}

// mapiterinit begins an iteration over h and moves to the first entry.
func mapiterinit(t *maptype, h *hmap, it *hiter) {
	it.key = nil
	it.elem = nil
	it.t = t
	it.h = h
	it.wrapped = false
	if h == nil || h.count == 0 {
		return
	}
	if t.entry == nil {
		mapTypeInit(t)
	}
	size := int(t.entry.size)
	it.entries = h.entries
	it.start = int(fastrandn(uint32(h.used))) * size
	it.at = it.start
	it.end = h.used * size
	mapiternext(it)
}

// mapiternext moves to the next entry; it.key is nil at the end.
func mapiternext(it *hiter) {
	t, h, entries, at, end := it.t, it.h, it.entries, it.at, it.end
	size := int(t.entry.size)
	for {
		if at >= end {
			if it.wrapped {
				it.key = nil
				it.elem = nil
				return
			}
			it.wrapped = true
			at, end = 0, it.start
			it.end = end
			continue
		}
		e := unsafe.Add(entries, at)
		at += size
		if *(*uint64)(e) == 0 {
			continue
		}
		k := unsafe.Add(e, mapEntryHashSize)
		if entries != h.entries && typeequal(t.key, k, k) { // a NaN can be neither looked up nor deleted
			if k = mapentry(t, h, k); k == nil {
				continue
			}
		}
		it.at = at
		it.key = k
		it.elem = unsafe.Add(k, t.elemoff)
		return
	}
}

// What reflect needs of maps.

//go:linkname reflect_makemap reflect.makemap
func reflect_makemap(t *maptype, n int) *hmap { return makemap(t, n) }

//go:linkname reflect_mapaccess reflect.mapaccess
func reflect_mapaccess(t *maptype, h *hmap, key unsafe.Pointer) unsafe.Pointer {
	return mapfind(t, h, key)
}

//go:linkname reflect_mapassign reflect.mapassign
func reflect_mapassign(t *maptype, h *hmap, key, elem unsafe.Pointer) {
	memmove(mapassign(t, h, key), elem, t.elem.size)
}

//go:linkname reflect_mapdelete reflect.mapdelete
func reflect_mapdelete(t *maptype, h *hmap, key unsafe.Pointer) { mapdelete(t, h, key) }

//go:linkname reflect_mapclear reflect.mapclear
func reflect_mapclear(t *maptype, h *hmap) { mapclear(t, h) }

//go:linkname reflect_maplen reflect.maplen
func reflect_maplen(h *hmap) int {
	if h == nil {
		return 0
	}
	return h.count
}

//go:linkname reflect_mapiterinit reflect.mapiterinit
func reflect_mapiterinit(t *maptype, h *hmap, it *hiter) { mapiterinit(t, h, it) }

//go:linkname reflect_mapiternext reflect.mapiternext
func reflect_mapiternext(it *hiter) { mapiternext(it) }
