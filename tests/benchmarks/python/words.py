LINE = "the quick brown fox jumps over the lazy dog while seven wizards quietly mix a potion of old %d roots and %d leaves"

counts = {}
total = 0
for i in range(8000):
    text = LINE % (i, i % 97)
    for word in text.upper().split():
        word = word.strip(".,;")
        counts[word] = counts.get(word, 0) + 1
        total += 1
words = sorted(counts, key=lambda word: (-counts[word], word))
for word in words[:20]:
    print(f"{word:<10} {counts[word]:6d}")
print(total, len(words))
