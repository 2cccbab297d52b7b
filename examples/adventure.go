// Adventure is a small text adventure: rooms, things, a lamp that burns down and a state machine for a locked door. It
// reads one command a line from standard input.
package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strings"
)

type direction int

const (
	north direction = iota
	east
	south
	west
	up
	down
)

func (d direction) String() string {
	return [...]string{"north", "east", "south", "west", "up", "down"}[d]
}

func (d direction) opposite() direction {
	return [...]direction{south, west, north, east, down, up}[d]
}

type room struct {
	name, text string
	dark       bool
	exits      map[direction]*room
	things     inventory
}

type thing struct {
	name, text string
	fixed      bool
	use        func(g *game) string
}

type inventory map[string]*thing

func (inv inventory) String() string {
	names := make([]string, 0, len(inv))
	for n := range inv {
		names = append(names, n)
	}
	sort.Strings(names)
	switch len(names) {
	case 0:
		return "nothing"
	case 1:
		return "a " + names[0]
	}
	return "a " + strings.Join(names[:len(names)-1], ", a ") + " and a " + names[len(names)-1]
}

func (inv inventory) move(name string, to inventory) {
	to[name] = inv[name]
	delete(inv, name)
}

// A state says how the door answers and what it becomes.
type state func(g *game, event string) (answer string, next state)

func locked(g *game, event string) (string, state) {
	switch event {
	case "unlock":
		if g.carried["key"] == nil {
			return "You have no key.", locked
		}
		return "The key turns with a groan.", closed
	case "open":
		return "It is locked.", locked
	}
	return "The door does not care.", locked
}

func closed(g *game, event string) (string, state) {
	switch event {
	case "open":
		g.here.exits[north] = g.treasury
		g.treasury.exits[south] = g.here
		return "The door swings open. There is a room to the north.", opened
	case "lock":
		return "Click.", locked
	}
	return "Nothing changes.", closed
}

func opened(g *game, event string) (string, state) {
	if event == "close" {
		delete(g.here.exits, north)
		return "It falls shut.", closed
	}
	return "It stands open already.", opened
}

type game struct {
	here, vault, treasury *room
	carried               inventory
	lamp                  int
	lit                   bool
	door                  state
	moves, score          int
	over                  bool
	visited               map[*room]bool
	commands              map[string]func(g *game, noun string) string
}

func link(a *room, d direction, b *room) {
	a.exits[d] = b
	b.exits[d.opposite()] = a
}

func newRoom(name, text string, dark bool, things ...*thing) *room {
	r := &room{name, text, dark, map[direction]*room{}, inventory{}}
	for _, t := range things {
		r.things[t.name] = t
	}
	return r
}

func newGame() *game {
	g := &game{carried: inventory{}, lamp: 12, door: locked, visited: map[*room]bool{}}
	lamp := &thing{name: "lamp", text: "A brass lamp.", use: func(g *game) string {
		if g.lamp == 0 {
			return "The lamp is empty."
		}
		g.lit = !g.lit
		if g.lit {
			return "The lamp burns."
		}
		return "The lamp goes out."
	}}
	key := &thing{name: "key", text: "An iron key, very cold."}
	book := &thing{name: "book", text: "It says: a stack may move, so do not keep its address.", use: func(g *game) string {
		g.score++
		return "You feel wiser."
	}}
	statue := &thing{name: "statue", text: "It looks back at you.", fixed: true}
	crown := &thing{name: "crown", text: "Gold, and a little too large.", use: func(g *game) string {
		g.score += 50
		g.over = true
		return "You put the crown on. Somewhere, trumpets."
	}}
	hall := newRoom("Hall", "A cold hall with a stair that leads down.", false, lamp, statue)
	library := newRoom("Library", "Shelves up to the ceiling, nearly all empty.", false, book)
	cellar := newRoom("Cellar", "Water drips from the vault.", true, key)
	g.vault = newRoom("Passage", "A low passage ends at a heavy door.", true)
	g.treasury = newRoom("Treasury", "It glitters in every corner.", false, crown)
	link(hall, east, library)
	link(hall, down, cellar)
	link(cellar, west, g.vault)
	g.here = hall
	g.commands = map[string]func(*game, string) string{
		"look": (*game).look, "take": (*game).take, "drop": (*game).drop, "inventory": (*game).list,
		"examine": (*game).examine, "use": (*game).use, "score": func(g *game, _ string) string {
			return fmt.Sprintf("%d points in %d moves.", g.score, g.moves)
		},
		"quit": func(g *game, _ string) string { g.over = true; return "You give up." },
	}
	for _, event := range []string{"unlock", "lock", "open", "close"} {
		g.commands[event] = func(g *game, noun string) (answer string) {
			if noun != "door" || g.here != g.vault {
				return "There is no such thing to " + event + "."
			}
			answer, g.door = g.door(g, event)
			return
		}
	}
	return g
}

func (g *game) canSee() bool { return !g.here.dark || g.lit }

func (g *game) look(string) string {
	if !g.canSee() {
		return "It is pitch dark."
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s. %s", g.here.name, g.here.text)
	if len(g.here.things) > 0 {
		fmt.Fprintf(&b, " You see %v.", g.here.things)
	}
	b.WriteString(" Exits:")
	for d := north; d <= down; d++ {
		if g.here.exits[d] != nil {
			fmt.Fprintf(&b, " %v", d)
		}
	}
	return b.String() + "."
}

func (g *game) take(noun string) string {
	if !g.canSee() {
		return "You grope around in the dark."
	}
	t, ok := g.here.things[noun]
	switch {
	case !ok:
		return "There is no " + noun + " here."
	case t.fixed:
		return "The " + noun + " won't move."
	case len(g.carried) == 3:
		return "Your hands are full."
	}
	g.here.things.move(noun, g.carried)
	g.score += 5
	return "Taken."
}

func (g *game) drop(noun string) string {
	if g.carried[noun] == nil {
		return "You don't have that."
	}
	g.carried.move(noun, g.here.things)
	g.score -= 5
	return "Dropped."
}

func (g *game) list(string) string { return fmt.Sprintf("You carry %v.", g.carried) }

func (g *game) examine(noun string) string {
	for _, inv := range []inventory{g.carried, g.here.things} {
		if t := inv[noun]; t != nil && g.canSee() {
			return t.text
		}
	}
	return "You see nothing special."
}

func (g *game) use(noun string) string {
	t := g.carried[noun]
	if t == nil {
		return "You don't have that."
	}
	if t.use == nil {
		return "How?"
	}
	return t.use(g)
}

func (g *game) walk(d direction) string {
	next := g.here.exits[d]
	if next == nil {
		return "You can't go " + d.String() + "."
	}
	g.here = next
	if !g.visited[next] {
		g.visited[next] = true
		g.score += 10
	}
	return g.look("")
}

func (g *game) do(line string) (answer string) {
	words := strings.Fields(strings.ToLower(line))
	if len(words) == 0 {
		return "Say something."
	}
	g.moves++
	defer func() {
		if g.lit {
			if g.lamp--; g.lamp == 0 {
				g.lit = false
				answer += " The lamp flickers and dies."
			} else if g.lamp == 4 {
				answer += " The lamp grows dim."
			}
		}
	}()
	verb, noun := words[0], words[len(words)-1]
	for d := north; d <= down; d++ {
		if verb == d.String() || verb == d.String()[:1] || verb == "go" && noun == d.String() {
			return g.walk(d)
		}
	}
	if f, ok := g.commands[verb]; ok {
		return f(g, noun)
	}
	for name, f := range g.commands {
		if len(verb) >= 2 && strings.HasPrefix(name, verb) {
			return f(g, noun)
		}
	}
	return fmt.Sprintf("I don't know how to %q.", verb)
}

func main() {
	g := newGame()
	g.visited[g.here] = true
	fmt.Println(g.look(""))
	in := bufio.NewScanner(os.Stdin)
	for !g.over && in.Scan() {
		fmt.Printf("\n> %s\n%s\n", in.Text(), g.do(in.Text()))
	}
	fmt.Printf("\n%d points in %d moves.\n", g.score, g.moves)
}
