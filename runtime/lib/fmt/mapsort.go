package fmt

import "reflect"

// Maps are printed in the order of their keys.

type entry struct {
	key   reflect.Value
	value reflect.Value
}

// sortedEntries returns a map's entries by increasing key: numbers and strings by their
// order, false before true, NaN first, pointers and channels by address, structs and
// arrays by their first difference, interfaces by type and then by value, nil first.
func sortedEntries(m reflect.Value) []entry {
	n := m.Len()
	entries := make([]entry, 0, n)
	it := m.MapRange()
	for it.Next() {
		entries = append(entries, entry{it.Key(), it.Value()})
	}
	mergeSort(entries, make([]entry, len(entries)))
	return entries
}

// mergeSort is stable; tmp is as long as e.
func mergeSort(e, tmp []entry) {
	if len(e) < 2 {
		return
	}
	half := len(e) / 2
	mergeSort(e[:half], tmp[:half])
	mergeSort(e[half:], tmp[half:])
	copy(tmp, e)
	i, j := 0, half
	for k := range e {
		if j >= len(e) || i < half && compare(tmp[i].key, tmp[j].key) <= 0 {
			e[k] = tmp[i]
			i++
		} else {
			e[k] = tmp[j]
			j++
		}
	}
}

// compare orders two values of one type: -1, 0 or 1.
func compare(a, b reflect.Value) int {
	if a.Type() != b.Type() {
		return -1
	}
	switch a.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		x, y := a.Int(), b.Int()
		return order(x < y, x > y)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		x, y := a.Uint(), b.Uint()
		return order(x < y, x > y)
	case reflect.String:
		x, y := a.String(), b.String()
		return order(x < y, x > y)
	case reflect.Float32, reflect.Float64:
		return compareFloats(a.Float(), b.Float())
	case reflect.Complex64, reflect.Complex128:
		x, y := a.Complex(), b.Complex()
		if c := compareFloats(real(x), real(y)); c != 0 {
			return c
		}
		return compareFloats(imag(x), imag(y))
	case reflect.Bool:
		x, y := a.Bool(), b.Bool()
		return order(!x && y, x && !y)
	case reflect.Pointer, reflect.UnsafePointer, reflect.Chan:
		if c, ok := compareNil(a, b); ok {
			return c
		}
		x, y := a.Pointer(), b.Pointer()
		return order(x < y, x > y)
	case reflect.Struct:
		for i := 0; i < a.NumField(); i++ {
			if c := compare(a.Field(i), b.Field(i)); c != 0 {
				return c
			}
		}
		return 0
	case reflect.Array:
		for i := 0; i < a.Len(); i++ {
			if c := compare(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
		return 0
	case reflect.Interface:
		if c, ok := compareNil(a, b); ok {
			return c
		}
		if c := compare(reflect.ValueOf(a.Elem().Type()), reflect.ValueOf(b.Elem().Type())); c != 0 {
			return c
		}
		return compare(a.Elem(), b.Elem())
	}
	panic("bad type in compare: " + a.Type().String())
}

func order(less, greater bool) int {
	if less {
		return -1
	}
	if greater {
		return 1
	}
	return 0
}

func compareFloats(a, b float64) int {
	if a != a {
		return order(b == b, false)
	}
	if b != b {
		return 1
	}
	return order(a < b, a > b)
}

func compareNil(a, b reflect.Value) (int, bool) {
	if a.IsNil() {
		if b.IsNil() {
			return 0, true
		}
		return -1, true
	}
	if b.IsNil() {
		return 1, true
	}
	return 0, false
}
