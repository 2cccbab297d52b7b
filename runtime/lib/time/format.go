package time

import "errors"

// Layouts.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// The elements of a layout. The fraction's digits stand above bit 16.
const (
	_ = iota
	stdLongMonth
	stdMonth
	stdNumMonth
	stdZeroMonth
	stdLongWeekDay
	stdWeekDay
	stdDay
	stdUnderDay
	stdZeroDay
	stdUnderYearDay
	stdZeroYearDay
	stdHour
	stdHour12
	stdZeroHour12
	stdMinute
	stdZeroMinute
	stdSecond
	stdZeroSecond
	stdLongYear
	stdYear
	stdPM
	stdpm
	stdTZ
	stdISO8601TZ
	stdISO8601SecondsTZ
	stdISO8601ShortTZ
	stdISO8601ColonTZ
	stdISO8601ColonSecondsTZ
	stdNumTZ
	stdNumSecondsTz
	stdNumShortTZ
	stdNumColonTZ
	stdNumColonSecondsTZ
	stdFracSecond0
	stdFracSecond9

	stdArgShift = 16
	stdMask     = 1<<stdArgShift - 1
)

// elements lists the texts of a layout by first letter; longer ones come before their
// beginnings.
var elements = [...]struct {
	text string
	std  int
}{
	{"January", stdLongMonth}, {"Jan", stdMonth},
	{"Monday", stdLongWeekDay}, {"Mon", stdWeekDay}, {"MST", stdTZ},
	{"002", stdZeroYearDay}, {"01", stdZeroMonth}, {"02", stdZeroDay}, {"03", stdZeroHour12}, {"04", stdZeroMinute},
	{"05", stdZeroSecond}, {"06", stdYear},
	{"15", stdHour}, {"1", stdNumMonth},
	{"2006", stdLongYear}, {"2", stdDay},
	{"_2006", 0}, {"__2", stdUnderYearDay}, {"_2", stdUnderDay},
	{"3", stdHour12}, {"4", stdMinute}, {"5", stdSecond},
	{"PM", stdPM}, {"pm", stdpm},
	{"-070000", stdNumSecondsTz}, {"-07:00:00", stdNumColonSecondsTZ}, {"-0700", stdNumTZ}, {"-07:00", stdNumColonTZ},
	{"-07", stdNumShortTZ},
	{"Z070000", stdISO8601SecondsTZ}, {"Z07:00:00", stdISO8601ColonSecondsTZ}, {"Z0700", stdISO8601TZ},
	{"Z07:00", stdISO8601ColonTZ}, {"Z07", stdISO8601ShortTZ},
}

func startsWithLower(s string) bool { return s != "" && 'a' <= s[0] && s[0] <= 'z' }

func hasPrefix(s, p string) bool { return len(s) >= len(p) && s[:len(p)] == p }

// nextStdChunk finds the first element of a layout.
func nextStdChunk(layout string) (prefix string, std int, suffix string) {
	for i := 0; i < len(layout); i++ {
		switch c := layout[i]; c {
		case 'J', 'M', '0', '1', '2', '_', '3', '4', '5', 'P', 'p', '-', 'Z':
			rest := layout[i:]
			for k := range elements {
				e := &elements[k]
				if e.text[0] != c || !hasPrefix(rest, e.text) {
					continue
				}
				n := len(e.text)
				if e.std == stdMonth && startsWithLower(rest[n:]) || e.std == stdWeekDay && startsWithLower(rest[n:]) {
					continue
				}
				if e.text == "_2006" {
					return layout[:i+1], stdLongYear, layout[i+5:]
				}
				return layout[:i], e.std, rest[n:]
			}
		case '.', ',':
			if i+1 < len(layout) && (layout[i+1] == '0' || layout[i+1] == '9') {
				ch := layout[i+1]
				j := i + 1
				for j < len(layout) && layout[j] == ch {
					j++
				}
				if j >= len(layout) || layout[j] < '0' || '9' < layout[j] {
					code := stdFracSecond0
					if ch == '9' {
						code = stdFracSecond9
					}
					std := code | (j-(i+1))<<stdArgShift
					if c == ',' {
						std |= 1 << 30
					}
					return layout[:i], std, layout[j:]
				}
			}
		}
	}
	return layout, 0, ""
}

const fracComma = 1 << 30

func appendInt(b []byte, x int, width int) []byte {
	if x < 0 {
		b = append(b, '-')
		x = -x
	}
	s := utoa(uint64(x))
	for n := len(s); n < width; n++ {
		b = append(b, '0')
	}
	return append(b, s...)
}

func appendNano(b []byte, nanosec int, std int) []byte {
	trim := std&stdMask == stdFracSecond9
	n := (std &^ fracComma) >> stdArgShift
	if trim && (n == 0 || nanosec == 0) {
		return b
	}
	if std&fracComma != 0 {
		b = append(b, ',')
	} else {
		b = append(b, '.')
	}
	b = appendInt(b, nanosec, 9)
	if n < 9 {
		b = b[:len(b)-9+n]
	}
	if trim {
		for len(b) > 0 && b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
		if len(b) > 0 && (b[len(b)-1] == '.' || b[len(b)-1] == ',') {
			b = b[:len(b)-1]
		}
	}
	return b
}

// String returns t as "2006-01-02 15:04:05.999999999 -0700 MST", with the reading of the
// runtime's clock if there is one.
func (t Time) String() string {
	s := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.mono != 0 {
		m1, sign := uint64(t.mono), byte('+')
		if t.mono < 0 {
			sign = '-'
			m1 = -m1
		}
		b := append([]byte(" m="), sign)
		b = append(b, utoa(m1/1e9)...)
		b = append(b, '.')
		b = appendInt(b, int(m1%1e9), 9)
		s += string(b)
	}
	return s
}

// GoString returns t as Go source.
func (t Time) GoString() string {
	b := []byte("time.Date(")
	y, m, d := t.Date()
	h, min, sec := t.Clock()
	b = appendInt(b, y, 0)
	if January <= m && m <= December {
		b = append(b, ", time."...)
		b = append(b, longMonthNames[m-1]...)
	}
	for _, x := range [...]int{d, h, min, sec, int(t.nsec)} {
		b = append(b, ", "...)
		b = appendInt(b, x, 0)
	}
	switch loc := t.Location(); loc {
	case UTC:
		b = append(b, ", time.UTC)"...)
	case Local:
		b = append(b, ", time.Local)"...)
	default:
		b = append(b, ", time.Location("...)
		b = append(b, quote(loc.name)...)
		b = append(b, "))"...)
	}
	return string(b)
}

// Format returns t as layout shows the reference time, Mon Jan 2 15:04:05 MST 2006.
func (t Time) Format(layout string) string {
	return string(t.AppendFormat(make([]byte, 0, 64), layout))
}

func appendZone(b []byte, std, offset int) []byte {
	if offset == 0 && std >= stdISO8601TZ && std <= stdISO8601ColonSecondsTZ {
		return append(b, 'Z')
	}
	zone := offset / 60
	absoffset := offset
	if zone < 0 || offset < 0 {
		b = append(b, '-')
		zone = -zone
		absoffset = -absoffset
	} else {
		b = append(b, '+')
	}
	b = appendInt(b, zone/60, 2)
	switch std {
	case stdISO8601ColonTZ, stdNumColonTZ, stdISO8601ColonSecondsTZ, stdNumColonSecondsTZ:
		b = append(b, ':')
	}
	if std != stdNumShortTZ && std != stdISO8601ShortTZ {
		b = appendInt(b, zone%60, 2)
	}
	switch std {
	case stdISO8601SecondsTZ, stdNumSecondsTz:
		b = appendInt(b, absoffset%60, 2)
	case stdNumColonSecondsTZ, stdISO8601ColonSecondsTZ:
		b = append(b, ':')
		b = appendInt(b, absoffset%60, 2)
	}
	return b
}

// AppendFormat appends the text of Format to b.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	name, offset := t.Zone()
	a := t.sec + int64(offset)
	days := floorDiv(a, secondsPerDay)
	year, month, day, yday := civil(days)
	s := int(a - days*secondsPerDay)
	hour, min, sec := s/3600, s/60%60, s%60
	wd := (days + 1) % 7
	if wd < 0 {
		wd += 7
	}
	for layout != "" {
		prefix, std, suffix := nextStdChunk(layout)
		b = append(b, prefix...)
		if std == 0 {
			break
		}
		layout = suffix
		switch std & stdMask {
		case stdYear:
			y := year
			if y < 0 {
				y = -y
			}
			b = appendInt(b, y%100, 2)
		case stdLongYear:
			b = appendInt(b, year, 4)
		case stdMonth:
			b = append(b, month.String()[:3]...)
		case stdLongMonth:
			b = append(b, month.String()...)
		case stdNumMonth:
			b = appendInt(b, int(month), 0)
		case stdZeroMonth:
			b = appendInt(b, int(month), 2)
		case stdWeekDay:
			b = append(b, longDayNames[wd][:3]...)
		case stdLongWeekDay:
			b = append(b, longDayNames[wd]...)
		case stdDay:
			b = appendInt(b, day, 0)
		case stdUnderDay:
			if day < 10 {
				b = append(b, ' ')
			}
			b = appendInt(b, day, 0)
		case stdZeroDay:
			b = appendInt(b, day, 2)
		case stdUnderYearDay:
			if yday+1 < 100 {
				b = append(b, ' ')
				if yday+1 < 10 {
					b = append(b, ' ')
				}
			}
			b = appendInt(b, yday+1, 0)
		case stdZeroYearDay:
			b = appendInt(b, yday+1, 3)
		case stdHour:
			b = appendInt(b, hour, 2)
		case stdHour12, stdZeroHour12:
			h := hour % 12
			if h == 0 {
				h = 12
			}
			if std == stdHour12 {
				b = appendInt(b, h, 0)
			} else {
				b = appendInt(b, h, 2)
			}
		case stdMinute:
			b = appendInt(b, min, 0)
		case stdZeroMinute:
			b = appendInt(b, min, 2)
		case stdSecond:
			b = appendInt(b, sec, 0)
		case stdZeroSecond:
			b = appendInt(b, sec, 2)
		case stdPM:
			if hour >= 12 {
				b = append(b, "PM"...)
			} else {
				b = append(b, "AM"...)
			}
		case stdpm:
			if hour >= 12 {
				b = append(b, "pm"...)
			} else {
				b = append(b, "am"...)
			}
		case stdTZ:
			if name != "" {
				b = append(b, name...)
				break
			}
			zone := offset / 60
			if zone < 0 {
				b = append(b, '-')
				zone = -zone
			} else {
				b = append(b, '+')
			}
			b = appendInt(b, zone/60, 2)
			b = appendInt(b, zone%60, 2)
		case stdFracSecond0, stdFracSecond9:
			b = appendNano(b, int(t.nsec), std)
		default:
			b = appendZone(b, std, offset)
		}
	}
	return b
}

// ---- parsing ----

// A ParseError says where a text does not fit a layout.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func (e *ParseError) Error() string {
	if e.Message == "" {
		return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) + " as " +
			quote(e.LayoutElem)
	}
	return "parsing time " + quote(e.Value) + e.Message
}

// quote quotes s for an error.
func quote(s string) string {
	b := []byte{'"'}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x80 || c < ' ' {
			const hex = "0123456789abcdef"
			b = append(b, '\\', 'x', hex[c>>4], hex[c&0xF])
			continue
		}
		if c == '"' || c == '\\' {
			b = append(b, '\\')
		}
		b = append(b, c)
	}
	return string(append(b, '"'))
}

var errBad = errors.New("bad value for field")

func atoi(s string) (x int, err error) {
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	if s == "" {
		return 0, errBad
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || '9' < s[i] {
			return 0, errBad
		}
		x = x*10 + int(s[i]-'0')
	}
	if neg {
		x = -x
	}
	return x, nil
}

func isDigit(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

// getnum reads one or two digits; fixed wants two.
func getnum(s string, fixed bool) (int, string, error) {
	if !isDigit(s, 0) {
		return 0, s, errBad
	}
	if !isDigit(s, 1) {
		if fixed {
			return 0, s, errBad
		}
		return int(s[0] - '0'), s[1:], nil
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), s[2:], nil
}

func getnum3(s string, fixed bool) (int, string, error) {
	n, i := 0, 0
	for i = 0; i < 3 && isDigit(s, i); i++ {
		n = n*10 + int(s[i]-'0')
	}
	if i == 0 || fixed && i != 3 {
		return 0, s, errBad
	}
	return n, s[i:], nil
}

// lookup finds the name, short or long, at the start of val, in any case of letters.
func lookupName(tab []string, n int, val string) (int, string, error) {
	for i, v := range tab {
		if n > 0 {
			v = v[:n]
		}
		if len(val) >= len(v) && equalFold(val[:len(v)], v) {
			return i, val[len(v):], nil
		}
	}
	return -1, val, errBad
}

func equalFold(a, b string) bool {
	for i := 0; i < len(a); i++ {
		x, y := a[i], b[i]
		if x != y && (x|0x20 != y|0x20 || x|0x20 < 'a' || 'z' < x|0x20) {
			return false
		}
	}
	return true
}

// skip removes prefix from value; spaces stand for any number of spaces.
func skip(value, prefix string) (string, error) {
	for prefix != "" {
		if prefix[0] == ' ' {
			if value != "" && value[0] != ' ' {
				return value, errBad
			}
			for prefix != "" && prefix[0] == ' ' {
				prefix = prefix[1:]
			}
			for value != "" && value[0] == ' ' {
				value = value[1:]
			}
			continue
		}
		if value == "" || value[0] != prefix[0] {
			return value, errBad
		}
		prefix = prefix[1:]
		value = value[1:]
	}
	return value, nil
}

// Parse reads a time that layout describes; without a zone it is UTC.
func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC, Local) }

// ParseInLocation reads a time; without a zone it is in loc.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

func parseNanoseconds(value string, nbytes int) (ns int, rangeErr string, err error) {
	if value[0] != '.' && value[0] != ',' {
		return 0, "", errBad
	}
	if nbytes > 10 {
		value = value[:10]
		nbytes = 10
	}
	if ns, err = atoi(value[1:nbytes]); err != nil {
		return 0, "", err
	}
	if ns < 0 {
		return 0, "fractional second", nil
	}
	for i := nbytes; i < 10; i++ {
		ns *= 10
	}
	return ns, "", nil
}

// parsed is what parse has found.
type parsed struct {
	year, month, day, yday int
	hour, min, sec, nsec   int
	pmSet, amSet           bool
	z                      *Location
	zoneOffset             int
	zoneName               string
}

func parse(layout, value string, defaultLocation, local *Location) (Time, error) {
	alayout, avalue := layout, value
	rangeErr := ""
	p := parsed{month: -1, day: -1, yday: -1, zoneOffset: -1}
	for {
		prefix, std, suffix := nextStdChunk(layout)
		stdstr := layout[len(prefix) : len(layout)-len(suffix)]
		var err error
		value, err = skip(value, prefix)
		if err != nil {
			return Time{}, &ParseError{alayout, avalue, prefix, value, ""}
		}
		if std == 0 {
			if value != "" {
				return Time{}, &ParseError{alayout, avalue, "", value, ": extra text: " + quote(value)}
			}
			break
		}
		layout = suffix
		hold := value
		value, rangeErr, err = p.element(std, stdstr, layout, value)
		if rangeErr != "" {
			return Time{}, &ParseError{alayout, avalue, stdstr, value, ": " + rangeErr + " out of range"}
		}
		if err != nil {
			return Time{}, &ParseError{alayout, avalue, stdstr, hold, ""}
		}
	}
	return p.time(alayout, avalue, defaultLocation, local)
}

// element reads one element of the layout from value and returns the rest.
func (p *parsed) element(std int, stdstr, layout, value string) (rest, rangeErr string, err error) {
	switch std & stdMask {
	case stdYear:
		if len(value) < 2 {
			return value, "", errBad
		}
		if p.year, err = atoi(value[:2]); err != nil {
			return value, "", err
		}
		value = value[2:]
		if p.year >= 69 {
			p.year += 1900
		} else {
			p.year += 2000
		}
	case stdLongYear:
		if len(value) < 4 || !isDigit(value, 0) {
			return value, "", errBad
		}
		p.year, err = atoi(value[:4])
		value = value[4:]
	case stdMonth:
		p.month, value, err = lookupName(longMonthNames[:], 3, value)
		p.month++
	case stdLongMonth:
		p.month, value, err = lookupName(longMonthNames[:], 0, value)
		p.month++
	case stdNumMonth, stdZeroMonth:
		p.month, value, err = getnum(value, std == stdZeroMonth)
		if err == nil && (p.month <= 0 || 12 < p.month) {
			rangeErr = "month"
		}
	case stdWeekDay:
		_, value, err = lookupName(longDayNames[:], 3, value)
	case stdLongWeekDay:
		_, value, err = lookupName(longDayNames[:], 0, value)
	case stdDay, stdUnderDay, stdZeroDay:
		if std == stdUnderDay && value != "" && value[0] == ' ' {
			value = value[1:]
		}
		p.day, value, err = getnum(value, std == stdZeroDay)
	case stdUnderYearDay, stdZeroYearDay:
		for i := 0; i < 2 && std == stdUnderYearDay && value != "" && value[0] == ' '; i++ {
			value = value[1:]
		}
		p.yday, value, err = getnum3(value, std == stdZeroYearDay)
	case stdHour:
		p.hour, value, err = getnum(value, false)
		if p.hour < 0 || 24 <= p.hour {
			rangeErr = "hour"
		}
	case stdHour12, stdZeroHour12:
		p.hour, value, err = getnum(value, std == stdZeroHour12)
		if p.hour < 0 || 12 < p.hour {
			rangeErr = "hour"
		}
	case stdMinute, stdZeroMinute:
		p.min, value, err = getnum(value, std == stdZeroMinute)
		if p.min < 0 || 60 <= p.min {
			rangeErr = "minute"
		}
	case stdSecond, stdZeroSecond:
		p.sec, value, err = getnum(value, std == stdZeroSecond)
		if err != nil {
			break
		}
		if p.sec < 0 || 60 <= p.sec {
			return value, "second", nil
		}
		// A fraction is taken even if the layout has none.
		if len(value) >= 2 && (value[0] == '.' || value[0] == ',') && isDigit(value, 1) {
			_, next, _ := nextStdChunk(layout)
			if next&stdMask == stdFracSecond0 || next&stdMask == stdFracSecond9 {
				break
			}
			n := 2
			for n < len(value) && isDigit(value, n) {
				n++
			}
			p.nsec, rangeErr, err = parseNanoseconds(value, n)
			value = value[n:]
		}
	case stdPM, stdpm:
		if len(value) < 2 {
			return value, "", errBad
		}
		up := value[:2]
		value = value[2:]
		switch {
		case up == "PM" && std == stdPM || up == "pm" && std == stdpm:
			p.pmSet = true
		case up == "AM" && std == stdPM || up == "am" && std == stdpm:
			p.amSet = true
		default:
			err = errBad
		}
	case stdTZ:
		if len(value) >= 3 && value[:3] == "UTC" {
			p.z = UTC
			return value[3:], "", nil
		}
		n, ok := parseTimeZone(value)
		if !ok {
			return value, "", errBad
		}
		p.zoneName, value = value[:n], value[n:]
	case stdFracSecond0:
		n := 1 + (std&^fracComma)>>stdArgShift
		if len(value) < n {
			return value, "", errBad
		}
		p.nsec, rangeErr, err = parseNanoseconds(value, n)
		value = value[n:]
	case stdFracSecond9:
		if len(value) < 2 || value[0] != '.' && value[0] != ',' || !isDigit(value, 1) {
			break
		}
		i := 0
		for i+1 < len(value) && isDigit(value, i+1) {
			i++
		}
		p.nsec, rangeErr, err = parseNanoseconds(value, 1+i)
		value = value[1+i:]
	default:
		return p.zone(std, value)
	}
	return value, rangeErr, err
}

// zone reads a numeric zone.
func (p *parsed) zone(std int, value string) (rest, rangeErr string, err error) {
	if std >= stdISO8601TZ && std <= stdISO8601ColonSecondsTZ && hasPrefix(value, "Z") {
		p.z = UTC
		return value[1:], "", nil
	}
	colon := std == stdISO8601ColonTZ || std == stdNumColonTZ || std == stdISO8601ColonSecondsTZ || std == stdNumColonSecondsTZ
	parts := 2
	switch std {
	case stdNumShortTZ, stdISO8601ShortTZ:
		parts = 1
	case stdNumSecondsTz, stdISO8601SecondsTZ, stdNumColonSecondsTZ, stdISO8601ColonSecondsTZ:
		parts = 3
	}
	if value == "" || value[0] != '+' && value[0] != '-' {
		return value, "", errBad
	}
	sign := value[0]
	rest = value[1:]
	var n [3]int
	for i := 0; i < parts; i++ {
		if i > 0 && colon {
			if rest == "" || rest[0] != ':' {
				return value, "", errBad
			}
			rest = rest[1:]
		}
		if n[i], rest, err = getnum(rest, true); err != nil {
			return value, "", err
		}
	}
	if n[0] > 24 {
		rangeErr = "time zone offset hour"
	}
	if n[1] > 60 {
		rangeErr = "time zone offset minute"
	}
	if n[2] > 60 {
		rangeErr = "time zone offset second"
	}
	p.zoneOffset = (n[0]*60+n[1])*60 + n[2]
	if sign == '-' {
		p.zoneOffset = -p.zoneOffset
	}
	return rest, rangeErr, nil
}

// parseTimeZone answers the length of the zone abbreviation at the start of value.
func parseTimeZone(value string) (length int, ok bool) {
	if len(value) < 3 {
		return 0, false
	}
	if len(value) >= 4 && (value[:4] == "ChST" || value[:4] == "MeST") {
		return 4, true
	}
	if value[:3] == "GMT" {
		return 3 + signedOffset(value[3:]), true
	}
	if value[0] == '+' || value[0] == '-' {
		n := signedOffset(value)
		return n, n > 0
	}
	n := 0
	for n < 6 && n < len(value) && 'A' <= value[n] && value[n] <= 'Z' {
		n++
	}
	switch n {
	case 5:
		return 5, value[4] == 'T'
	case 4:
		return 4, value[3] == 'T' || value[:4] == "WITA"
	case 3:
		return 3, true
	}
	return 0, false
}

func signedOffset(value string) int {
	if value == "" || value[0] != '-' && value[0] != '+' {
		return 0
	}
	i, x := 1, 0
	for ; isDigit(value, i) && i < 4; i++ {
		x = x*10 + int(value[i]-'0')
	}
	if i == 1 || x > 23 {
		return 0
	}
	return i
}

// time puts the parts together.
func (p *parsed) time(layout, value string, defaultLocation, local *Location) (Time, error) {
	if p.pmSet && p.hour < 12 {
		p.hour += 12
	} else if p.amSet && p.hour == 12 {
		p.hour = 0
	}
	if p.yday >= 0 {
		if p.yday < 1 || p.yday > 365 && !(isLeap(p.year) && p.yday == 366) {
			return Time{}, &ParseError{layout, value, "", "", ": day-of-year out of range"}
		}
		_, m, d, _ := civil(daysSince(p.year) + int64(p.yday-1))
		if p.month >= 0 && p.month != int(m) {
			return Time{}, &ParseError{layout, value, "", "", ": day-of-year does not match month"}
		}
		if p.day >= 0 && p.day != d {
			return Time{}, &ParseError{layout, value, "", "", ": day-of-year does not match day"}
		}
		p.month, p.day = int(m), d
	} else {
		if p.month < 0 {
			p.month = int(January)
		}
		if p.day < 0 {
			p.day = 1
		}
	}
	if p.day < 1 || p.day > daysIn(Month(p.month), p.year) {
		return Time{}, &ParseError{layout, value, "", "", ": day out of range"}
	}
	if p.z != nil {
		return Date(p.year, Month(p.month), p.day, p.hour, p.min, p.sec, p.nsec, p.z), nil
	}
	if p.zoneOffset != -1 {
		t := Date(p.year, Month(p.month), p.day, p.hour, p.min, p.sec, p.nsec, UTC)
		t.sec -= int64(p.zoneOffset)
		name, offset, _, _, _ := local.lookup(t.Unix())
		if offset == p.zoneOffset && (p.zoneName == "" || name == p.zoneName) {
			t.setLoc(local)
			return t, nil
		}
		t.setLoc(FixedZone(p.zoneName, p.zoneOffset))
		return t, nil
	}
	if p.zoneName != "" {
		t := Date(p.year, Month(p.month), p.day, p.hour, p.min, p.sec, p.nsec, UTC)
		offset, ok := local.lookupName(p.zoneName, t.Unix())
		if ok {
			t.sec -= int64(offset)
			t.setLoc(local)
			return t, nil
		}
		if len(p.zoneName) > 3 && p.zoneName[:3] == "GMT" {
			offset, _ = atoi(p.zoneName[3:])
			offset *= 3600
		}
		t.setLoc(FixedZone(p.zoneName, offset)) // the clock is taken for UTC's even if "GMT+3" gave an offset, as in Go
		return t, nil
	}
	return Date(p.year, Month(p.month), p.day, p.hour, p.min, p.sec, p.nsec, defaultLocation), nil
}
