// Package sync provides locks and other means by which goroutines wait for each other.
package sync

import isync "internal/sync"

type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

// A Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// A Mutex is a mutual exclusion lock; the zero value is unlocked.
type Mutex struct {
	_ noCopy

	mu isync.Mutex
}

// Lock locks m, waiting until it is free.
func (m *Mutex) Lock() { m.mu.Lock() }

// TryLock locks m if it is free, and reports whether it did.
func (m *Mutex) TryLock() bool { return m.mu.TryLock() }

// Unlock unlocks m. It is a fatal error if m is not locked.
func (m *Mutex) Unlock() { m.mu.Unlock() }

func runtime_Semacquire(s *uint32)
func runtime_SemacquireWaitGroup(s *uint32)
func runtime_SemacquireRWMutexR(s *uint32, lifo bool, skipframes int)
func runtime_SemacquireRWMutex(s *uint32, lifo bool, skipframes int)
func runtime_Semrelease(s *uint32, handoff bool, skipframes int)
func fatal(string)
