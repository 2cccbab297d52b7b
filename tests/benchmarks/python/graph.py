walls = {}
seed = 12345
for _ in range(6000):
    seed = (seed * 1103515245 + 12345) % 2147483648
    walls[(seed // 65536 % 160, seed // 97 % 120)] = True
walls.pop((0, 0), None)
distance = {(0, 0): 0}
queue = [(0, 0)]
while queue:
    p = queue[0]
    queue = queue[1:]
    for d in [(1, 0), (-1, 0), (0, 1), (0, -1)]:
        n = (p[0] + d[0], p[1] + d[1])
        if n[0] < 0 or n[1] < 0 or n[0] >= 160 or n[1] >= 120 or walls.get(n):
            continue
        if n not in distance:
            distance[n] = distance[p] + 1
            queue.append(n)
far = 0
for d in distance.values():
    if d > far:
        far = d
names = {}
for i in range(10000):
    names[i] = f"node-{i:04d}"
length = 0
for name in names.values():
    length += len(name)
print(len(distance), far, length)
