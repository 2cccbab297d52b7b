package unicode

import "unsafe"

// The ranges of all tables lie one after the other in constant strings (tables.go), as the
// bytes of Range16, Range32 and CaseRange values: the compiler has a few constants to read
// instead of thousands of literals, and the program copies them once when it starts.

// tables are all range tables: categories, scripts, properties, then those for folding.
var tables [countTables]RangeTable

// CaseRanges are the case mappings of all letters that have another case.
var CaseRanges = unpack()

// unpack fills the tables, and returns the case ranges.
func unpack() []CaseRange {
	r16, r32, cases := new([count16]Range16), new([count32]Range32), new([countCase]CaseRange)
	copy((*[count16 * 6]byte)(unsafe.Pointer(r16))[:], data16)
	copy((*[count32 * 12]byte)(unsafe.Pointer(r32))[:], data32)
	copy((*[countCase * 20]byte)(unsafe.Pointer(cases))[:], dataCase)
	a, b := r16[:], r32[:]
	for i, k := 0, 0; i < countTables; i, k = i+1, k+6 {
		t := &tables[i]
		n := int(sizes[k]) | int(sizes[k+1])<<8
		t.R16, a = a[:n:n], a[n:]
		n = int(sizes[k+2]) | int(sizes[k+3])<<8
		t.R32, b = b[:n:n], b[n:]
		t.LatinOffset = int(sizes[k+4])
	}
	return cases[:]
}

// word cuts a word off s, up to and including the space behind it.
func word(s string) (w, rest string) {
	i := 0
	for s[i] != ' ' {
		i++
	}
	return s[:i], s[i+1:]
}

// named maps names to the tables from the given index on.
func named(first int, names string) map[string]*RangeTable {
	m := make(map[string]*RangeTable, 200)
	for i := first; names != ""; i++ {
		var w string
		w, names = word(names)
		m[w] = &tables[i]
	}
	return m
}

// aliases maps the first of each two words to the second.
func aliases(names string) map[string]string {
	m := make(map[string]string, 50)
	for names != "" {
		var long, short string
		long, names = word(names)
		short, names = word(names)
		m[long] = short
	}
	return m
}
