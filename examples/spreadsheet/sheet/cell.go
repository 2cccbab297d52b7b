// Package sheet is a spreadsheet: cells with formulas, evaluated lazily and cached until something they use changes.
package sheet

import (
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"
)

// A Name is a cell's place, column and row from 0.
type Name struct{ Col, Row int }

func (n Name) String() string { return columnName(n.Col) + strconv.Itoa(n.Row+1) }

func columnName(c int) string {
	if c < 26 {
		return string(rune('A' + c))
	}
	return columnName(c/26-1) + columnName(c%26)
}

// ErrName is wrapped by errors about text that is no cell's name.
var ErrName = errors.New("not a cell")

// ParseName reads a name like B12.
func ParseName(text string) (n Name, err error) {
	i := 0
	for i < len(text) && text[i] >= 'A' && text[i] <= 'Z' {
		n.Col = n.Col*26 + int(text[i]-'A') + 1
		i++
	}
	row, err := strconv.Atoi(text[i:])
	if i == 0 || err != nil || row < 1 || row > 999 || n.Col > 702 {
		return Name{}, fmt.Errorf("%q: %w", text, ErrName)
	}
	return Name{n.Col - 1, row - 1}, nil
}

// A Value is a number, a text or an error.
type Value interface{ fmt.Stringer }

type (
	// Number is a numeric value.
	Number float64
	// Text is what stands in quotes.
	Text string
	// Failure is an error inside a cell.
	Failure struct{ Reason string }
)

func (n Number) String() string { return strconv.FormatFloat(float64(n), 'f', -1, 64) }
func (t Text) String() string   { return string(t) }

func (f Failure) String() string { return "#" + f.Reason }

type cell struct {
	formula expr
	source  string
	value   Value
	busy    bool
}

// A Sheet holds cells by name.
type Sheet struct {
	cells       map[Name]*cell
	users       map[Name]map[Name]bool
	Evaluations int
}

// New returns an empty sheet.
func New() *Sheet { return &Sheet{cells: map[Name]*cell{}, users: map[Name]map[Name]bool{}} }

// Len is the number of cells with a formula.
func (s *Sheet) Len() int { return len(s.cells) }

// Set gives a cell a formula; cells that use it, directly or not, are forgotten.
func (s *Sheet) Set(name, source string) error {
	n, err := ParseName(name)
	if err != nil {
		return err
	}
	formula, err := parse(source)
	if err != nil {
		return fmt.Errorf("%v: %w", n, err)
	}
	if old := s.cells[n]; old != nil {
		visit(old.formula, func(m Name) { delete(s.users[m], n) })
	}
	s.cells[n] = &cell{formula: formula, source: source}
	visit(formula, func(m Name) {
		if s.users[m] == nil {
			s.users[m] = map[Name]bool{}
		}
		s.users[m][n] = true
	})
	s.forget(n, map[Name]bool{})
	return nil
}

func (s *Sheet) forget(n Name, seen map[Name]bool) {
	if seen[n] {
		return
	}
	seen[n] = true
	if c := s.cells[n]; c != nil {
		c.value = nil
	}
	for user := range s.users[n] {
		s.forget(user, seen)
	}
}

// Get evaluates a cell; an empty one is 0.
func (s *Sheet) Get(n Name) Value {
	c := s.cells[n]
	switch {
	case c == nil:
		return Number(0)
	case c.busy:
		return Failure{"CYCLE"}
	case c.value == nil:
		c.busy = true
		s.Evaluations++
		c.value = c.formula.eval(s)
		c.busy = false
	}
	return c.value
}

// Dependents lists the cells that use one, directly or not.
func (s *Sheet) Dependents(name string) (string, error) {
	n, err := ParseName(name)
	if err != nil {
		return "", err
	}
	seen := map[Name]bool{}
	s.forget(n, seen)
	delete(seen, n)
	var list []Name
	for m := range seen {
		list = append(list, m)
	}
	sort.Slice(list, func(i, j int) bool {
		return list[i].Col < list[j].Col || list[i].Col == list[j].Col && list[i].Row < list[j].Row
	})
	return strings.Trim(fmt.Sprint(list), "[]"), nil
}
