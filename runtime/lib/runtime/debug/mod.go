package debug

import (
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"strings"
)

// BuildInfo describes how the program was built.
type BuildInfo struct {
	GoVersion string         `json:",omitempty"` // the version of Go
	Path      string         `json:",omitempty"` // the path of package main
	Main      Module         `json:""`           // the module of package main
	Deps      []*Module      `json:",omitempty"`
	Settings  []BuildSetting `json:",omitempty"`
}

// A Module is one module of the build.
type Module struct {
	Path    string  `json:",omitempty"`
	Version string  `json:",omitempty"`
	Sum     string  `json:",omitempty"`
	Replace *Module `json:",omitempty"`
}

// A BuildSetting is one setting of the build.
type BuildSetting struct {
	Key, Value string
}

// ReadBuildInfo returns how the program was built.
func ReadBuildInfo() (info *BuildInfo, ok bool) {
	return &BuildInfo{GoVersion: runtime.Version(), Path: "command-line-arguments"}, true
}

// String returns the text that ParseBuildInfo reads.
func (bi *BuildInfo) String() string {
	var b strings.Builder
	if bi.GoVersion != "" {
		b.WriteString("go\t" + bi.GoVersion + "\n")
	}
	if bi.Path != "" {
		b.WriteString("path\t" + bi.Path + "\n")
	}
	if bi.Main != (Module{}) {
		bi.Main.write(&b, "mod")
	}
	for _, dep := range bi.Deps {
		dep.write(&b, "dep")
	}
	for _, s := range bi.Settings {
		key, value := s.Key, s.Value
		if quoteKey(key) {
			key = strconv.Quote(key)
		}
		if quoteValue(value) {
			value = strconv.Quote(value)
		}
		b.WriteString("build\t" + key + "=" + value + "\n")
	}
	return b.String()
}

// write writes the line of a module, and that of what replaces it.
func (m *Module) write(b *strings.Builder, word string) {
	b.WriteString(word + "\t" + m.Path + "\t" + m.Version)
	if m.Replace == nil {
		b.WriteString("\t" + m.Sum)
	} else {
		b.WriteString("\n")
		m.Replace.write(b, "=>")
	}
	b.WriteString("\n")
}

// quoteKey and quoteValue report whether a text of a setting has to stand in quotes.
func quoteKey(key string) bool { return key == "" || strings.ContainsAny(key, "= \t\r\n\"`") }

func quoteValue(value string) bool { return strings.ContainsAny(value, " \t\r\n\"`") }

// ParseBuildInfo reads what String returns. Lines that it does not know are passed over; go's is one of them.
func ParseBuildInfo(data string) (*BuildInfo, error) {
	p := buildInfoParser{bi: new(BuildInfo)}
	for n := 1; ; n++ {
		line, rest, ok := strings.Cut(data, "\n")
		if !ok {
			return p.bi, nil
		}
		if err := p.line(line); err != nil {
			return nil, fmt.Errorf("could not parse Go build info: line %d: %w", n, err)
		}
		data = rest
	}
}

// buildInfoParser reads a build info line by line.
type buildInfoParser struct {
	bi   *BuildInfo
	last *Module // of the line before, as long as nothing replaces it
}

func (p *buildInfoParser) line(line string) (err error) {
	word, rest, ok := strings.Cut(line, "\t")
	if !ok {
		return nil
	}
	switch word {
	case "path":
		p.bi.Path = rest
	case "mod":
		p.last = &p.bi.Main
		*p.last, err = parseModule(rest)
	case "dep":
		p.last = new(Module)
		p.bi.Deps = append(p.bi.Deps, p.last)
		*p.last, err = parseModule(rest)
	case "=>":
		err = p.replacement(strings.Split(rest, "\t"))
	case "build":
		var s BuildSetting
		if s, err = parseSetting(rest); err == nil {
			p.bi.Settings = append(p.bi.Settings, s)
		}
	}
	return err
}

func parseModule(text string) (Module, error) {
	columns := strings.Split(text, "\t")
	switch len(columns) {
	case 2:
		return Module{Path: columns[0], Version: columns[1]}, nil
	case 3:
		return Module{Path: columns[0], Version: columns[1], Sum: columns[2]}, nil
	}
	return Module{}, fmt.Errorf("expected 2 or 3 columns; got %d", len(columns))
}

func (p *buildInfoParser) replacement(columns []string) error {
	if len(columns) != 3 {
		return fmt.Errorf("expected 3 columns for replacement; got %d", len(columns))
	}
	if p.last == nil {
		return errors.New("replacement with no module on previous line")
	}
	p.last.Replace = &Module{Path: columns[0], Version: columns[1], Sum: columns[2]}
	p.last = nil
	return nil
}

// parseSetting reads a key and a value with "=" between them, each in quotes or not.
func parseSetting(text string) (s BuildSetting, err error) {
	if text == "" {
		return s, errors.New("build line missing '='")
	}
	switch text[0] {
	case '=':
		return s, errors.New("build line with missing key")
	case '`', '"':
		quoted, err := strconv.QuotedPrefix(text)
		if err != nil {
			return s, errors.New("invalid quoted key in build line")
		}
		if text = text[len(quoted):]; text == "" {
			return s, errors.New("build line missing '=' after quoted key")
		}
		if text[0] != '=' {
			return s, fmt.Errorf("unexpected character after quoted key: %q", text[0])
		}
		s.Key, _ = strconv.Unquote(quoted)
		text = text[1:]
	default:
		var ok bool
		if s.Key, text, ok = strings.Cut(text, "="); !ok {
			return s, errors.New("build line missing '=' after key")
		}
		if quoteKey(s.Key) {
			return s, fmt.Errorf("unquoted key %q must be quoted", s.Key)
		}
	}
	if text != "" && (text[0] == '`' || text[0] == '"') {
		if s.Value, err = strconv.Unquote(text); err != nil {
			return s, errors.New("invalid quoted value in build line")
		}
		return s, nil
	}
	if quoteValue(text) {
		return s, fmt.Errorf("unquoted value %q must be quoted", text)
	}
	s.Value = text
	return s, nil
}
