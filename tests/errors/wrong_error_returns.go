package main

import (
	"errors"
	"strconv"
)

type E struct{}

func (e *E) Error() string { return "" }

func a() error           { return E{} }
func b() error           { return "x" }
func c() (int, error)    { return strconv.Atoi("1"), nil }
func d() int             { return strconv.Atoi("1") }
func e() (error, int)    { return strconv.Atoi("1") }
func f() error           { return errors.New }
func g() error           { return errors.New("x", "y") }

func main() {
	x := strconv.Atoi("1")
	y, err := strconv.Itoa(1)
	var n int64 = strconv.ParseInt("1", 10, 64)
	if err := a(); err {
	}
	_, _, _ = x, y, n
}

// Errors:
// ./wrong_error_returns.go:12:35: cannot use E{} (value of struct type E) as error value in return statement: E does not implement error (method Error has pointer receiver)
// ./wrong_error_returns.go:13:35: cannot use "x" (constant of type string) as error value in return statement: string does not implement error (missing method Error)
// ./wrong_error_returns.go:14:35: multiple-value strconv.Atoi("1") (value of type (int, error)) in single-value context
// ./wrong_error_returns.go:15:35: too many return values
// 	have (int, error)
// 	want (int)
// ./wrong_error_returns.go:16:35: cannot use 1st function result (value of type int) as error value in return statement: int does not implement error (missing method Error)
// ./wrong_error_returns.go:16:35: cannot use 2nd function result (value of interface type error) as int value in return statement
// ./wrong_error_returns.go:17:35: cannot use errors.New (value of type func(text string) error) as error value in return statement: func(text string) error does not implement error (missing method Error)
// ./wrong_error_returns.go:18:51: too many arguments in call to errors.New
// 	have (string, string)
// 	want (string)
// ./wrong_error_returns.go:21:7: assignment mismatch: 1 variable but strconv.Atoi returns 2 values
// ./wrong_error_returns.go:22:12: assignment mismatch: 2 variables but strconv.Itoa returns 1 value
// ./wrong_error_returns.go:22:12: too many errors
