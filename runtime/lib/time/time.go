// Package time measures and shows time.
package time

import "errors"

// now reads the clocks: seconds and nanoseconds since 1970, and the runtime's own clock.
func now() (sec int64, nsec int32, mono int64)

func runtimeNano() int64

var startNano = runtimeNano() - 1

// A Time is an instant, to the nanosecond.
//
// sec counts from January 1, year 1, UTC. mono is a reading of the runtime's clock, 0 if
// there is none. loc nil is UTC.
type Time struct {
	sec  int64
	nsec int32
	mono int64
	loc  *Location
}

const (
	secondsPerMinute = 60
	secondsPerHour   = 60 * 60
	secondsPerDay    = 24 * secondsPerHour
	daysPer400Years  = 365*400 + 97
	daysPer100Years  = 365*100 + 24
	daysPer4Years    = 365*4 + 1

	unixToInternal int64 = (1969*365 + 1969/4 - 1969/100 + 1969/400) * secondsPerDay
)

// A Month is a month of the year; January is 1.
type Month int

// The months.
const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

var longMonthNames = [...]string{
	"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
}

func (m Month) String() string {
	if January <= m && m <= December {
		return longMonthNames[m-1]
	}
	return "%!Month(" + utoa(uint64(m)) + ")"
}

// A Weekday is a day of the week; Sunday is 0.
type Weekday int

// The days.
const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

var longDayNames = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return longDayNames[d]
	}
	return "%!Weekday(" + utoa(uint64(d)) + ")"
}

func utoa(n uint64) string {
	var b [20]byte
	i := len(b)
	for {
		i--
		b[i] = byte('0' + n%10)
		n /= 10
		if n == 0 {
			return string(b[i:])
		}
	}
}

// ---- comparing and moving ----

// After reports whether t is after u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Before reports whether t is before u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// Equal reports whether t and u are one instant.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// Compare returns -1, 0 or 1.
func (t Time) Compare(u Time) int {
	a, b := t.sec, u.sec
	if t.mono != 0 && u.mono != 0 {
		a, b = t.mono, u.mono
	} else if a == b {
		a, b = int64(t.nsec), int64(u.nsec)
	}
	if a < b {
		return -1
	}
	if a > b {
		return 1
	}
	return 0
}

// IsZero reports whether t is the zero Time: January 1, year 1, 00:00 UTC.
func (t Time) IsZero() bool { return t.sec == 0 && t.nsec == 0 }

// Add returns t+d.
func (t Time) Add(d Duration) Time {
	sec := int64(d / 1e9)
	nsec := int64(t.nsec) + int64(d%1e9)
	if nsec >= 1e9 {
		sec++
		nsec -= 1e9
	} else if nsec < 0 {
		sec--
		nsec += 1e9
	}
	t.sec += sec
	t.nsec = int32(nsec)
	if t.mono != 0 {
		m := t.mono + int64(d)
		if d < 0 && m > t.mono || d > 0 && m < t.mono {
			m = 0
		}
		t.mono = m
	}
	return t
}

// Sub returns t-u, the nearest Duration if it does not fit.
func (t Time) Sub(u Time) Duration {
	if t.mono != 0 && u.mono != 0 {
		d := Duration(t.mono - u.mono)
		if d < 0 && t.mono > u.mono {
			return maxDuration
		}
		if d > 0 && t.mono < u.mono {
			return minDuration
		}
		return d
	}
	d := Duration(t.sec-u.sec)*Second + Duration(t.nsec-u.nsec)
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

// Since returns the time that has passed since t.
func Since(t Time) Duration {
	if t.mono != 0 {
		return Duration(runtimeNano() - startNano - t.mono)
	}
	return Now().Sub(t)
}

// Until returns the time until t.
func Until(t Time) Duration {
	if t.mono != 0 {
		return Duration(t.mono - (runtimeNano() - startNano))
	}
	return t.Sub(Now())
}

// AddDate returns t with years, months and days added.
func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec), t.Location())
}

// Now returns the current time.
func Now() Time {
	sec, nsec, mono := now()
	return Time{sec + unixToInternal, nsec, mono - startNano, Local}
}

// Unix returns the time sec seconds and nsec nanoseconds after 1970.
func Unix(sec int64, nsec int64) Time {
	if nsec < 0 || nsec >= 1e9 {
		n := nsec / 1e9
		sec += n
		nsec -= n * 1e9
		if nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	return Time{sec + unixToInternal, int32(nsec), 0, Local}
}

// UnixMilli returns the time msec milliseconds after 1970.
func UnixMilli(msec int64) Time { return Unix(msec/1e3, (msec%1e3)*1e6) }

// UnixMicro returns the time usec microseconds after 1970.
func UnixMicro(usec int64) Time { return Unix(usec/1e6, (usec%1e6)*1e3) }

// Unix returns the seconds since 1970.
func (t Time) Unix() int64 { return t.sec - unixToInternal }

// UnixMilli returns the milliseconds since 1970.
func (t Time) UnixMilli() int64 { return t.Unix()*1e3 + int64(t.nsec)/1e6 }

// UnixMicro returns the microseconds since 1970.
func (t Time) UnixMicro() int64 { return t.Unix()*1e6 + int64(t.nsec)/1e3 }

// UnixNano returns the nanoseconds since 1970.
func (t Time) UnixNano() int64 { return t.Unix()*1e9 + int64(t.nsec) }

// UTC returns t in UTC.
func (t Time) UTC() Time {
	t.loc = nil
	return t
}

// Local returns t in the local zone.
func (t Time) Local() Time {
	t.loc = Local
	return t
}

// In returns t in loc.
func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.setLoc(loc)
	return t
}

func (t *Time) setLoc(loc *Location) {
	if loc == UTC {
		loc = nil
	}
	t.mono = 0
	t.loc = loc
}

// Location returns t's zone.
func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

// Zone returns the name and the offset east of UTC in seconds.
func (t Time) Zone() (name string, offset int) {
	name, offset, _, _, _ = t.loc.lookup(t.Unix())
	return name, offset
}

// ZoneBounds returns when the zone's rule in force begins and ends.
func (t Time) ZoneBounds() (start, end Time) {
	_, _, s, e, _ := t.loc.lookup(t.Unix())
	if s != alpha {
		start = Unix(s, 0)
		start.setLoc(t.loc)
	}
	if e != omega {
		end = Unix(e, 0)
		end.setLoc(t.loc)
	}
	return start, end
}

// IsDST reports whether summer time is in force.
func (t Time) IsDST() bool {
	_, _, _, _, dst := t.loc.lookup(t.Unix())
	return dst
}

// abs is t's clock in its zone, in seconds from year 1.
func (t Time) abs() int64 {
	if t.loc == nil {
		return t.sec
	}
	_, offset := t.Zone()
	return t.sec + int64(offset)
}

// ---- calendar ----

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

var daysBefore = [...]int{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysIn(m Month, year int) int {
	if m == February && isLeap(year) {
		return 29
	}
	return daysBefore[m] - daysBefore[m-1]
}

// civil splits a number of days since January 1, year 1.
func civil(days int64) (year int, month Month, day int, yday int) {
	era := floorDiv(days, daysPer400Years)
	d := int(days - era*daysPer400Years)
	y := 0
	n := d / daysPer100Years
	n -= n >> 2
	y += 100 * n
	d -= daysPer100Years * n
	n = d / daysPer4Years
	y += 4 * n
	d -= daysPer4Years * n
	n = d / 365
	n -= n >> 2
	y += n
	d -= 365 * n
	year = int(era)*400 + y + 1
	yday = d
	if isLeap(year) {
		if d == 31+29-1 {
			return year, February, 29, yday
		}
		if d > 31+29-1 {
			d--
		}
	}
	m := d / 31
	if d >= daysBefore[m+1] {
		m++
	}
	return year, Month(m + 1), d - daysBefore[m] + 1, yday
}

// daysSince counts the days from January 1, year 1 to that of the year.
func daysSince(year int) int64 {
	y := int64(year) - 1
	return y*365 + floorDiv(y, 4) - floorDiv(y, 100) + floorDiv(y, 400)
}

// Date returns t's year, month and day.
func (t Time) Date() (year int, month Month, day int) {
	year, month, day, _ = civil(floorDiv(t.abs(), secondsPerDay))
	return year, month, day
}

// Year returns t's year.
func (t Time) Year() int { y, _, _ := t.Date(); return y }

// Month returns t's month.
func (t Time) Month() Month { _, m, _ := t.Date(); return m }

// Day returns t's day of the month.
func (t Time) Day() int { _, _, d := t.Date(); return d }

// YearDay returns t's day of the year, from 1.
func (t Time) YearDay() int {
	_, _, _, yday := civil(floorDiv(t.abs(), secondsPerDay))
	return yday + 1
}

// Weekday returns t's day of the week.
func (t Time) Weekday() Weekday {
	d := floorDiv(t.abs(), secondsPerDay) + 1 // January 1, year 1 was a Monday
	w := d % 7
	if w < 0 {
		w += 7
	}
	return Weekday(w)
}

// ISOWeek returns the year and week of ISO 8601.
func (t Time) ISOWeek() (year, week int) {
	d := Thursday - t.Weekday()
	if d == 4 {
		d = -3 // Sunday belongs to the week before
	}
	year, _, _, yday := civil(floorDiv(t.abs(), secondsPerDay) + int64(d))
	return year, yday/7 + 1
}

// Clock returns t's hour, minute and second.
func (t Time) Clock() (hour, min, sec int) {
	a := t.abs()
	s := int(a - floorDiv(a, secondsPerDay)*secondsPerDay)
	return s / 3600, s / 60 % 60, s % 60
}

// Hour returns t's hour.
func (t Time) Hour() int { h, _, _ := t.Clock(); return h }

// Minute returns t's minute.
func (t Time) Minute() int { _, m, _ := t.Clock(); return m }

// Second returns t's second.
func (t Time) Second() int { _, _, s := t.Clock(); return s }

// Nanosecond returns t's nanosecond within the second.
func (t Time) Nanosecond() int { return int(t.nsec) }

func norm(hi, lo, base int) (int, int) {
	if lo < 0 {
		n := (-lo-1)/base + 1
		hi -= n
		lo += n * base
	}
	if lo >= base {
		n := lo / base
		hi += n
		lo -= n * base
	}
	return hi, lo
}

// Date returns the time with these parts in loc; parts beyond their range carry over.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	m := int(month) - 1
	year, m = norm(year, m, 12)
	sec, nsec = norm(sec, nsec, 1e9)
	min, sec = norm(min, sec, 60)
	hour, min = norm(hour, min, 60)
	day, hour = norm(day, hour, 24)
	d := daysSince(year) + int64(daysBefore[m])
	if isLeap(year) && m >= 2 {
		d++
	}
	d += int64(day - 1)
	t := Time{d*secondsPerDay + int64(hour*3600+min*60+sec), int32(nsec), 0, nil}
	if loc != UTC {
		// The offset at the time wanted is found by trying the one at about that time.
		unix := t.sec - unixToInternal
		_, offset, start, end, _ := loc.lookup(unix)
		if offset != 0 {
			utc := unix - int64(offset)
			if utc < start || utc >= end {
				_, offset, _, _, _ = loc.lookup(utc)
			}
			t.sec -= int64(offset)
		}
	}
	t.setLoc(loc)
	return t
}

// ---- rounding ----

// remainder is t's distance beyond a multiple of d since the zero time.
func (t Time) remainder(d Duration) Duration {
	// sec*1e9+nsec mod d, without overflow.
	sec, nsec := t.sec, int64(t.nsec)
	neg := sec < 0
	if neg {
		sec = -sec
		nsec = -nsec
		if nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	m := mulmod(uint64(sec), 1e9, uint64(d))
	r := (m + uint64(nsec)%uint64(d)) % uint64(d)
	if neg && r != 0 {
		r = uint64(d) - r
	}
	return Duration(r)
}

// mulmod is a*b mod m.
func mulmod(a, b, m uint64) uint64 {
	a %= m
	var r uint64
	for b > 0 {
		if b&1 != 0 {
			r = (r + a) % m
		}
		a = (a + a) % m
		b >>= 1
	}
	return r
}

// Truncate rounds t down to a multiple of d since the zero time.
func (t Time) Truncate(d Duration) Time {
	t.mono = 0
	if d <= 0 {
		return t
	}
	return t.Add(-t.remainder(d))
}

// Round rounds t to the nearest multiple of d since the zero time.
func (t Time) Round(d Duration) Time {
	t.mono = 0
	if d <= 0 {
		return t
	}
	r := t.remainder(d)
	if lessThanHalf(r, d) {
		return t.Add(-r)
	}
	return t.Add(d - r)
}

// ---- Duration ----

// A Duration is a time in nanoseconds.
type Duration int64

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

// Units.
const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

// String shows d like 72h3m0.5s.
func (d Duration) String() string {
	var buf [32]byte
	w := len(buf)
	u := uint64(d)
	neg := d < 0
	if neg {
		u = -u
	}
	if u < uint64(Second) {
		prec := 0
		w--
		buf[w] = 's'
		w--
		switch {
		case u == 0:
			return "0s"
		case u < uint64(Microsecond):
			buf[w] = 'n'
		case u < uint64(Millisecond):
			prec = 3
			w--
			copy(buf[w:], "µ")
		default:
			prec = 6
			buf[w] = 'm'
		}
		w, u = fmtFrac(buf[:w], u, prec)
		w = fmtInt(buf[:w], u)
	} else {
		w--
		buf[w] = 's'
		w, u = fmtFrac(buf[:w], u, 9)
		w = fmtInt(buf[:w], u%60)
		u /= 60
		if u > 0 {
			w--
			buf[w] = 'm'
			w = fmtInt(buf[:w], u%60)
			u /= 60
			if u > 0 {
				w--
				buf[w] = 'h'
				w = fmtInt(buf[:w], u)
			}
		}
	}
	if neg {
		w--
		buf[w] = '-'
	}
	return string(buf[w:])
}

// fmtFrac writes v/10**prec's fraction at the end of buf, without trailing zeros.
func fmtFrac(buf []byte, v uint64, prec int) (nw int, nv uint64) {
	w := len(buf)
	print := false
	for i := 0; i < prec; i++ {
		digit := v % 10
		print = print || digit != 0
		if print {
			w--
			buf[w] = byte(digit) + '0'
		}
		v /= 10
	}
	if print {
		w--
		buf[w] = '.'
	}
	return w, v
}

func fmtInt(buf []byte, v uint64) int {
	w := len(buf)
	if v == 0 {
		w--
		buf[w] = '0'
	}
	for v > 0 {
		w--
		buf[w] = byte(v%10) + '0'
		v /= 10
	}
	return w
}

// Nanoseconds returns d in nanoseconds.
func (d Duration) Nanoseconds() int64 { return int64(d) }

// Microseconds returns d in microseconds.
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }

// Milliseconds returns d in milliseconds.
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

// Seconds returns d in seconds.
func (d Duration) Seconds() float64 { return float64(d/Second) + float64(d%Second)/1e9 }

// Minutes returns d in minutes.
func (d Duration) Minutes() float64 { return float64(d/Minute) + float64(d%Minute)/(60*1e9) }

// Hours returns d in hours.
func (d Duration) Hours() float64 { return float64(d/Hour) + float64(d%Hour)/(60*60*1e9) }

// Truncate rounds d towards zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

func lessThanHalf(x, y Duration) bool { return uint64(x)+uint64(x) < uint64(y) }

// Round rounds d to the nearest multiple of m, half away from zero.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		r = -r
		if lessThanHalf(r, m) {
			return d + r
		}
		if d1 := d - m + r; d1 < d {
			return d1
		}
		return minDuration
	}
	if lessThanHalf(r, m) {
		return d - r
	}
	if d1 := d + m - r; d1 > d {
		return d1
	}
	return maxDuration
}

// Abs returns the size of d.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}

var unitMap = map[string]uint64{
	"ns": uint64(Nanosecond), "us": uint64(Microsecond), "µs": uint64(Microsecond), "μs": uint64(Microsecond),
	"ms": uint64(Millisecond), "s": uint64(Second), "m": uint64(Minute), "h": uint64(Hour),
}

// ParseDuration reads a text like "300ms", "-1.5h" or "2h45m".
func ParseDuration(s string) (Duration, error) {
	orig := s
	invalid := errors.New("time: invalid duration " + quote(orig))
	var d uint64
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	if s == "0" {
		return 0, nil
	}
	if s == "" {
		return 0, invalid
	}
	for s != "" {
		if !(s[0] == '.' || '0' <= s[0] && s[0] <= '9') {
			return 0, invalid
		}
		var v, f uint64
		scale := float64(1)
		n := len(s)
		i := 0
		for ; i < len(s) && '0' <= s[i] && s[i] <= '9'; i++ {
			if v > 1<<63/10 {
				return 0, invalid
			}
			v = v*10 + uint64(s[i]-'0')
			if v > 1<<63 {
				return 0, invalid
			}
		}
		s = s[i:]
		pre := n != len(s)
		post := false
		if s != "" && s[0] == '.' {
			s = s[1:]
			i = 0
			overflow := false
			for ; i < len(s) && '0' <= s[i] && s[i] <= '9'; i++ {
				if overflow {
					continue
				}
				if f > (1<<63-1)/10 {
					overflow = true
					continue
				}
				y := f*10 + uint64(s[i]-'0')
				if y > 1<<63 {
					overflow = true
					continue
				}
				f = y
				scale *= 10
			}
			post = i > 0
			s = s[i:]
		}
		if !pre && !post {
			return 0, invalid
		}
		i = 0
		for i < len(s) && s[i] != '.' && (s[i] < '0' || '9' < s[i]) {
			i++
		}
		if i == 0 {
			return 0, errors.New("time: missing unit in duration " + quote(orig))
		}
		u := s[:i]
		s = s[i:]
		unit, ok := unitMap[u]
		if !ok {
			return 0, errors.New("time: unknown unit " + quote(u) + " in duration " + quote(orig))
		}
		if v > 1<<63/unit {
			return 0, invalid
		}
		v *= unit
		if f > 0 {
			v += uint64(float64(f) * (float64(unit) / scale))
			if v > 1<<63 {
				return 0, invalid
			}
		}
		d += v
		if d > 1<<63 {
			return 0, invalid
		}
	}
	if neg {
		return -Duration(d), nil
	}
	if d > 1<<63-1 {
		return 0, invalid
	}
	return Duration(d), nil
}

// ---- encodings ----

// appendStrict appends t as RFC 3339, which knows four digits for a year and two for the hours of a zone.
func (t Time) appendStrict(b []byte, method string) ([]byte, error) {
	if y := t.Year(); y < 0 || y >= 10000 {
		return nil, errors.New(method + ": year outside of range [0,9999]")
	}
	if _, offset := t.Zone(); offset <= -24*3600 || offset >= 24*3600 {
		return nil, errors.New(method + ": timezone hour outside of range [0,23]")
	}
	return t.AppendFormat(b, RFC3339Nano), nil
}

// MarshalText writes t as RFC 3339.
func (t Time) MarshalText() ([]byte, error) { return t.appendStrict(nil, "Time.MarshalText") }

// AppendText appends t as RFC 3339.
func (t Time) AppendText(b []byte) ([]byte, error) { return t.appendStrict(b, "Time.AppendText") }

// UnmarshalText reads RFC 3339.
func (t *Time) UnmarshalText(data []byte) error {
	var err error
	*t, err = Parse(RFC3339, string(data))
	return err
}

// MarshalJSON writes t as quoted RFC 3339.
func (t Time) MarshalJSON() ([]byte, error) {
	b, err := t.appendStrict([]byte{'"'}, "Time.MarshalJSON")
	if err != nil {
		return nil, err
	}
	return append(b, '"'), nil
}

// UnmarshalJSON reads quoted RFC 3339.
func (t *Time) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	if len(data) < 2 || data[0] != '"' || data[len(data)-1] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	return t.UnmarshalText(data[1 : len(data)-1])
}
