package main

var a chan
var b <-int
var c chan<-
var d map[string]
var e map
var f []
var g [5]
var h *
var i func
var j interface{ M() int string }

func main() {}

// Errors:
// ./syntax_chan_types.go:4:1: syntax error: missing channel element type
// ./syntax_chan_types.go:6:1: syntax error: missing channel element type
// ./syntax_chan_types.go:8:1: syntax error: unexpected keyword var, expected [
// ./syntax_chan_types.go:9:1: syntax error: unexpected keyword var, expected type
// ./syntax_chan_types.go:11:1: syntax error: unexpected keyword var, expected type
// ./syntax_chan_types.go:12:20: syntax error: unexpected ) after top level declaration
