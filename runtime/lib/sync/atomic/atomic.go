// Package atomic provides memory operations that no other goroutine sees half done.
//
// One goroutine runs at a time and switches only at calls and loop heads, so plain loads
// and stores are atomic.
package atomic

import "unsafe"

type noCopy struct{}

func (*noCopy) Lock() {}

func (*noCopy) Unlock() {}

// AddInt32 adds delta to *addr and returns the sum.
func AddInt32(addr *int32, delta int32) (new int32) {
	new = *addr + delta
	*addr = new
	return new
}

// LoadInt32 returns *addr.
func LoadInt32(addr *int32) (val int32) { return *addr }

// StoreInt32 sets *addr.
func StoreInt32(addr *int32, val int32) { *addr = val }

// SwapInt32 sets *addr and returns what it was.
func SwapInt32(addr *int32, new int32) (old int32) {
	old = *addr
	*addr = new
	return old
}

// CompareAndSwapInt32 sets *addr to new if it is old.
func CompareAndSwapInt32(addr *int32, old, new int32) (swapped bool) {
	if *addr != old {
		return false
	}
	*addr = new
	return true
}

// AndInt32 clears the bits of *addr that mask lacks and returns what it was.
func AndInt32(addr *int32, mask int32) (old int32) {
	old = *addr
	*addr = old & mask
	return old
}

// OrInt32 sets the bits of mask in *addr and returns what it was.
func OrInt32(addr *int32, mask int32) (old int32) {
	old = *addr
	*addr = old | mask
	return old
}

// A Int32 is an atomic int32.
type Int32 struct {
	_ noCopy
	v int32
}

// Load returns the value.
func (x *Int32) Load() int32 { return x.v }

// Store sets the value.
func (x *Int32) Store(val int32) { x.v = val }

// Swap sets the value and returns the one before.
func (x *Int32) Swap(new int32) (old int32) {
	old = x.v
	x.v = new
	return old
}

// CompareAndSwap sets the value to new if it is old.
func (x *Int32) CompareAndSwap(old, new int32) (swapped bool) {
	if x.v != old {
		return false
	}
	x.v = new
	return true
}

// Add adds delta and returns the sum.
func (x *Int32) Add(delta int32) (new int32) {
	new = x.v + delta
	x.v = new
	return new
}

// And clears the bits that mask lacks and returns the value before.
func (x *Int32) And(mask int32) (old int32) {
	old = x.v
	x.v = old & mask
	return old
}

// Or sets the bits of mask and returns the value before.
func (x *Int32) Or(mask int32) (old int32) {
	old = x.v
	x.v = old | mask
	return old
}

// AddInt64 adds delta to *addr and returns the sum.
func AddInt64(addr *int64, delta int64) (new int64) {
	new = *addr + delta
	*addr = new
	return new
}

// LoadInt64 returns *addr.
func LoadInt64(addr *int64) (val int64) { return *addr }

// StoreInt64 sets *addr.
func StoreInt64(addr *int64, val int64) { *addr = val }

// SwapInt64 sets *addr and returns what it was.
func SwapInt64(addr *int64, new int64) (old int64) {
	old = *addr
	*addr = new
	return old
}

// CompareAndSwapInt64 sets *addr to new if it is old.
func CompareAndSwapInt64(addr *int64, old, new int64) (swapped bool) {
	if *addr != old {
		return false
	}
	*addr = new
	return true
}

// AndInt64 clears the bits of *addr that mask lacks and returns what it was.
func AndInt64(addr *int64, mask int64) (old int64) {
	old = *addr
	*addr = old & mask
	return old
}

// OrInt64 sets the bits of mask in *addr and returns what it was.
func OrInt64(addr *int64, mask int64) (old int64) {
	old = *addr
	*addr = old | mask
	return old
}

// A Int64 is an atomic int64.
type Int64 struct {
	_ noCopy
	v int64
}

// Load returns the value.
func (x *Int64) Load() int64 { return x.v }

// Store sets the value.
func (x *Int64) Store(val int64) { x.v = val }

// Swap sets the value and returns the one before.
func (x *Int64) Swap(new int64) (old int64) {
	old = x.v
	x.v = new
	return old
}

// CompareAndSwap sets the value to new if it is old.
func (x *Int64) CompareAndSwap(old, new int64) (swapped bool) {
	if x.v != old {
		return false
	}
	x.v = new
	return true
}

// Add adds delta and returns the sum.
func (x *Int64) Add(delta int64) (new int64) {
	new = x.v + delta
	x.v = new
	return new
}

// And clears the bits that mask lacks and returns the value before.
func (x *Int64) And(mask int64) (old int64) {
	old = x.v
	x.v = old & mask
	return old
}

// Or sets the bits of mask and returns the value before.
func (x *Int64) Or(mask int64) (old int64) {
	old = x.v
	x.v = old | mask
	return old
}

// AddUint32 adds delta to *addr and returns the sum.
func AddUint32(addr *uint32, delta uint32) (new uint32) {
	new = *addr + delta
	*addr = new
	return new
}

// LoadUint32 returns *addr.
func LoadUint32(addr *uint32) (val uint32) { return *addr }

// StoreUint32 sets *addr.
func StoreUint32(addr *uint32, val uint32) { *addr = val }

// SwapUint32 sets *addr and returns what it was.
func SwapUint32(addr *uint32, new uint32) (old uint32) {
	old = *addr
	*addr = new
	return old
}

// CompareAndSwapUint32 sets *addr to new if it is old.
func CompareAndSwapUint32(addr *uint32, old, new uint32) (swapped bool) {
	if *addr != old {
		return false
	}
	*addr = new
	return true
}

// AndUint32 clears the bits of *addr that mask lacks and returns what it was.
func AndUint32(addr *uint32, mask uint32) (old uint32) {
	old = *addr
	*addr = old & mask
	return old
}

// OrUint32 sets the bits of mask in *addr and returns what it was.
func OrUint32(addr *uint32, mask uint32) (old uint32) {
	old = *addr
	*addr = old | mask
	return old
}

// A Uint32 is an atomic uint32.
type Uint32 struct {
	_ noCopy
	v uint32
}

// Load returns the value.
func (x *Uint32) Load() uint32 { return x.v }

// Store sets the value.
func (x *Uint32) Store(val uint32) { x.v = val }

// Swap sets the value and returns the one before.
func (x *Uint32) Swap(new uint32) (old uint32) {
	old = x.v
	x.v = new
	return old
}

// CompareAndSwap sets the value to new if it is old.
func (x *Uint32) CompareAndSwap(old, new uint32) (swapped bool) {
	if x.v != old {
		return false
	}
	x.v = new
	return true
}

// Add adds delta and returns the sum.
func (x *Uint32) Add(delta uint32) (new uint32) {
	new = x.v + delta
	x.v = new
	return new
}

// And clears the bits that mask lacks and returns the value before.
func (x *Uint32) And(mask uint32) (old uint32) {
	old = x.v
	x.v = old & mask
	return old
}

// Or sets the bits of mask and returns the value before.
func (x *Uint32) Or(mask uint32) (old uint32) {
	old = x.v
	x.v = old | mask
	return old
}

// AddUint64 adds delta to *addr and returns the sum.
func AddUint64(addr *uint64, delta uint64) (new uint64) {
	new = *addr + delta
	*addr = new
	return new
}

// LoadUint64 returns *addr.
func LoadUint64(addr *uint64) (val uint64) { return *addr }

// StoreUint64 sets *addr.
func StoreUint64(addr *uint64, val uint64) { *addr = val }

// SwapUint64 sets *addr and returns what it was.
func SwapUint64(addr *uint64, new uint64) (old uint64) {
	old = *addr
	*addr = new
	return old
}

// CompareAndSwapUint64 sets *addr to new if it is old.
func CompareAndSwapUint64(addr *uint64, old, new uint64) (swapped bool) {
	if *addr != old {
		return false
	}
	*addr = new
	return true
}

// AndUint64 clears the bits of *addr that mask lacks and returns what it was.
func AndUint64(addr *uint64, mask uint64) (old uint64) {
	old = *addr
	*addr = old & mask
	return old
}

// OrUint64 sets the bits of mask in *addr and returns what it was.
func OrUint64(addr *uint64, mask uint64) (old uint64) {
	old = *addr
	*addr = old | mask
	return old
}

// A Uint64 is an atomic uint64.
type Uint64 struct {
	_ noCopy
	v uint64
}

// Load returns the value.
func (x *Uint64) Load() uint64 { return x.v }

// Store sets the value.
func (x *Uint64) Store(val uint64) { x.v = val }

// Swap sets the value and returns the one before.
func (x *Uint64) Swap(new uint64) (old uint64) {
	old = x.v
	x.v = new
	return old
}

// CompareAndSwap sets the value to new if it is old.
func (x *Uint64) CompareAndSwap(old, new uint64) (swapped bool) {
	if x.v != old {
		return false
	}
	x.v = new
	return true
}

// Add adds delta and returns the sum.
func (x *Uint64) Add(delta uint64) (new uint64) {
	new = x.v + delta
	x.v = new
	return new
}

// And clears the bits that mask lacks and returns the value before.
func (x *Uint64) And(mask uint64) (old uint64) {
	old = x.v
	x.v = old & mask
	return old
}

// Or sets the bits of mask and returns the value before.
func (x *Uint64) Or(mask uint64) (old uint64) {
	old = x.v
	x.v = old | mask
	return old
}

// AddUintptr adds delta to *addr and returns the sum.
func AddUintptr(addr *uintptr, delta uintptr) (new uintptr) {
	new = *addr + delta
	*addr = new
	return new
}

// LoadUintptr returns *addr.
func LoadUintptr(addr *uintptr) (val uintptr) { return *addr }

// StoreUintptr sets *addr.
func StoreUintptr(addr *uintptr, val uintptr) { *addr = val }

// SwapUintptr sets *addr and returns what it was.
func SwapUintptr(addr *uintptr, new uintptr) (old uintptr) {
	old = *addr
	*addr = new
	return old
}

// CompareAndSwapUintptr sets *addr to new if it is old.
func CompareAndSwapUintptr(addr *uintptr, old, new uintptr) (swapped bool) {
	if *addr != old {
		return false
	}
	*addr = new
	return true
}

// AndUintptr clears the bits of *addr that mask lacks and returns what it was.
func AndUintptr(addr *uintptr, mask uintptr) (old uintptr) {
	old = *addr
	*addr = old & mask
	return old
}

// OrUintptr sets the bits of mask in *addr and returns what it was.
func OrUintptr(addr *uintptr, mask uintptr) (old uintptr) {
	old = *addr
	*addr = old | mask
	return old
}

// A Uintptr is an atomic uintptr.
type Uintptr struct {
	_ noCopy
	v uintptr
}

// Load returns the value.
func (x *Uintptr) Load() uintptr { return x.v }

// Store sets the value.
func (x *Uintptr) Store(val uintptr) { x.v = val }

// Swap sets the value and returns the one before.
func (x *Uintptr) Swap(new uintptr) (old uintptr) {
	old = x.v
	x.v = new
	return old
}

// CompareAndSwap sets the value to new if it is old.
func (x *Uintptr) CompareAndSwap(old, new uintptr) (swapped bool) {
	if x.v != old {
		return false
	}
	x.v = new
	return true
}

// Add adds delta and returns the sum.
func (x *Uintptr) Add(delta uintptr) (new uintptr) {
	new = x.v + delta
	x.v = new
	return new
}

// And clears the bits that mask lacks and returns the value before.
func (x *Uintptr) And(mask uintptr) (old uintptr) {
	old = x.v
	x.v = old & mask
	return old
}

// Or sets the bits of mask and returns the value before.
func (x *Uintptr) Or(mask uintptr) (old uintptr) {
	old = x.v
	x.v = old | mask
	return old
}

// LoadPointer returns *addr.
func LoadPointer(addr *unsafe.Pointer) (val unsafe.Pointer) { return *addr }

// StorePointer sets *addr.
func StorePointer(addr *unsafe.Pointer, val unsafe.Pointer) { *addr = val }

// SwapPointer sets *addr and returns what it was.
func SwapPointer(addr *unsafe.Pointer, new unsafe.Pointer) (old unsafe.Pointer) {
	old = *addr
	*addr = new
	return old
}

// CompareAndSwapPointer sets *addr to new if it is old.
func CompareAndSwapPointer(addr *unsafe.Pointer, old, new unsafe.Pointer) (swapped bool) {
	if *addr != old {
		return false
	}
	*addr = new
	return true
}

// A Bool is an atomic bool.
type Bool struct {
	_ noCopy
	v bool
}

// Load returns the value.
func (x *Bool) Load() bool { return x.v }

// Store sets the value.
func (x *Bool) Store(val bool) { x.v = val }

// Swap sets the value and returns the one before.
func (x *Bool) Swap(new bool) (old bool) {
	old = x.v
	x.v = new
	return old
}

// CompareAndSwap sets the value to new if it is old.
func (x *Bool) CompareAndSwap(old, new bool) (swapped bool) {
	if x.v != old {
		return false
	}
	x.v = new
	return true
}

type efaceWords struct {
	typ  unsafe.Pointer
	data unsafe.Pointer
}

func sameType(a, b any) bool {
	return (*efaceWords)(unsafe.Pointer(&a)).typ == (*efaceWords)(unsafe.Pointer(&b)).typ
}
