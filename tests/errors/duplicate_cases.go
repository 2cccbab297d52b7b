package main

func main() {
	x := 1
	switch x {
	case 1, 2:
	case 2:
	case 1 + 1:
	}
	switch "a" {
	case "a":
	case "b", "a":
	}
	switch interface{}(x).(type) {
	case int:
	case string, int:
	case nil, nil:
	}
	switch {
	default:
	default:
	}
	switch true {
	case true:
	case true:
	}
	switch x {
	case 1.0:
	case 'a', 97:
	}
}

// Errors:
// ./duplicate_cases.go:7:7: duplicate case 2 (constant of type int) in expression switch
// 	./duplicate_cases.go:6:10: previous case
// ./duplicate_cases.go:8:7: duplicate case 1 + 1 (constant 2 of type int) in expression switch
// 	./duplicate_cases.go:6:10: previous case
// ./duplicate_cases.go:12:12: duplicate case "a" (constant of type string) in expression switch
// 	./duplicate_cases.go:11:7: previous case
// ./duplicate_cases.go:16:15: duplicate case int in type switch
// 	./duplicate_cases.go:15:7: previous case
// ./duplicate_cases.go:17:12: duplicate case nil in type switch
// 	./duplicate_cases.go:17:7: previous case
// ./duplicate_cases.go:21:2: multiple defaults (first at ./duplicate_cases.go:20:2)
// ./duplicate_cases.go:29:12: duplicate case 97 (constant of type int) in expression switch
// 	./duplicate_cases.go:29:7: previous case
