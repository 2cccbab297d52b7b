package sheet

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Render draws the used part of a sheet, numbers to the right and texts to the left.
func Render(s *Sheet) string {
	var last Name
	for n := range s.cells {
		last.Col, last.Row = max(last.Col, n.Col), max(last.Row, n.Row)
	}
	widths := make([]int, last.Col+1)
	texts := make(map[Name]string)
	for n := range s.cells {
		t := s.Get(n).String()
		if f, ok := s.Get(n).(Number); ok && strings.Contains(t, ".") {
			t = fmt.Sprintf("%.2f", float64(f))
		}
		texts[n] = t
		widths[n.Col] = max(widths[n.Col], utf8.RuneCountInString(t), 3)
	}
	var b strings.Builder
	line := func(head string, text func(col int) (string, bool)) {
		row := fmt.Sprintf("%3s", head)
		for c, w := range widths {
			if t, right := text(c); right {
				row += fmt.Sprintf(" | %*s", w, t)
			} else {
				row += fmt.Sprintf(" | %-*s", w, t)
			}
		}
		b.WriteString(strings.TrimRight(row, " ") + "\n")
	}
	line("", func(c int) (string, bool) { return columnName(c), false })
	for r := 0; r <= last.Row; r++ {
		line(fmt.Sprint(r+1), func(c int) (string, bool) {
			n := Name{c, r}
			_, number := s.Get(n).(Number)
			return texts[n], number
		})
	}
	return b.String()
}
