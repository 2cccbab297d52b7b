package main

import (
	"errors"
	"fmt"
	"os"
	str "strings"
)

func main() {
	os.Exit(0)
}

// Errors:
// ./unused_import.go:4:2: "errors" imported and not used
// ./unused_import.go:5:2: "fmt" imported and not used
// ./unused_import.go:7:2: "strings" imported as str and not used
