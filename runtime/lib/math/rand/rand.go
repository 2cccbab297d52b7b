// Package rand makes pseudo-random numbers, for anything but secrets.
//
// A Rand over NewSource(seed) gives the very sequence the go tool's library gives for that
// seed. The top-level functions start from a random seed, unless Seed is called.
package rand

import (
	"math"
	"sync"
	"unsafe"
)

// Source makes uniformly distributed numbers of 63 bits. It need not be safe for use by
// several goroutines at once.
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// Source64 is a Source that makes numbers of 64 bits too.
type Source64 interface {
	Source
	Uint64() uint64
}

// The additive lagged Fibonacci generator x[n] = x[n-607] + x[n-273], of Mitchell and Reeds.
const (
	longLag  = 607
	shortLag = 273
	prime    = 1<<31 - 1 // the modulus of the generator that fills the state
)

type lagged struct {
	tap, feed int
	state     [longLag]int64
}

// cooked is the state that seeds are mixed into, unpacked when first needed.
var cooked *[longLag]int64

// NewSource returns a source with the given seed.
func NewSource(seed int64) Source {
	s := new(lagged)
	s.Seed(seed)
	return s
}

func (s *lagged) Seed(seed int64) {
	if cooked == nil {
		c := new([longLag]int64)
		copy((*[len(cookedData)]byte)(unsafe.Pointer(c))[:], cookedData)
		cooked = c
	}
	s.tap, s.feed = 0, longLag-shortLag
	seed %= prime
	if seed < 0 {
		seed += prime
	}
	if seed == 0 {
		seed = 89482311
	}
	// The minimal standard generator (Park and Miller): x*48271 modulo the prime.
	x := seed
	for i := 0; i < 20; i++ {
		x = x * 48271 % prime
	}
	for i := 0; i < longLag; i++ {
		x = x * 48271 % prime
		u := x << 40
		x = x * 48271 % prime
		u ^= x << 20
		x = x * 48271 % prime
		s.state[i] = u ^ x ^ cooked[i]
	}
}

func (s *lagged) Uint64() uint64 {
	s.tap--
	if s.tap < 0 {
		s.tap += longLag
	}
	s.feed--
	if s.feed < 0 {
		s.feed += longLag
	}
	x := s.state[s.feed] + s.state[s.tap]
	s.state[s.feed] = x
	return uint64(x)
}

func (s *lagged) Int63() int64 { return int64(s.Uint64() & (1<<63 - 1)) }

// Rand makes numbers of several kinds from a Source.
type Rand struct {
	src     Source
	s64     Source64 // src, if it is one
	read    int64    // what Read has left of the last number
	readLen int8     // how many bytes that is
}

// New returns a Rand over src.
func New(src Source) *Rand {
	s64, _ := src.(Source64)
	return &Rand{src: src, s64: s64}
}

// Seed starts the sequence of the given seed.
func (r *Rand) Seed(seed int64) {
	r.src.Seed(seed)
	r.readLen = 0
}

// Int63 returns a number of 63 bits.
func (r *Rand) Int63() int64 { return r.src.Int63() }

// Uint32 returns a number of 32 bits.
func (r *Rand) Uint32() uint32 { return uint32(r.src.Int63() >> 31) }

// Uint64 returns a number of 64 bits.
func (r *Rand) Uint64() uint64 {
	if r.s64 != nil {
		return r.s64.Uint64()
	}
	return uint64(r.src.Int63())>>31 | uint64(r.src.Int63())<<32
}

// Int31 returns a number of 31 bits.
func (r *Rand) Int31() int32 { return int32(r.src.Int63() >> 32) }

// Int returns an int that is not negative.
func (r *Rand) Int() int { return int(r.src.Int63()) }

// Int63n returns a number in [0, n). It panics if n <= 0.
func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	v := r.src.Int63()
	if n&(n-1) == 0 {
		return v & (n - 1)
	}
	// Numbers above the largest multiple of n would favour some remainders.
	for most := int64(1<<63 - 1 - (1<<63)%uint64(n)); v > most; {
		v = r.src.Int63()
	}
	return v % n
}

// Int31n returns a number in [0, n). It panics if n <= 0.
func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	v := int32(r.src.Int63() >> 32)
	if n&(n-1) == 0 {
		return v & (n - 1)
	}
	for most := int32(1<<31 - 1 - (1<<31)%uint32(n)); v > most; {
		v = int32(r.src.Int63() >> 32)
	}
	return v % n
}

// Intn returns a number in [0, n). It panics if n <= 0.
func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n <= 1<<31-1 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

// below is Int31n by multiplication (Lemire): another sequence, which Shuffle uses.
func (r *Rand) below(n int32) int32 {
	p := uint64(r.Uint32()) * uint64(n)
	if uint32(p) < uint32(n) {
		for least := uint32(-n) % uint32(n); uint32(p) < least; {
			p = uint64(r.Uint32()) * uint64(n)
		}
	}
	return int32(p >> 32)
}

// Float64 returns a number in [0, 1).
func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.src.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}

// Float32 returns a number in [0, 1).
func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

// Perm returns a permutation of the numbers in [0, n).
func (r *Rand) Perm(n int) []int {
	m := make([]int, n)
	for i := range m {
		j := r.Intn(i + 1)
		m[i] = m[j]
		m[j] = i
	}
	return m
}

// Shuffle puts n elements in random order by swap. It panics if n < 0.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		if i > 1<<31-2 {
			swap(i, int(r.Int63n(int64(i+1))))
		} else {
			swap(i, int(r.below(int32(i+1))))
		}
	}
}

// Read fills p; the error is always nil.
func (r *Rand) Read(p []byte) (n int, err error) {
	for i := range p {
		if r.readLen == 0 {
			r.read = r.src.Int63()
			r.readLen = 7
		}
		p[i] = byte(r.read)
		r.read >>= 8
		r.readLen--
	}
	return len(p), nil
}

// The ziggurat method (Marsaglia and Tsang, 2000): a random point in one of several layers of
// equal area lies under the curve almost always, which one comparison tells.

type normalTables struct {
	limit         [128]uint32
	width, height [128]float32
}

type exponentialTables struct {
	limit         [256]uint32
	width, height [256]float32
}

var (
	normal      *normalTables
	exponential *exponentialTables
)

// NormFloat64 returns a normally distributed number of mean 0 and deviation 1.
func (r *Rand) NormFloat64() float64 {
	const tail = 3.442619855899
	if normal == nil {
		t := new(normalTables)
		copy((*[len(normalData)]byte)(unsafe.Pointer(t))[:], normalData)
		normal = t
	}
	for {
		j := int32(r.Uint32())
		i := j & 0x7F
		x := float64(j) * float64(normal.width[i])
		size := uint32(j)
		if j < 0 {
			size = -size
		}
		if size < normal.limit[i] {
			return x
		}
		if i == 0 {
			for {
				x = -math.Log(r.Float64()) * (1.0 / tail)
				y := -math.Log(r.Float64())
				if y+y >= x*x {
					break
				}
			}
			if j > 0 {
				return tail + x
			}
			return -tail - x
		}
		if normal.height[i]+float32(r.Float64())*(normal.height[i-1]-normal.height[i]) < float32(math.Exp(-.5*x*x)) {
			return x
		}
	}
}

// ExpFloat64 returns an exponentially distributed number of rate 1.
func (r *Rand) ExpFloat64() float64 {
	const tail = 7.69711747013104972
	if exponential == nil {
		t := new(exponentialTables)
		copy((*[len(exponentialData)]byte)(unsafe.Pointer(t))[:], exponentialData)
		exponential = t
	}
	for {
		j := r.Uint32()
		i := j & 0xFF
		x := float64(j) * float64(exponential.width[i])
		if j < exponential.limit[i] {
			return x
		}
		if i == 0 {
			return tail - math.Log(r.Float64())
		}
		if exponential.height[i]+float32(r.Float64())*(exponential.height[i-1]-exponential.height[i]) < float32(math.Exp(-x)) {
			return x
		}
	}
}

// shared is the source of the top-level functions. The first number seeds it, from the
// runtime's own random numbers.
type shared struct {
	mu  sync.Mutex
	gen *lagged
}

// runtimeRand returns a random number; package runtime supplies it.
func runtimeRand() uint64

// seeded reports whether the top-level functions begin with the sequence of a seed, as they did before Go 1.20, and Seed
// has an effect, as before Go 1.24 (GODEBUG=randautoseed=0, randseednop=0); package runtime supplies it.
func seeded() (begin, again bool)

func (s *shared) Uint64() uint64 {
	s.mu.Lock()
	if s.gen == nil {
		s.gen = new(lagged)
		if begin, _ := seeded(); begin {
			s.gen.Seed(1)
		} else {
			s.gen.Seed(int64(runtimeRand() >> 1))
		}
	}
	v := s.gen.Uint64()
	s.mu.Unlock()
	return v
}

func (s *shared) Int63() int64 { return int64(s.Uint64() & (1<<63 - 1)) }

func (s *shared) Seed(seed int64) {
	s.mu.Lock()
	if s.gen == nil {
		s.gen = new(lagged)
	}
	s.gen.Seed(seed)
	s.mu.Unlock()
}

var (
	source = new(shared)
	global = &Rand{src: source, s64: source}
	reads  sync.Mutex // guards what Read keeps in global
)

// Seed made the top-level functions start the sequence of the given seed until Go 1.24; GODEBUG=randseednop=0 lets it.
func Seed(seed int64) {
	if _, again := seeded(); again {
		global.Seed(seed)
	}
}

// Int63 returns a number of 63 bits.
func Int63() int64 { return source.Int63() }

// Uint32 returns a number of 32 bits.
func Uint32() uint32 { return global.Uint32() }

// Uint64 returns a number of 64 bits.
func Uint64() uint64 { return source.Uint64() }

// Int31 returns a number of 31 bits.
func Int31() int32 { return global.Int31() }

// Int returns an int that is not negative.
func Int() int { return int(source.Int63()) }

// Int63n returns a number in [0, n). It panics if n <= 0.
func Int63n(n int64) int64 { return global.Int63n(n) }

// Int31n returns a number in [0, n). It panics if n <= 0.
func Int31n(n int32) int32 { return global.Int31n(n) }

// Intn returns a number in [0, n). It panics if n <= 0.
func Intn(n int) int { return global.Intn(n) }

// Float64 returns a number in [0, 1).
func Float64() float64 { return global.Float64() }

// Float32 returns a number in [0, 1).
func Float32() float32 { return global.Float32() }

// Perm returns a permutation of the numbers in [0, n).
func Perm(n int) []int { return global.Perm(n) }

// Shuffle puts n elements in random order by swap.
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }

// Read fills p; the error is always nil.
func Read(p []byte) (n int, err error) {
	reads.Lock()
	n, err = global.Read(p)
	reads.Unlock()
	return n, err
}

// NormFloat64 returns a normally distributed number of mean 0 and deviation 1.
func NormFloat64() float64 { return global.NormFloat64() }

// ExpFloat64 returns an exponentially distributed number of rate 1.
func ExpFloat64() float64 { return global.ExpFloat64() }

// Zipf makes numbers k in [0, imax] with a probability proportional to (v + k) ** -s, by
// rejection-inversion (Hörmann and Derflinger, 1996).
type Zipf struct {
	r                   *Rand
	most, v, q, squeeze float64
	p, pInverse         float64 // 1-q and its inverse
	high, span          float64
}

func (z *Zipf) h(x float64) float64 { return math.Exp(z.p*math.Log(z.v+x)) * z.pInverse }

func (z *Zipf) hInverse(x float64) float64 { return math.Exp(z.pInverse*math.Log(z.p*x)) - z.v }

// NewZipf returns a Zipf; s must be greater than 1 and v at least 1, else it is nil.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, most: float64(imax), v: v, q: s}
	z.p = 1 - s
	z.pInverse = 1 / z.p
	z.high = z.h(z.most + 0.5)
	z.span = z.h(0.5) - math.Exp(math.Log(v)*(-s)) - z.high
	z.squeeze = 1 - z.hInverse(z.h(1.5)-math.Exp(-s*math.Log(v+1)))
	return z
}

// Uint64 returns the next number.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	for {
		u := z.high + z.r.Float64()*z.span
		x := z.hInverse(u)
		k := math.Floor(x + 0.5)
		if k-x <= z.squeeze || u >= z.h(k+0.5)-math.Exp(-math.Log(k+z.v)*z.q) {
			return uint64(k)
		}
	}
}
