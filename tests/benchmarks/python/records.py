CITIES = ["Oslo", "Lima", "Kyiv", "Cairo", "Quito", "Hanoi", "Accra", "Riga"]

parts = []
for i in range(12000):
    parts.append("person" + str(i * 7919 % 12000))
    parts.append(",")
    parts.append(str(18 + i * 31 % 70))
    parts.append(",")
    parts.append(CITIES[i % len(CITIES)])
    parts.append("\n")
ages = {}
seen = {}
for line in "".join(parts).strip().split("\n"):
    fields = line.split(",")
    ages.setdefault(fields[2], []).append(int(fields[1]))
    if fields[0].endswith("7") and "9" in fields[0]:
        seen[fields[0].replace("person", "p-", 1)] = True
for city in sorted(ages):
    total = 0
    for age in ages[city]:
        total += age
    print(f"{city}: {len(ages[city])} people, mean age {total / len(ages[city]):.2f}")
keys = sorted(seen)
print(len(keys), " ".join(keys[:5]))
