package runtime

import "unsafe"

// What the predeclared print and println compile to, and what the runtime itself prints with. Nothing here allocates,
// so that it works on g0, in the collector and while the program dies.

const printBufSize = 1024

// printBuf gathers the text of one printlock … printunlock section, so that a print statement is one write.
var (
	printBuf  [printBufSize]byte
	printLen  int
	printLock int
)

func printlock() {
	printLock++
}

func printunlock() {
	printLock--
	if printLock <= 0 {
		printLock = 0
		printflush()
	}
}

// printflush writes what has gathered.
func printflush() {
	if printLen != 0 {
		n := printLen
		printLen = 0
		writeErrData(unsafe.Pointer(&printBuf[0]), int32(n))
	}
}

// crashFD is the file that takes the text of a crash besides standard error, -1 for none.
var crashFD = -1

// setCrashFD sets crashFD, for package runtime/debug, and answers the file before, which the caller may close.
func setCrashFD(fd int) int {
	if panicking > 0 {
		return -1
	}
	old := crashFD
	crashFD = fd
	return old
}

// writeErrData writes to standard error, and to crashFD what a dying program writes.
func writeErrData(p unsafe.Pointer, n int32) {
	write1(2, p, n)
	if crashFD >= 0 && getg().m.dying > 0 {
		write1(uintptr(crashFD), p, n)
	}
}

// gwritebytes takes n bytes to standard error, or to the current g's writebuf, where what does not fit is dropped.
func gwritebytes(p unsafe.Pointer, n int) {
	if n == 0 {
		return
	}
	gp := getg()
	if gp.writebuf != nil && (gp.m.dying == 0 || writebufWhileDying) {
		have := len(gp.writebuf)
		room := cap(gp.writebuf) - have
		if n > room {
			n = room
		}
		gp.writebuf = gp.writebuf[:have+n]
		if n > 0 {
			memmove(unsafe.Pointer(&gp.writebuf[have]), p, uintptr(n))
		}
		return
	}
	if n > printBufSize-printLen {
		printflush()
		if n > printBufSize {
			writeErrData(p, int32(n))
			return
		}
	}
	memmove(unsafe.Pointer(&printBuf[printLen]), p, uintptr(n))
	printLen += n
	if printLock == 0 {
		printflush()
	}
}

func gwrite(b []byte) {
	if len(b) != 0 {
		gwritebytes(unsafe.Pointer(&b[0]), len(b))
	}
}

func printstring(s string) {
	gwritebytes((*stringStruct)(unsafe.Pointer(&s)).str, len(s))
}

func printnl() {
	printstring("\n")
}

func printsp() {
	printstring(" ")
}

func printbool(v bool) {
	if v {
		printstring("true")
	} else {
		printstring("false")
	}
}

func printuint(v uint64) {
	var buf [20]byte
	i := len(buf)
	for {
		i--
		buf[i] = byte(v%10) + '0'
		v /= 10
		if v == 0 {
			break
		}
	}
	gwritebytes(unsafe.Pointer(&buf[i]), len(buf)-i)
}

func printint(v int64) {
	if v < 0 {
		printstring("-")
		printuint(-uint64(v))
		return
	}
	printuint(uint64(v))
}

// printhex prints 0x and hexadecimal digits.
// printquoted prints a string in quotes, as strconv.QuoteToASCII would but for control characters and DEL.
func printquoted(s string) {
	printstring("\"")
	for i, next := 0, 0; i < len(s); i = next {
		var r rune
		r, next = decoderune(s, i)
		if r == runeError && next == i+1 {
			printescape("\\x", uint64(s[i]), 2)
			continue
		}
		switch {
		case r == '\n':
			printstring("\\n")
		case r == '\r':
			printstring("\\r")
		case r == '\t':
			printstring("\\t")
		case r == '\\' || r == '"':
			printstring("\\")
			printstring(s[i:next])
		case ' ' <= r && r <= '~':
			printstring(s[i:next])
		case r < 127:
			printescape("\\x", uint64(r), 2)
		case r < 0x10000:
			printescape("\\u", uint64(r), 4)
		default:
			printescape("\\U", uint64(r), 8)
		}
	}
	printstring("\"")
}

// printescape prints an escape with a number of hexadecimal digits.
func printescape(prefix string, v uint64, digits int) {
	printstring(prefix)
	for shift := 4 * (digits - 1); shift >= 0; shift -= 4 {
		d := int(v>>uint(shift)) & 15
		printstring("0123456789abcdef"[d : d+1])
	}
}

func printhex(v uint64) {
	const digits = "0123456789abcdef"
	var buf [20]byte
	i := len(buf)
	for {
		i--
		buf[i] = digits[v&15]
		v >>= 4
		if v == 0 {
			break
		}
	}
	i--
	buf[i] = 'x'
	i--
	buf[i] = '0'
	gwritebytes(unsafe.Pointer(&buf[i]), len(buf)-i)
}

func printpointer(p unsafe.Pointer) {
	printhex(uint64(uintptr(p)))
}

// printpc prints a pc as users see it.
func printpc(pc uintptr) {
	printhex(uint64(pc + textBase))
}

func printslice(s []byte) {
	sp := (*slice)(unsafe.Pointer(&s))
	printstring("[")
	printint(int64(sp.len))
	printstring("/")
	printint(int64(sp.cap))
	printstring("]")
	printpointer(sp.array)
}

func printeface(e interface{}) {
	p := efaceOf(&e)
	printstring("(")
	printpointer(unsafe.Pointer(p.typ))
	printstring(",")
	printpointer(p.data)
	printstring(")")
}

func printiface(i iface) {
	printstring("(")
	printpointer(unsafe.Pointer(i.tab))
	printstring(",")
	printpointer(i.data)
	printstring(")")
}

// printfloat prints the shortest text that gives v again, as %v does; in 1.4's time seven digits and an exponent.
func printfloat(v float64) {
	printfloatbits(v, 64)
}

func printfloat32(v float32) {
	printfloatbits(float64(v), 32)
}

func printfloatbits(v float64, size int) {
	if v != v {
		printstring("NaN")
		return
	}
	if v+v == v && v > 0 {
		printstring("+Inf")
		return
	}
	if v+v == v && v < 0 {
		printstring("-Inf")
		return
	}
	if goversion14 {
		printfloat14(v)
		return
	}
	var buf [32]byte
	n := formatfloat(*(*uint64)(unsafe.Pointer(&v)), size, unsafe.Pointer(&buf[0]))
	gwritebytes(unsafe.Pointer(&buf[0]), n)
}

// printfloat14 gives seven digits and a three-digit exponent.
func printfloat14(v float64) {
	const n = 7
	var buf [n + 7]byte
	buf[0] = '+'
	e := 0
	if v == 0 {
		if 1/v < 0 {
			buf[0] = '-'
		}
	} else {
		if v < 0 {
			v = -v
			buf[0] = '-'
		}
		for v >= 10 {
			e++
			v /= 10
		}
		for v < 1 {
			e--
			v *= 10
		}
		h := 5.0
		for i := 0; i < n; i++ {
			h /= 10
		}
		v += h
		if v >= 10 {
			e++
			v /= 10
		}
	}
	for i := 0; i < n; i++ {
		s := int(v)
		buf[i+2] = byte(s) + '0'
		v -= float64(s)
		v *= 10
	}
	buf[1] = buf[2]
	buf[2] = '.'
	buf[n+2] = 'e'
	buf[n+3] = '+'
	if e < 0 {
		e = -e
		buf[n+3] = '-'
	}
	buf[n+4] = byte(e/100) + '0'
	buf[n+5] = byte(e/10)%10 + '0'
	buf[n+6] = byte(e%10) + '0'
	gwrite(buf[:])
}

func printcomplex(c complex128) {
	printcomplexbits(real(c), imag(c), 64)
}

func printcomplex64(c complex64) {
	printcomplexbits(float64(real(c)), float64(imag(c)), 32)
}

func printcomplexbits(re, im float64, size int) {
	printstring("(")
	printfloatbits(re, size)
	infinite := im != 0 && im+im == im
	if !goversion14 && !infinite && !(im < 0 || im == 0 && 1/im < 0) {
		printstring("+")
	}
	printfloatbits(im, size)
	printstring("i)")
}
