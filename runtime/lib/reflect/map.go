package reflect

// MapIndex returns the value of key, the zero Value if there is none.
func (v Value) MapIndex(key Value) Value {
	v.must(Map, "MapIndex")
	t := v.typ.m()
	key = key.assignTo("reflect.Value.MapIndex", t.key)
	e := mapaccess(v.typ, v.pointer(), key.address())
	if e == nil {
		return Value{}
	}
	return copyVal(t.elem, (v.flag | key.flag).ro(), e)
}

// MapKeys returns the keys in no order.
func (v Value) MapKeys() []Value {
	v.must(Map, "MapKeys")
	m := v.pointer()
	n := maplen(m)
	keys := make([]Value, 0, n)
	var it hiter
	mapiterinit(v.typ, m, &it)
	for it.key != nil {
		keys = append(keys, copyVal(v.typ.m().key, v.flag.ro(), it.key))
		mapiternext(&it)
	}
	return keys
}

// SetMapIndex sets the value of key; the zero Value deletes it.
func (v Value) SetMapIndex(key, elem Value) {
	v.must(Map, "SetMapIndex")
	v.mustBeExported("SetMapIndex")
	key.mustBeExported("SetMapIndex")
	t := v.typ.m()
	key = key.assignTo("reflect.Value.SetMapIndex", t.key)
	if elem.typ == nil {
		mapdelete(v.typ, v.pointer(), key.address())
		return
	}
	elem.mustBeExported("SetMapIndex")
	elem = elem.assignTo("reflect.Value.SetMapIndex", t.elem)
	mapassign(v.typ, v.pointer(), key.address(), elem.address())
}

// A MapIter walks a map.
type MapIter struct {
	m     Value
	it    hiter
	begun bool
}

// MapRange returns an iterator for a map.
func (v Value) MapRange() *MapIter {
	if v.kind() != Map {
		panic(&ValueError{"reflect.Value.MapRange", v.kind()})
	}
	return &MapIter{m: v}
}

// Next moves to the next entry and reports whether there is one.
func (it *MapIter) Next() bool {
	if !it.m.IsValid() {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	if !it.begun {
		it.begun = true
		mapiterinit(it.m.typ, it.m.pointer(), &it.it)
	} else {
		if it.it.key == nil {
			panic("MapIter.Next called on exhausted iterator")
		}
		mapiternext(&it.it)
	}
	return it.it.key != nil
}

// Key returns the entry's key.
func (it *MapIter) Key() Value {
	it.check("MapIter.Key")
	return it.key()
}

// Value returns the entry's value.
func (it *MapIter) Value() Value {
	it.check("MapIter.Value")
	return it.value()
}

// Reset makes the iterator walk v from its beginning.
func (it *MapIter) Reset(v Value) {
	it.m = v
	it.it = hiter{}
	it.begun = false
}

// MapOf returns map[key]elem.
func MapOf(key, elem Type) Type {
	k, e := key.common(), elem.common()
	if k.tflag&tflagNotComparable != 0 {
		panic("reflect.MapOf: invalid key type " + k.String())
	}
	s := "map[" + k.str + "]" + e.str
	for _, t := range knownTypes(s) {
		if t.Kind() == Map && t.tflag&tflagNamed == 0 && t.m().key == k && t.elem() == e {
			return t
		}
	}
	p := new(maptype)
	p.pointerShaped(Map, s)
	p.tflag |= tflagNotComparable
	p.key, p.elem = k, e
	return intern(&p.rtype)
}

func (t *rtype) Key() Type {
	if t.Kind() != Map {
		panic("reflect: Key of non-map type " + t.String())
	}
	return toType(t.m().key)
}
