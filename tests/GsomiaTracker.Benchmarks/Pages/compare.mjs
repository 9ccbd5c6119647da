// What tests/bench-browser runs. Usage: node compare.mjs [RUNS [EVENTS ...]], from the top of the checkout, with NODE_MODULES set.
import { createRequire } from 'node:module';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { join, normalize } from 'node:path';
import { loadavg, cpus, tmpdir } from 'node:os';

const modules = process.env.NODE_MODULES;
const { chromium } = createRequire(join(modules, 'x.js'))('playwright-core');
const runs = Number(process.argv[2] ?? 5);
const sizes = process.argv.length > 3 ? process.argv.slice(3).map(Number) : [100, 1000, 10000];
const work = mkdtempSync(join(tmpdir(), 'bench-browser-'));
const median = v => [...v].sort((a, b) => a - b)[Math.floor((v.length - 1) / 2)];
const escape = t => String(t ?? '').replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const out = (...cells) => console.log('| ' + cells.join(' | ') + ' |');

// Notes when the wanted number of elements is there and has been painted, and every task over 50 ms.
function watch([selector, wanted]) {
  window.long = [];
  new PerformanceObserver(l => window.long.push(...l.getEntries().map(e => e.duration))).observe({ type: 'longtask', buffered: true });
  const look = () => {
    if (document.querySelectorAll(selector).length >= wanted) requestAnimationFrame(() => setTimeout(() => { window.rendered = performance.now(); }));
    else requestAnimationFrame(look);
  };
  look();
}

async function load(browser, url, selector, wanted, patience) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watch, [selector, wanted]);
  await page.waitForTimeout(500); // opening a window is the browser's own work, the same for all, and is not to run into the page's
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' }); // what the main thread itself works, whatever else the machine does
  try {
    await page.goto(url, { waitUntil: 'load', timeout: patience });
    await page.waitForFunction(() => window.rendered && performance.getEntriesByName('first-contentful-paint').length, null, { timeout: patience, polling: 100 });
    await page.waitForTimeout(1000); // what comes in idle time counts as well
    const work = (await session.send('Performance.getMetrics')).metrics.find(m => m.name === 'TaskDuration').value * 1000;
    return await page.evaluate(work => ({
      work,
      paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
      rendered: window.rendered,
      bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource').filter(r => !/icon|live\?/.test(r.name))].reduce((n, r) => n + r.encodedBodySize, 0),
      long: Math.max(0, ...window.long),
    }), work);
  } catch (e) {
    return { work: NaN, paint: NaN, rendered: patience, bytes: NaN, long: NaN, gaveUp: String(e).slice(0, 200) };
  } finally {
    await context.close();
    await new Promise(done => setTimeout(done, 300)); // nor closing the one before
  }
}

// From the press to the first frame that shows what came of it.
async function steps(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const result = await page.evaluate(async () => {
    const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    const step = async () => {
      const from = performance.now();
      const shown = new Promise(done => document.addEventListener('tracker:shown', done, { once: true }));
      document.querySelector('a[data-step=back]').click();
      await shown;
      await frame();
      return performance.now() - from;
    };
    const key = async () => {
      const from = performance.now();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
      await frame();
      return performance.now() - from;
    };
    const told = { step: [], hasty: [], key: [] };
    for (let i = 0; i < 3; i++) {
      await new Promise(done => setTimeout(done, 1200));
      told.step.push(await step());
      told.hasty.push(await step());
      told.key.push(await key());
    }
    return told;
  });
  await context.close();
  return result;
}

function neighbours(events) {
  const day = e => (e.from ?? '2019-11-23').split('-').map(Number);
  const bodies = {
    '/timelinejs.html': `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>TimelineJS</title><link rel="stylesheet" href="/@knight-lab/timelinejs/dist/css/timeline.css"><script src="/@knight-lab/timelinejs/dist/js/timeline.js"></script></head><body style="margin:0"><div id="t" style="width:100%;height:860px"></div><script>fetch('/timelinejs.json').then(r=>r.json()).then(d=>{new TL.Timeline('t',d,{hash_bookmark:false,track_events:false})})</script></body></html>`,
    '/timelinejs.json': JSON.stringify({ events: events.map(e => ({ unique_id: e.id, start_date: { year: day(e)[0], month: day(e)[1], day: day(e)[2] }, text: { headline: escape(e.title), text: escape(e.reports[0].words) } })) }),
    '/vis.html': `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>vis-timeline</title><link rel="stylesheet" href="/vis-timeline/styles/vis-timeline-graph2d.min.css"><script src="/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script></head><body><div id="t"></div><script>fetch('/vis.json').then(r=>r.json()).then(d=>{new vis.Timeline(document.getElementById('t'),new vis.DataSet(d),{height:'860px'})})</script></body></html>`,
    '/vis.json': JSON.stringify(events.map(e => ({ id: e.id, start: e.from ?? '2019-11-23', content: escape(e.title), title: escape(e.reports[0].words) }))),
  };
  const types = { html: 'text/html; charset=utf-8', json: 'application/json', js: 'text/javascript', css: 'text/css' };
  const kept = new Map();
  return new Promise(done => {
    const server = createServer((request, response) => {
      const path = normalize(request.url.split('?')[0]);
      const body = bodies[path] ?? (existsSync(join(modules, path)) && !path.endsWith('/') ? readFileSync(join(modules, path)) : null);
      if (body === null) { response.writeHead(404).end(); return; }
      if (!kept.has(path)) kept.set(path, gzipSync(body));
      response.writeHead(200, { 'content-type': types[path.split('.').pop()] ?? 'application/octet-stream', 'content-encoding': 'gzip' }).end(kept.get(path));
    }).listen(0, '127.0.0.1', () => done(server));
  });
}

async function allEvents(origin) {
  const events = [];
  for (let next = '/timeline.json'; next;) {
    const page = await (await fetch(origin + next)).json();
    events.push(...page.events);
    next = page.next;
  }
  return events;
}

const withMark = u => u && (u.startsWith('http') ? new URL(u).pathname : u);

// The same events with the same words and the same links, newest first, and nothing else.
const plain = events => '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Events</title></head><body><h1>Events</h1><ol>\n' + [...events].reverse().map(e => {
  const told = e.reports[0];
  return `<li id="e-${e.slug}"><time datetime="${e.from}">${e.from}</time> <a href="${withMark(e.url)}">${escape(e.title)}</a> <a href="/articles/${told.article}#m-${told.finding}">${escape(told.words)}</a> ${escape(told.agency)}, ${e.status}, ${escape(e.place)}, ${e.countries.join(', ')}, ${e.reports.length} report${e.reports.length === 1 ? '' : 's'}</li>\n`;
}).join('') + '</ol></body></html>\n';

const browser = await chromium.launch({ executablePath: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
console.log(`medians of ${runs} runs that take turns; Chromium ${browser.version()}; load ${loadavg()[0].toFixed(1)} on ${cpus().length} processors\n`);
out('events', 'what', 'first paint ms', 'events there ms',  'bytes sent (gzip)', 'longest task ms', 'main thread ms');
out('---', '---', '---', '---', '---', '---', '---');
const notes = [];
for (const size of sizes) {
  const root = join(work, String(size));
  cpSync('src/GsomiaTracker.Web/wwwroot', root, { recursive: true });
  const port = 5200 + Math.floor(Math.random() * 500), origin = `http://127.0.0.1:${port}`;
  const tracker = spawn('dotnet', ['tests/GsomiaTracker.Benchmarks/bin/Release/net10.0/GsomiaTracker.Benchmarks.dll', 'serve-made', String(size), origin, 'seeds/gsomia', root], { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    for (let i = 0; i < 120; i++) {
      if (await fetch(origin + '/timeline').then(r => r.ok, () => false)) break;
      await new Promise(done => setTimeout(done, 500));
    }
    const events = await allEvents(origin);
    writeFileSync(join(root, 'plain.html'), plain(events));
    writeFileSync(join(root, 'nothing.html'), '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Nothing</title></head><body><ol><li>Nothing</li></ol></body></html>\n');
    const html = await (await fetch(origin + '/timeline')).text();
    const paged = (html.match(/<article class="ev /g) ?? []).length;
    const first = events.slice(-paged);
    writeFileSync(join(root, 'plain-page.html'), plain(first));
    const others = await neighbours(events), other = `http://127.0.0.1:${others.address().port}`;
    const kinds = [
      ['timeline', origin + '/timeline', 'main ol > li > article', paged],
      ['plain list', origin + '/plain.html?v=1', 'body > ol > li', events.length],
      ['one line and nothing else', origin + '/nothing.html?v=1', 'body > ol > li', 1], // the browser's own share of every figure
      ...(paged < events.length ? [[`plain list of the ${paged} events of the page`, origin + '/plain-page.html?v=1', 'body > ol > li', paged]] : []),
      ['vis-timeline', other + '/vis.html', '.vis-item.vis-box', events.length],
      ['TimelineJS', other + '/timelinejs.html', '.tl-timemarker', events.length],
    ];
    const found = new Map(kinds.map(k => [k[0], []]));
    for (let i = 0; i < 2; i++) for (const [, url, selector, wanted] of kinds.slice(0, -2)) await load(browser, url, selector, wanted, 120000);
    // Each run begins with another page, so that none always comes after the heaviest.
    for (let run = 0; run < runs; run++) for (const [name, url, selector, wanted] of kinds.map((_, i) => kinds[(i + run) % kinds.length])) found.get(name).push(await load(browser, url, selector, wanted, 180000));
    const told = new Map([...found].map(([name, r]) => [name, { work: median(r.map(x => x.work)), paint: median(r.map(x => x.paint)), rendered: median(r.map(x => x.rendered)), bytes: r[0].bytes, long: median(r.map(x => x.long)), gaveUp: r.find(x => x.gaveUp)?.gaveUp }]));
    for (const [name, t] of told) {
      out(events.length, name + (name === 'timeline' ? ` (${paged} on the page)` : ''), t.paint.toFixed(0), t.rendered.toFixed(0), t.bytes, t.long.toFixed(0), t.work.toFixed(0));
      if (t.gaveUp) notes.push(`${name} at ${events.length}: ${t.gaveUp}`);
    }
    const floor = told.get('one line and nothing else').rendered, over = t => (told.get('TimelineJS').rendered - floor) / Math.max(1, t.rendered - floor);
    const [mine, list, same] = [told.get('timeline'), told.get('plain list'), told.get(`plain list of the ${paged} events of the page`) ?? told.get('plain list')];
    const stepped = { step: [], hasty: [], key: [] };
    for (let run = 0; run < runs; run++) for (const [k, v] of Object.entries(await steps(browser, origin + '/timeline'))) stepped[k].push(...v);
    notes.push(`${events.length} events: first paint ${(mine.paint / list.paint).toFixed(2)} x plain list (${(mine.paint / same.paint).toFixed(2)} x the list of the same page); events ${(told.get('TimelineJS').rendered / mine.rendered).toFixed(1)} x sooner than TimelineJS, ${(told.get('vis-timeline').rendered / mine.rendered).toFixed(1)} x sooner than vis-timeline (the plain list itself ${(told.get('TimelineJS').rendered / list.rendered).toFixed(1)} and ${(told.get('vis-timeline').rendered / list.rendered).toFixed(1)}), without the ${floor.toFixed(0)} ms that one line takes ${over(mine).toFixed(1)} (the plain list ${over(list).toFixed(1)}); `
      + `${((mine.bytes - list.bytes) / 1024).toFixed(1)} KB gzip more than the plain list (${((mine.bytes - same.bytes) / 1024).toFixed(1)} than that of the same page); longest task ${mine.long.toFixed(0)} ms; main thread ${(mine.work / list.work).toFixed(2)} x plain list, ${(told.get('TimelineJS').work / mine.work).toFixed(1)} x less than TimelineJS; `
      + `a step of the replay ${median(stepped.step).toFixed(0)} ms to paint, right after another ${median(stepped.hasty).toFixed(0)}, to the next event ${median(stepped.key).toFixed(0)}`);
    others.close();
  } finally {
    tracker.kill();
  }
}
await browser.close();
rmSync(work, { recursive: true, force: true });
console.log('\n' + notes.map(n => '- ' + n).join('\n'));
