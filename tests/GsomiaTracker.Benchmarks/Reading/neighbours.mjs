// How fast the neighbours read the same texts on one thread: node neighbours.mjs wink|compromise FOLDER SECONDS WARMING
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [which, folder, seconds, warming] = process.argv.slice(2);
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
  const busy = process.cpuUsage();
  let articles = 0;
  let best = 0;
  while (performance.now() - start < limit * 1000) {
    const from = performance.now();
    for (const text of texts) {
      read(text);
      articles++;
    }
    best = Math.max(best, texts.length / ((performance.now() - from) / 1000));
  }
  const spent = process.cpuUsage(busy);
  return [articles / ((performance.now() - start) / 1000), articles / ((spent.user + spent.system) / 1e6), best];
}

const [first] = round(warming);
const [perSecond, perProcessorSecond, best] = round(seconds);
console.log(JSON.stringify({ articlesPerSecondWhileWarming: Math.round(first), articlesPerSecond: Math.round(perSecond), articlesPerProcessorSecond: Math.round(perProcessorSecond), articlesPerSecondAtBest: Math.round(best) }));
