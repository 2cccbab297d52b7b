package main

import "fmt"

// Arrays of every size, copied from variable to variable, to results, through pointers and into structs.

func copy1() (r [1]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [1]byte
		after  byte
	}{1, local, 2}
	r = [1]byte{}
	ok = r == [1]byte{}
	r = p.a
	p.a = [1]byte{0: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[0] == 9
}

func copy2() (r [2]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [2]byte
		after  byte
	}{1, local, 2}
	r = [2]byte{}
	ok = r == [2]byte{}
	r = p.a
	p.a = [2]byte{1: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[1] == 9
}

func copy3() (r [3]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [3]byte
		after  byte
	}{1, local, 2}
	r = [3]byte{}
	ok = r == [3]byte{}
	r = p.a
	p.a = [3]byte{2: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[2] == 9
}

func copy4() (r [4]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [4]byte
		after  byte
	}{1, local, 2}
	r = [4]byte{}
	ok = r == [4]byte{}
	r = p.a
	p.a = [4]byte{3: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[3] == 9
}

func copy5() (r [5]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [5]byte
		after  byte
	}{1, local, 2}
	r = [5]byte{}
	ok = r == [5]byte{}
	r = p.a
	p.a = [5]byte{4: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[4] == 9
}

func copy6() (r [6]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [6]byte
		after  byte
	}{1, local, 2}
	r = [6]byte{}
	ok = r == [6]byte{}
	r = p.a
	p.a = [6]byte{5: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[5] == 9
}

func copy7() (r [7]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [7]byte
		after  byte
	}{1, local, 2}
	r = [7]byte{}
	ok = r == [7]byte{}
	r = p.a
	p.a = [7]byte{6: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[6] == 9
}

func copy8() (r [8]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [8]byte
		after  byte
	}{1, local, 2}
	r = [8]byte{}
	ok = r == [8]byte{}
	r = p.a
	p.a = [8]byte{7: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[7] == 9
}

func copy9() (r [9]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [9]byte
		after  byte
	}{1, local, 2}
	r = [9]byte{}
	ok = r == [9]byte{}
	r = p.a
	p.a = [9]byte{8: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[8] == 9
}

func copy10() (r [10]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [10]byte
		after  byte
	}{1, local, 2}
	r = [10]byte{}
	ok = r == [10]byte{}
	r = p.a
	p.a = [10]byte{9: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[9] == 9
}

func copy11() (r [11]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [11]byte
		after  byte
	}{1, local, 2}
	r = [11]byte{}
	ok = r == [11]byte{}
	r = p.a
	p.a = [11]byte{10: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[10] == 9
}

func copy12() (r [12]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [12]byte
		after  byte
	}{1, local, 2}
	r = [12]byte{}
	ok = r == [12]byte{}
	r = p.a
	p.a = [12]byte{11: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[11] == 9
}

func copy13() (r [13]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [13]byte
		after  byte
	}{1, local, 2}
	r = [13]byte{}
	ok = r == [13]byte{}
	r = p.a
	p.a = [13]byte{12: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[12] == 9
}

func copy14() (r [14]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [14]byte
		after  byte
	}{1, local, 2}
	r = [14]byte{}
	ok = r == [14]byte{}
	r = p.a
	p.a = [14]byte{13: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[13] == 9
}

func copy15() (r [15]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [15]byte
		after  byte
	}{1, local, 2}
	r = [15]byte{}
	ok = r == [15]byte{}
	r = p.a
	p.a = [15]byte{14: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[14] == 9
}

func copy16() (r [16]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [16]byte
		after  byte
	}{1, local, 2}
	r = [16]byte{}
	ok = r == [16]byte{}
	r = p.a
	p.a = [16]byte{15: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[15] == 9
}

func copy17() (r [17]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [17]byte
		after  byte
	}{1, local, 2}
	r = [17]byte{}
	ok = r == [17]byte{}
	r = p.a
	p.a = [17]byte{16: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[16] == 9
}

func copy18() (r [18]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [18]byte
		after  byte
	}{1, local, 2}
	r = [18]byte{}
	ok = r == [18]byte{}
	r = p.a
	p.a = [18]byte{17: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[17] == 9
}

func copy19() (r [19]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [19]byte
		after  byte
	}{1, local, 2}
	r = [19]byte{}
	ok = r == [19]byte{}
	r = p.a
	p.a = [19]byte{18: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[18] == 9
}

func copy20() (r [20]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [20]byte
		after  byte
	}{1, local, 2}
	r = [20]byte{}
	ok = r == [20]byte{}
	r = p.a
	p.a = [20]byte{19: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[19] == 9
}

func copy21() (r [21]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [21]byte
		after  byte
	}{1, local, 2}
	r = [21]byte{}
	ok = r == [21]byte{}
	r = p.a
	p.a = [21]byte{20: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[20] == 9
}

func copy22() (r [22]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [22]byte
		after  byte
	}{1, local, 2}
	r = [22]byte{}
	ok = r == [22]byte{}
	r = p.a
	p.a = [22]byte{21: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[21] == 9
}

func copy23() (r [23]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [23]byte
		after  byte
	}{1, local, 2}
	r = [23]byte{}
	ok = r == [23]byte{}
	r = p.a
	p.a = [23]byte{22: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[22] == 9
}

func copy24() (r [24]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [24]byte
		after  byte
	}{1, local, 2}
	r = [24]byte{}
	ok = r == [24]byte{}
	r = p.a
	p.a = [24]byte{23: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[23] == 9
}

func copy25() (r [25]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [25]byte
		after  byte
	}{1, local, 2}
	r = [25]byte{}
	ok = r == [25]byte{}
	r = p.a
	p.a = [25]byte{24: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[24] == 9
}

func copy26() (r [26]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [26]byte
		after  byte
	}{1, local, 2}
	r = [26]byte{}
	ok = r == [26]byte{}
	r = p.a
	p.a = [26]byte{25: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[25] == 9
}

func copy27() (r [27]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [27]byte
		after  byte
	}{1, local, 2}
	r = [27]byte{}
	ok = r == [27]byte{}
	r = p.a
	p.a = [27]byte{26: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[26] == 9
}

func copy28() (r [28]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [28]byte
		after  byte
	}{1, local, 2}
	r = [28]byte{}
	ok = r == [28]byte{}
	r = p.a
	p.a = [28]byte{27: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[27] == 9
}

func copy29() (r [29]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [29]byte
		after  byte
	}{1, local, 2}
	r = [29]byte{}
	ok = r == [29]byte{}
	r = p.a
	p.a = [29]byte{28: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[28] == 9
}

func copy30() (r [30]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [30]byte
		after  byte
	}{1, local, 2}
	r = [30]byte{}
	ok = r == [30]byte{}
	r = p.a
	p.a = [30]byte{29: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[29] == 9
}

func copy31() (r [31]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [31]byte
		after  byte
	}{1, local, 2}
	r = [31]byte{}
	ok = r == [31]byte{}
	r = p.a
	p.a = [31]byte{30: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[30] == 9
}

func copy32() (r [32]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [32]byte
		after  byte
	}{1, local, 2}
	r = [32]byte{}
	ok = r == [32]byte{}
	r = p.a
	p.a = [32]byte{31: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[31] == 9
}

func copy33() (r [33]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [33]byte
		after  byte
	}{1, local, 2}
	r = [33]byte{}
	ok = r == [33]byte{}
	r = p.a
	p.a = [33]byte{32: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[32] == 9
}

func copy34() (r [34]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [34]byte
		after  byte
	}{1, local, 2}
	r = [34]byte{}
	ok = r == [34]byte{}
	r = p.a
	p.a = [34]byte{33: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[33] == 9
}

func copy35() (r [35]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [35]byte
		after  byte
	}{1, local, 2}
	r = [35]byte{}
	ok = r == [35]byte{}
	r = p.a
	p.a = [35]byte{34: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[34] == 9
}

func copy36() (r [36]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [36]byte
		after  byte
	}{1, local, 2}
	r = [36]byte{}
	ok = r == [36]byte{}
	r = p.a
	p.a = [36]byte{35: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[35] == 9
}

func copy37() (r [37]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [37]byte
		after  byte
	}{1, local, 2}
	r = [37]byte{}
	ok = r == [37]byte{}
	r = p.a
	p.a = [37]byte{36: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[36] == 9
}

func copy38() (r [38]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [38]byte
		after  byte
	}{1, local, 2}
	r = [38]byte{}
	ok = r == [38]byte{}
	r = p.a
	p.a = [38]byte{37: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[37] == 9
}

func copy39() (r [39]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [39]byte
		after  byte
	}{1, local, 2}
	r = [39]byte{}
	ok = r == [39]byte{}
	r = p.a
	p.a = [39]byte{38: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[38] == 9
}

func copy40() (r [40]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [40]byte
		after  byte
	}{1, local, 2}
	r = [40]byte{}
	ok = r == [40]byte{}
	r = p.a
	p.a = [40]byte{39: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[39] == 9
}

func copy63() (r [63]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [63]byte
		after  byte
	}{1, local, 2}
	r = [63]byte{}
	ok = r == [63]byte{}
	r = p.a
	p.a = [63]byte{62: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[62] == 9
}

func copy64() (r [64]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [64]byte
		after  byte
	}{1, local, 2}
	r = [64]byte{}
	ok = r == [64]byte{}
	r = p.a
	p.a = [64]byte{63: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[63] == 9
}

func copy65() (r [65]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [65]byte
		after  byte
	}{1, local, 2}
	r = [65]byte{}
	ok = r == [65]byte{}
	r = p.a
	p.a = [65]byte{64: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[64] == 9
}

func copy71() (r [71]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [71]byte
		after  byte
	}{1, local, 2}
	r = [71]byte{}
	ok = r == [71]byte{}
	r = p.a
	p.a = [71]byte{70: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[70] == 9
}

func copy72() (r [72]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [72]byte
		after  byte
	}{1, local, 2}
	r = [72]byte{}
	ok = r == [72]byte{}
	r = p.a
	p.a = [72]byte{71: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[71] == 9
}

func copy73() (r [73]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [73]byte
		after  byte
	}{1, local, 2}
	r = [73]byte{}
	ok = r == [73]byte{}
	r = p.a
	p.a = [73]byte{72: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[72] == 9
}

func copy127() (r [127]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [127]byte
		after  byte
	}{1, local, 2}
	r = [127]byte{}
	ok = r == [127]byte{}
	r = p.a
	p.a = [127]byte{126: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[126] == 9
}

func copy129() (r [129]byte, ok bool) {
	for i := range r {
		r[i] = byte(i + 1)
	}
	local := r
	p := &struct {
		before byte
		a      [129]byte
		after  byte
	}{1, local, 2}
	r = [129]byte{}
	ok = r == [129]byte{}
	r = p.a
	p.a = [129]byte{128: 9}
	return r, ok && r == local && p.before == 1 && p.after == 2 && p.a[128] == 9
}

func main() {
	if r, ok := copy1(); !ok || r[0] != 1 {
		fmt.Println(1, ok, r[0])
	}
	if r, ok := copy2(); !ok || r[1] != 2 {
		fmt.Println(2, ok, r[1])
	}
	if r, ok := copy3(); !ok || r[2] != 3 {
		fmt.Println(3, ok, r[2])
	}
	if r, ok := copy4(); !ok || r[3] != 4 {
		fmt.Println(4, ok, r[3])
	}
	if r, ok := copy5(); !ok || r[4] != 5 {
		fmt.Println(5, ok, r[4])
	}
	if r, ok := copy6(); !ok || r[5] != 6 {
		fmt.Println(6, ok, r[5])
	}
	if r, ok := copy7(); !ok || r[6] != 7 {
		fmt.Println(7, ok, r[6])
	}
	if r, ok := copy8(); !ok || r[7] != 8 {
		fmt.Println(8, ok, r[7])
	}
	if r, ok := copy9(); !ok || r[8] != 9 {
		fmt.Println(9, ok, r[8])
	}
	if r, ok := copy10(); !ok || r[9] != 10 {
		fmt.Println(10, ok, r[9])
	}
	if r, ok := copy11(); !ok || r[10] != 11 {
		fmt.Println(11, ok, r[10])
	}
	if r, ok := copy12(); !ok || r[11] != 12 {
		fmt.Println(12, ok, r[11])
	}
	if r, ok := copy13(); !ok || r[12] != 13 {
		fmt.Println(13, ok, r[12])
	}
	if r, ok := copy14(); !ok || r[13] != 14 {
		fmt.Println(14, ok, r[13])
	}
	if r, ok := copy15(); !ok || r[14] != 15 {
		fmt.Println(15, ok, r[14])
	}
	if r, ok := copy16(); !ok || r[15] != 16 {
		fmt.Println(16, ok, r[15])
	}
	if r, ok := copy17(); !ok || r[16] != 17 {
		fmt.Println(17, ok, r[16])
	}
	if r, ok := copy18(); !ok || r[17] != 18 {
		fmt.Println(18, ok, r[17])
	}
	if r, ok := copy19(); !ok || r[18] != 19 {
		fmt.Println(19, ok, r[18])
	}
	if r, ok := copy20(); !ok || r[19] != 20 {
		fmt.Println(20, ok, r[19])
	}
	if r, ok := copy21(); !ok || r[20] != 21 {
		fmt.Println(21, ok, r[20])
	}
	if r, ok := copy22(); !ok || r[21] != 22 {
		fmt.Println(22, ok, r[21])
	}
	if r, ok := copy23(); !ok || r[22] != 23 {
		fmt.Println(23, ok, r[22])
	}
	if r, ok := copy24(); !ok || r[23] != 24 {
		fmt.Println(24, ok, r[23])
	}
	if r, ok := copy25(); !ok || r[24] != 25 {
		fmt.Println(25, ok, r[24])
	}
	if r, ok := copy26(); !ok || r[25] != 26 {
		fmt.Println(26, ok, r[25])
	}
	if r, ok := copy27(); !ok || r[26] != 27 {
		fmt.Println(27, ok, r[26])
	}
	if r, ok := copy28(); !ok || r[27] != 28 {
		fmt.Println(28, ok, r[27])
	}
	if r, ok := copy29(); !ok || r[28] != 29 {
		fmt.Println(29, ok, r[28])
	}
	if r, ok := copy30(); !ok || r[29] != 30 {
		fmt.Println(30, ok, r[29])
	}
	if r, ok := copy31(); !ok || r[30] != 31 {
		fmt.Println(31, ok, r[30])
	}
	if r, ok := copy32(); !ok || r[31] != 32 {
		fmt.Println(32, ok, r[31])
	}
	if r, ok := copy33(); !ok || r[32] != 33 {
		fmt.Println(33, ok, r[32])
	}
	if r, ok := copy34(); !ok || r[33] != 34 {
		fmt.Println(34, ok, r[33])
	}
	if r, ok := copy35(); !ok || r[34] != 35 {
		fmt.Println(35, ok, r[34])
	}
	if r, ok := copy36(); !ok || r[35] != 36 {
		fmt.Println(36, ok, r[35])
	}
	if r, ok := copy37(); !ok || r[36] != 37 {
		fmt.Println(37, ok, r[36])
	}
	if r, ok := copy38(); !ok || r[37] != 38 {
		fmt.Println(38, ok, r[37])
	}
	if r, ok := copy39(); !ok || r[38] != 39 {
		fmt.Println(39, ok, r[38])
	}
	if r, ok := copy40(); !ok || r[39] != 40 {
		fmt.Println(40, ok, r[39])
	}
	if r, ok := copy63(); !ok || r[62] != 63 {
		fmt.Println(63, ok, r[62])
	}
	if r, ok := copy64(); !ok || r[63] != 64 {
		fmt.Println(64, ok, r[63])
	}
	if r, ok := copy65(); !ok || r[64] != 65 {
		fmt.Println(65, ok, r[64])
	}
	if r, ok := copy71(); !ok || r[70] != 71 {
		fmt.Println(71, ok, r[70])
	}
	if r, ok := copy72(); !ok || r[71] != 72 {
		fmt.Println(72, ok, r[71])
	}
	if r, ok := copy73(); !ok || r[72] != 73 {
		fmt.Println(73, ok, r[72])
	}
	if r, ok := copy127(); !ok || r[126] != 127 {
		fmt.Println(127, ok, r[126])
	}
	if r, ok := copy129(); !ok || r[128] != 129 {
		fmt.Println(129, ok, r[128])
	}
	fmt.Println("done")
}

// Output:
// done
