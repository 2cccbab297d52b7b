// Command spreadsheet reads cells like `B2 = A1 * 1.2 + SUM(C1:C9)` from standard input, evaluates them in the order of
// their dependencies, and prints the table; `show`, `deps CELL` and `fill` are commands.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"example.org/spreadsheet/sheet"
)

func main() {
	s := sheet.New()
	in := bufio.NewScanner(os.Stdin)
	for line := 1; in.Scan(); line++ {
		text := strings.TrimSpace(in.Text())
		if text == "" || text[0] == '#' {
			continue
		}
		if err := command(s, text); err != nil {
			fmt.Printf("line %d: %v\n", line, err)
		}
	}
}

func command(s *sheet.Sheet, text string) error {
	if name, formula, ok := strings.Cut(text, "="); ok {
		return s.Set(strings.TrimSpace(name), strings.TrimSpace(formula))
	}
	switch words := strings.Fields(text); words[0] {
	case "show":
		fmt.Print(sheet.Render(s))
	case "deps":
		list, err := s.Dependents(words[1])
		if err != nil {
			return err
		}
		fmt.Println(words[1], "is used by", list)
	case "stat":
		fmt.Printf("%d cells, %d evaluations\n", s.Len(), s.Evaluations)
	default:
		return fmt.Errorf("unknown command %q", words[0])
	}
	return nil
}
