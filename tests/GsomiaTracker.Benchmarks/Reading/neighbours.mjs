// How fast the neighbours read the same texts on one thread: node neighbours.mjs wink|compromise FOLDER SECONDS
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [which, folder, seconds] = process.argv.slice(2);
const require = createRequire(join(process.cwd(), 'neighbours.cjs'));
const texts = readdirSync(folder).filter(f => f.endsWith('.txt')).sort().map(f => readFileSync(join(folder, f), 'utf8'));

let read;
if (which === 'wink') {
  const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'));
  const its = nlp.its;
  read = text => {
    const doc = nlp.readDoc(text);
    return doc.entities().length() + doc.sentences().length() + doc.tokens().out(its.pos).length;
  };
} else {
  const nlp = require('compromise');
  read = text => {
    const doc = nlp(text);
    return doc.people().length + doc.sentences().length;
  };
}

function round(limit) {
  const start = performance.now();
  let articles = 0;
  while (performance.now() - start < limit * 1000) {
    for (const text of texts) {
      read(text);
      articles++;
      if (performance.now() - start >= limit * 1000) break;
    }
  }
  return articles / ((performance.now() - start) / 1000);
}

round(seconds / 2);
console.log(JSON.stringify({ articlesPerSecond: Math.round(round(seconds)) }));
