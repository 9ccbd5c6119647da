"""score.py FOLDER ANSWERS.jsonl NAME [misses]: mean precision, recall and F1 of 4-word shingles, whole texts right, days right."""
import json
import os
import re
import sys
from collections import Counter


def shingles(text):
    words = re.findall(r"\w+", text.lower())
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


folder, answers, name = sys.argv[1:4]
misses = len(sys.argv) > 4
given = {os.path.basename(a["file"]): a for a in map(json.loads, open(answers, encoding="utf-8"))}
rows, days, dated = [], 0, 0
for file in sorted(f for f in os.listdir(folder) if f.endswith(".txt")):
    page = file[:-4] + ".html"
    facts, text = open(os.path.join(folder, file), encoding="utf-8").read().split("===\n", 1)
    facts = dict(line.split("\t", 1) for line in facts.strip().split("\n"))
    answer = given.get(page, {})
    told, right = shingles(answer.get("body") or ""), shingles(text)
    both = sum((told & right).values())
    p, r = both / max(1, sum(told.values())), both / max(1, sum(right.values()))
    rows.append((2 * p * r / (p + r) if both else 0.0, p, r, page))
    if facts.get("published"):
        dated += 1
        days += (answer.get("published") or "")[:10] == facts["published"][:10]
n = len(rows)
print(f"{name}: {n} pages, F1 {sum(x[0] for x in rows) / n:.3f}, precision {sum(x[1] for x in rows) / n:.3f}, recall {sum(x[2] for x in rows) / n:.3f}, whole {sum(x[0] == 1 for x in rows)}" + (f", days {days} of {dated}" if any("published" in a for a in given.values()) else ""))
if misses:
    for f1, p, r, page in sorted(rows):
        if f1 < 1:
            print(f"  {f1:.3f}  p {p:.3f}  r {r:.3f}  {page}")
