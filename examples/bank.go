// Bank moves money between accounts from many goroutines, with a lock for each account taken in a fixed order, auditors
// that read while others write, and a count that must come out even.
package main

import (
	"errors"
	"fmt"
	"os"
	"sort"
	"sync"
	"sync/atomic"
	"time"
)

// Money is an amount in cents.
type Money int64

func (m Money) String() string {
	sign := ""
	if m < 0 {
		sign, m = "-", -m
	}
	return fmt.Sprintf("%s%d.%02d", sign, int64(m)/100, int64(m)%100)
}

// ShortError says how much is missing in an account.
type ShortError struct {
	Account string
	Missing Money
}

func (e *ShortError) Error() string { return e.Account + " is short of " + e.Missing.String() }

var (
	errSame   = errors.New("both accounts are the same")
	errAmount = errors.New("amount must be positive")
	errClosed = errors.New("account is closed")
)

type account struct {
	id      int
	name    string
	mu      sync.Mutex
	balance Money
	history []Money
	closed  bool
}

type bank struct {
	accounts []*account
	byName   map[string]*account
	world    sync.RWMutex // held for reading by transfers, for writing by audits
	moved    int64
	refused  int64
}

func newBank(names []string, each Money) *bank {
	b := &bank{byName: map[string]*account{}}
	for i, n := range names {
		a := &account{id: i, name: n, balance: each}
		b.accounts = append(b.accounts, a)
		b.byName[n] = a
	}
	return b
}

// transfer locks the account with the smaller id first, so that two transfers can't wait for each other.
func (b *bank) transfer(from, to *account, amount Money) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("transfer of %v from %s to %s: %w", amount, from.name, to.name, err)
			atomic.AddInt64(&b.refused, 1)
		}
	}()
	switch {
	case amount <= 0:
		return errAmount
	case from == to:
		return errSame
	}
	b.world.RLock()
	defer b.world.RUnlock()
	first, second := from, to
	if first.id > second.id {
		first, second = second, first
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()
	if from.closed || to.closed {
		return errClosed
	}
	if from.balance < amount {
		return &ShortError{from.name, amount - from.balance}
	}
	from.balance -= amount
	to.balance += amount
	from.history = append(from.history, -amount)
	to.history = append(to.history, amount)
	atomic.AddInt64(&b.moved, 1)
	return nil
}

// audit stops all transfers and checks that histories explain balances.
func (b *bank) audit(start Money) (total Money, err error) {
	b.world.Lock()
	defer b.world.Unlock()
	for _, a := range b.accounts {
		sum := start
		for _, m := range a.history {
			sum += m
		}
		if sum != a.balance {
			return 0, fmt.Errorf("%s has %v, its history says %v", a.name, a.balance, sum)
		}
		if a.balance < 0 {
			return 0, fmt.Errorf("%s is below zero", a.name)
		}
		total += a.balance
	}
	return total, nil
}

func main() {
	names := []string{"ada", "bob", "cyd", "dan", "eva", "fay", "gus", "hal"}
	const each = Money(100000)
	b := newBank(names, each)

	var tellers, auditors sync.WaitGroup
	start := make(chan struct{})
	var short, other int64
	for t := 0; t < 16; t++ {
		tellers.Add(1)
		go func(seed uint32) {
			defer tellers.Done()
			<-start
			for i := 0; i < 250; i++ {
				seed = seed*1664525 + 1013904223
				from := b.accounts[seed>>28%8]
				to := b.accounts[seed>>20%8]
				err := b.transfer(from, to, Money(seed>>8%40000))
				var e *ShortError
				switch {
				case err == nil:
				case errors.As(err, &e):
					atomic.AddInt64(&short, 1)
					if e.Missing <= 0 {
						panic("short of nothing")
					}
				default:
					atomic.AddInt64(&other, 1)
				}
			}
		}(uint32(t))
	}
	stop := make(chan struct{})
	audits := 0
	auditors.Add(1)
	go func() {
		defer auditors.Done()
		tick := time.NewTicker(time.Millisecond)
		defer tick.Stop()
		for {
			total, err := b.audit(each)
			if err != nil || total != each*Money(len(names)) {
				fmt.Println("audit failed:", total, err)
				os.Exit(1)
			}
			audits++
			select {
			case <-tick.C:
			case <-stop:
				return
			}
		}
	}()
	close(start)
	tellers.Wait()
	close(stop)
	auditors.Wait()

	total, err := b.audit(each)
	fmt.Println("total", total, "error", err, "audited", audits > 0)
	fmt.Println("every request counted:", b.moved+b.refused == 16*250, "and explained:", short+other == b.refused)

	fmt.Println("\na quiet day:")
	b = newBank(names[:4], 50000)
	day := []struct {
		from, to string
		amount   Money
	}{
		{"ada", "bob", 12550}, {"bob", "cyd", 70000}, {"cyd", "dan", 49999}, {"dan", "dan", 5}, {"dan", "ada", -3},
		{"ada", "cyd", 37450}, {"cyd", "ada", 1}, {"bob", "dan", 62550}, {"bob", "dan", 1},
	}
	for i, d := range day {
		if i == 6 {
			b.byName["ada"].closed = true
		}
		if err := b.transfer(b.byName[d.from], b.byName[d.to], d.amount); err != nil {
			fmt.Println("refused:", err, errors.Is(err, errSame) || errors.Is(err, errAmount) || errors.Is(err, errClosed))
			continue
		}
		fmt.Printf("%s -> %s %9v\n", d.from, d.to, d.amount)
	}
	list := append([]*account(nil), b.accounts...)
	sort.Slice(list, func(i, j int) bool { return list[i].balance > list[j].balance })
	for _, a := range list {
		fmt.Printf("%-4s %10v  %v\n", a.name, a.balance, a.history)
	}
	total, err = b.audit(50000)
	fmt.Println("total", total, err)
}
