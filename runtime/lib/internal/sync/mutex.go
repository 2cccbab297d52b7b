// Package sync holds the mutex that package sync is made of, apart from it, as in Go, so
// that packages below sync can use it.
package sync

// A Mutex: state's lowest bit says locked, the next that the lock is being handed to a
// waiter that waited too long, the rest counts waiters.
type Mutex struct {
	state int32
	sema  uint32
}

const (
	mutexLocked      = 1
	mutexWoken       = 2
	mutexStarving    = 4
	mutexWaiterShift = 3

	starvationThresholdNs = 1e6
)

func runtime_SemacquireMutex(s *uint32, lifo bool, skipframes int)
func runtime_Semrelease(s *uint32, handoff bool, skipframes int)
func runtime_nanotime() int64
func throw(string)
func fatal(string)

// Lock locks m, waiting until it is free.
func (m *Mutex) Lock() {
	if m.state == 0 {
		m.state = mutexLocked
		return
	}
	m.lockSlow()
}

// TryLock locks m if it is free, and reports whether it did.
func (m *Mutex) TryLock() bool {
	if m.state&(mutexLocked|mutexStarving) != 0 {
		return false
	}
	m.state |= mutexLocked
	return true
}

// lockSlow waits. A waiter that is woken competes with those who are running; one that
// waited more than a millisecond gets the lock handed over.
func (m *Mutex) lockSlow() {
	var since int64
	starving := false
	woken := false
	for {
		old := m.state
		if old&(mutexLocked|mutexStarving) == 0 {
			if woken {
				old &^= mutexWoken
			}
			m.state = old | mutexLocked
			return
		}
		state := old + 1<<mutexWaiterShift
		if starving && old&mutexLocked != 0 {
			state |= mutexStarving
		}
		if woken {
			state &^= mutexWoken
		}
		m.state = state
		lifo := since != 0
		if since == 0 {
			since = runtime_nanotime()
		}
		runtime_SemacquireMutex(&m.sema, lifo, 2)
		starving = starving || runtime_nanotime()-since > starvationThresholdNs
		if m.state&mutexStarving != 0 {
			// Handed over: the state says unlocked, and we are still counted as a waiter.
			m.state += mutexLocked - 1<<mutexWaiterShift
			if !starving || m.state>>mutexWaiterShift == 0 {
				m.state &^= mutexStarving
			}
			return
		}
		woken = true
	}
}

// Unlock unlocks m. It is a fatal error if m is not locked.
func (m *Mutex) Unlock() {
	if m.state == mutexLocked {
		m.state = 0
		return
	}
	m.unlockSlow()
}

func (m *Mutex) unlockSlow() {
	if m.state&mutexLocked == 0 {
		fatal("sync: unlock of unlocked mutex")
	}
	m.state -= mutexLocked
	if m.state&mutexStarving != 0 {
		runtime_Semrelease(&m.sema, true, 2)
		return
	}
	if m.state>>mutexWaiterShift == 0 || m.state&mutexWoken != 0 {
		return
	}
	m.state = m.state - 1<<mutexWaiterShift | mutexWoken
	runtime_Semrelease(&m.sema, false, 2)
}
