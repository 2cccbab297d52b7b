package time

import "errors"

// The binary form of a Time: version, seconds since the year 1, nanoseconds, the zone's offset in minutes (-1: UTC);
// version 2 adds the offset's seconds. Numbers are big-endian.
const (
	binaryVersion1 = 1
	binaryVersion2 = 2
)

func (t Time) appendBinary(b []byte, what string) ([]byte, error) {
	version := byte(binaryVersion1)
	minutes, seconds := -1, 0
	if t.Location() != UTC {
		_, offset := t.Zone()
		if offset%60 != 0 {
			version = binaryVersion2
			seconds = offset % 60
		}
		minutes = offset / 60
		if minutes < -32768 || minutes == -1 || minutes > 32767 {
			return b, errors.New(what + ": unexpected zone offset")
		}
	}
	b = append(b, version)
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(t.sec>>shift))
	}
	for shift := 24; shift >= 0; shift -= 8 {
		b = append(b, byte(t.nsec>>shift))
	}
	b = append(b, byte(minutes>>8), byte(minutes))
	if version == binaryVersion2 {
		b = append(b, byte(seconds))
	}
	return b, nil
}

// AppendBinary appends the binary form of t.
func (t Time) AppendBinary(b []byte) ([]byte, error) { return t.appendBinary(b, "Time.AppendBinary") }

// MarshalBinary returns the binary form of t.
func (t Time) MarshalBinary() ([]byte, error) {
	b, err := t.appendBinary(make([]byte, 0, 16), "Time.MarshalBinary")
	if err != nil {
		return nil, err
	}
	return b, nil
}

// UnmarshalBinary sets t from its binary form.
func (t *Time) UnmarshalBinary(data []byte) error {
	if len(data) == 0 {
		return errors.New("Time.UnmarshalBinary: no data")
	}
	version := data[0]
	if version != binaryVersion1 && version != binaryVersion2 {
		return errors.New("Time.UnmarshalBinary: unsupported version")
	}
	want := 15
	if version == binaryVersion2 {
		want++
	}
	if len(data) != want {
		return errors.New("Time.UnmarshalBinary: invalid length")
	}
	var sec int64
	for _, c := range data[1:9] {
		sec = sec<<8 | int64(c)
	}
	var nsec int32
	for _, c := range data[9:13] {
		nsec = nsec<<8 | int32(c)
	}
	offset := int(int16(data[13])<<8|int16(data[14])) * 60
	if version == binaryVersion2 {
		offset += int(int8(data[15]))
	}
	*t = Time{sec: sec, nsec: nsec}
	if offset == -1*60 {
		t.setLoc(UTC)
	} else if _, local := t.Local().Zone(); offset == local {
		t.setLoc(Local)
	} else {
		t.setLoc(FixedZone("", offset))
	}
	return nil
}

// GobEncode is MarshalBinary.
func (t Time) GobEncode() ([]byte, error) { return t.MarshalBinary() }

// GobDecode is UnmarshalBinary.
func (t *Time) GobDecode(data []byte) error { return t.UnmarshalBinary(data) }
