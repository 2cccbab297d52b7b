package runtime

import "unsafe"

// Where a pc lies: its function, line, stack map, and the calls that were inlined there. All answers are one or two
// loads from tables indexed by pc. Inside the runtime a pc is an index into the code; the exported functions add
// textBase to what they give and take pcs of both kinds.

// findfunc returns the function that pc lies in, or nil.
//
//go:nosplit
func findfunc(pc uintptr) *_func {
	md := &firstmoduledata
	if pc-1 >= uintptr(len(md.pcfunc))-1 {
		return nil
	}
	return &md.ftab[md.pcfunc[pc]]
}

// userpc turns a pc given by a program into the runtime's form.
//
//go:nosplit
func userpc(pc uintptr) uintptr {
	pc &= pcDepthUnit - 1
	if pc >= textBase {
		return pc - textBase
	}
	return pc
}

func funcname(f *_func) string {
	if f == nil {
		return ""
	}
	return f.name
}

// funcline returns the file and line of exactly this pc, which lies in f.
func funcline(f *_func, pc uintptr) (file string, line int) {
	md := &firstmoduledata
	if f == nil || pc >= uintptr(len(md.pcline)) {
		return "?", 0
	}
	line = int(md.pcline[pc])
	if line == 0 {
		line = int(f.line)
	}
	file = f.file
	if i := md.pcinl[pc]; i != 0 {
		file = md.inltree[i-1].file
	}
	return file, line
}

// funcline1 is funcline of the function itself: for a pc in an inlined body, the line of the outermost call.
func funcline1(f *_func, pc uintptr) (file string, line int) {
	file, line = funcline(f, pc)
	if f != nil && pc < uintptr(len(firstmoduledata.pcinl)) {
		i := firstmoduledata.pcinl[pc]
		for i != 0 {
			c := &firstmoduledata.inltree[i-1]
			line = int(c.line)
			i = uint32(c.parent)
		}
		file = f.file
	}
	return file, line
}

// funcmap returns the address of the stack map for a safepoint, 0 if there is none.
//
//go:nosplit
func funcmap(pc uintptr) uintptr {
	md := &firstmoduledata
	i := md.pcmap[pc]
	if i == 0 {
		return 0
	}
	return uintptr(unsafe.Pointer(&md.stackmaps[0])) + uintptr(i-1)<<3
}

// A pc that Callers gives for a logical frame other than the innermost of its pc carries, above the address, how many
// calls it lies out: so that a pc alone names its frame, as in Go, where such frames have pcs of their own.
const (
	pcDepthShift = 40
	pcDepthUnit  = 1 << pcDepthShift
)

func pcDepth(pc uintptr) int {
	return int(pc >> pcDepthShift & 0xff)
}

// inlineFrames walks the logical frames of one pc, innermost first: the inlined calls, then the function itself.
type inlineFrames struct {
	f     *_func
	index uint32 // inlined call + 1 whose body the current logical frame is; 0: f itself
	line  int
	valid bool
}

func (it *inlineFrames) init(f *_func, pc uintptr) {
	md := &firstmoduledata
	it.f = f
	it.valid = f != nil
	it.index = 0
	it.line = 0
	if f != nil && pc < uintptr(len(md.pcinl)) {
		it.index = md.pcinl[pc]
		it.line = int(md.pcline[pc])
		if it.line == 0 {
			it.line = int(f.line)
		}
	}
}

func (it *inlineFrames) name() string {
	if it.index != 0 {
		return firstmoduledata.inltree[it.index-1].name
	}
	return shownname(it.f)
}

// shownname is the name by which users know a function.
func shownname(f *_func) string {
	if f == startforcegcFunc {
		return "runtime.init.7"
	}
	if f == systemstackRetFunc {
		return "runtime.systemstack"
	}
	if goversion14 {
		name, _ := name14(f, getg())
		return name
	}
	if f == mstartFunc {
		return "runtime.mcall"
	}
	return f.name
}

func (it *inlineFrames) file() string {
	if it.index != 0 {
		return firstmoduledata.inltree[it.index-1].file
	}
	return it.f.file
}

// next goes to the logical caller.
func (it *inlineFrames) next() {
	if it.index == 0 {
		it.valid = false
		return
	}
	c := &firstmoduledata.inltree[it.index-1]
	it.line = int(c.line)
	it.index = uint32(c.parent)
}

// skip goes n calls out, at most to the function itself.
func (it *inlineFrames) skip(n int) {
	for ; n > 0 && it.index != 0; n-- {
		it.next()
	}
}

// A Func represents a Go function in the running binary.
type Func struct {
	opaque struct{}
}

// inlFunc stands for a function that was inlined at some pc; ones is a mark that no _func begins with.
type inlFunc struct {
	ones  uint32
	entry uintptr
	name  string
	file  string
	line  int
}

func (f *Func) raw() *_func {
	return (*_func)(unsafe.Pointer(f))
}

func (f *Func) inlined() *inlFunc {
	fi := (*inlFunc)(unsafe.Pointer(f))
	if fi.ones != ^uint32(0) {
		return nil
	}
	return fi
}

// FuncForPC returns the Func that contains the given program counter address, or else nil. If pc represents multiple
// functions because of inlining, it returns the innermost one, with an entry of the outermost.
func FuncForPC(pc uintptr) *Func {
	depth := pcDepth(pc)
	pc = userpc(pc)
	f := findfunc(pc)
	if f == nil {
		return nil
	}
	if firstmoduledata.pcinl[pc] != 0 {
		var it inlineFrames
		it.init(f, pc)
		it.skip(depth)
		if it.index != 0 {
			return (*Func)(unsafe.Pointer(&inlFunc{^uint32(0), uintptr(f.entry), it.name(), it.file(), it.line}))
		}
	}
	return (*Func)(unsafe.Pointer(f))
}

// Name returns the name of the function.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	if fi := f.inlined(); fi != nil {
		return fi.name
	}
	return shownname(f.raw())
}

// Entry returns the entry address of the function.
func (f *Func) Entry() uintptr {
	if fi := f.inlined(); fi != nil {
		return fi.entry + textBase
	}
	return uintptr(f.raw().entry) + textBase
}

// FileLine returns the file name and line number of the source code corresponding to the program counter pc. The result
// will not be accurate if pc is not a program counter within f.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	if fi := f.inlined(); fi != nil {
		return fi.file, fi.line
	}
	pc = userpc(pc)
	fn := findfunc(pc)
	if fn == nil {
		return "?", 0
	}
	return funcline1(fn, pc)
}

// Frame is the information returned by Frames for each call frame.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int

	startLine int
	Entry     uintptr
	funcInfo  *_func
}

// Frames may be used to get function/file/line information for a slice of PC values returned by Callers.
type Frames struct {
	callers []uintptr
}

// CallersFrames takes a slice of PC values returned by Callers and prepares to return function/file/line information.
func CallersFrames(callers []uintptr) *Frames {
	return &Frames{callers}
}

// Next returns a Frame representing the next call frame in the slice of PC values. The more result indicates whether
// the next call to Next will return a valid Frame.
func (ci *Frames) Next() (frame Frame, more bool) {
	for len(ci.callers) > 0 {
		raw := ci.callers[0]
		ci.callers = ci.callers[1:]
		pc := userpc(raw)
		f := findfunc(pc)
		if f == nil {
			continue
		}
		if pc > uintptr(f.entry) {
			pc--
		}
		var it inlineFrames
		it.init(f, pc)
		it.skip(pcDepth(raw))
		frame.PC = pc + textBase + raw&^(pcDepthUnit-1)
		frame.Function = it.name()
		frame.File = it.file()
		frame.Line = it.line
		frame.Entry = uintptr(f.entry) + textBase
		frame.funcInfo = f
		frame.startLine = int(f.line)
		if it.index == 0 {
			frame.Func = (*Func)(unsafe.Pointer(f))
		}
		return frame, len(ci.callers) > 0
	}
	return Frame{}, false
}
