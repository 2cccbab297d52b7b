package main

//go:nowritebarrier
func a() {}

//go:systemstack
//go:noinline
func b() {}

//go:cgo_ldflag "-lm"

//go:cgo_unsafe_args
func c() {}

//go:uintptrkeepalive
func d(p uintptr) {}

//go:nowritebarrierrec
//go:yeswritebarrierrec
func e() {}

func main() {}

// Errors:
// ./directives_not_ours.go:3:3: //go:nowritebarrier only allowed in runtime
// ./directives_not_ours.go:6:3: //go:systemstack only allowed in runtime
// ./directives_not_ours.go:10:3: //go:cgo_ldflag "-lm" only allowed in cgo-generated code
// ./directives_not_ours.go:12:3: //go:cgo_unsafe_args only allowed in cgo-generated code
// ./directives_not_ours.go:15:3: //go:uintptrkeepalive is only allowed in the standard library
// ./directives_not_ours.go:18:3: //go:nowritebarrierrec only allowed in runtime
// ./directives_not_ours.go:19:3: //go:yeswritebarrierrec only allowed in runtime
