package fs

import "io"

// A ReadFileFS is an FS with a quicker way to a file's content.
type ReadFileFS interface {
	FS

	// ReadFile returns the content of a file, of which the caller may do what it likes.
	ReadFile(name string) ([]byte, error)
}

// ReadFile returns the content of a file.
func ReadFile(fsys FS, name string) ([]byte, error) {
	if own, ok := fsys.(ReadFileFS); ok {
		return own.ReadFile(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	size := 0
	if info, err := file.Stat(); err == nil {
		size = int(info.Size())
	}
	data := make([]byte, 0, size+1) // room for the read that finds the end
	for {
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
		n, err := file.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF {
			return data, nil
		}
		if err != nil {
			return data, err
		}
	}
}
