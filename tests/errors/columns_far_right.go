package main

func main() {
                                                                                                                                                                                                                                                 a1 := 1; b := 2; c := 3; d := 4
/*                                                                                                                                                                                                                                                        */ 	zz() ; yy()
                                                                                                                                                                                                                                                             u253()
                                                                                                                                                                                                                                                              u254()
                                                                                                                                                                                                                                                                                                            var s string = 1
/*line far.go:70:1*/                                                                                                                                                                                                                                                                    xx()
                                                                                                                                                                                                                                                                    ww()
}

// Errors:
// ./columns_far_right.go:4:242: declared and not used: a1
// ./columns_far_right.go:4:251: declared and not used: b
// ./columns_far_right.go:4: declared and not used: c
// ./columns_far_right.go:5: undefined: zz
// ./columns_far_right.go:5: undefined: yy
// ./columns_far_right.go:6:254: undefined: u253
// ./columns_far_right.go:7: undefined: u254
// ./columns_far_right.go:8: cannot use 1 (untyped int constant) as string value in variable declaration
// ./far.go:70:235: undefined: xx
// ./far.go:71: undefined: ww
// ./columns_far_right.go:4: too many errors
