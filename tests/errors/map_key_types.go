package main

type T struct{ f []int }

var a map[[]int]string
var b map[map[int]int]int
var c map[func()]int
var d map[T]int
var e map[[2]T]int
var f map[interface{}]int
var g map[struct{ x T }]bool
var h map[nope]int

func main() {}

// Errors:
// ./map_key_types.go:5:11: invalid map key type []int
// ./map_key_types.go:6:11: invalid map key type map[int]int
// ./map_key_types.go:7:15: invalid map key type func()
// ./map_key_types.go:8:11: invalid map key type T
// ./map_key_types.go:9:11: invalid map key type [2]T
// ./map_key_types.go:11:11: invalid map key type struct{x T}
// ./map_key_types.go:12:11: undefined: nope
