package main

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
)

// Lines of "name,age,city" are taken apart, grouped and written as a report.
func main() {
	cities := []string{"Oslo", "Lima", "Kyiv", "Cairo", "Quito", "Hanoi", "Accra", "Riga"}
	var b strings.Builder
	for i := 0; i < 12000; i++ {
		b.WriteString("person" + strconv.Itoa(i*7919%12000))
		b.WriteByte(',')
		b.WriteString(strconv.Itoa(18 + i*31%70))
		b.WriteByte(',')
		b.WriteString(cities[i%len(cities)])
		b.WriteByte('\n')
	}
	ages := map[string][]int{}
	seen := map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(b.String()), "\n") {
		parts := strings.Split(line, ",")
		age, err := strconv.Atoi(parts[1])
		if err != nil {
			panic(err)
		}
		ages[parts[2]] = append(ages[parts[2]], age)
		if strings.HasSuffix(parts[0], "7") && strings.Contains(parts[0], "9") {
			seen[strings.Replace(parts[0], "person", "p-", 1)] = true
		}
	}
	names := []string{}
	for city := range ages {
		names = append(names, city)
	}
	sort.Strings(names)
	for _, city := range names {
		sum := 0
		for _, age := range ages[city] {
			sum += age
		}
		fmt.Printf("%s: %d people, mean age %.2f\n", city, len(ages[city]), float64(sum)/float64(len(ages[city])))
	}
	keys := []string{}
	for key := range seen {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	fmt.Println(len(keys), strings.Join(keys[:5], " "))
}
