// Package encoding declares the interfaces by which a type converts itself to bytes and text.
package encoding

// BinaryMarshaler encodes itself in a binary form.
type BinaryMarshaler interface {
	MarshalBinary() (data []byte, err error)
}

// BinaryUnmarshaler decodes what MarshalBinary made; it must copy what it keeps of data.
type BinaryUnmarshaler interface {
	UnmarshalBinary(data []byte) error
}

// BinaryAppender appends its binary form to b.
type BinaryAppender interface {
	AppendBinary(b []byte) ([]byte, error)
}

// TextMarshaler encodes itself as UTF-8 text.
type TextMarshaler interface {
	MarshalText() (text []byte, err error)
}

// TextUnmarshaler decodes what MarshalText made; it must copy what it keeps of text.
type TextUnmarshaler interface {
	UnmarshalText(text []byte) error
}

// TextAppender appends its text to b.
type TextAppender interface {
	AppendText(b []byte) ([]byte, error)
}
