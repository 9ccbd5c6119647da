// Steps through the record without loading a whole page, and walks it by itself. Every step is an address; without this file the same links just load.
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const cache = new Map();
let playing = 0;

async function load(url) {
  if (!cache.has(url)) cache.set(url, fetch(url, { headers: { 'X-Step': '1' } }).then(r => r.ok ? r.text() : Promise.reject(r.status)));
  if (cache.size > 40) cache.delete(cache.keys().next().value);
  return cache.get(url);
}

function ahead() {
  for (const link of document.querySelectorAll('a[data-step]')) load(link.href).catch(() => cache.delete(link.href));
}

async function show(url, push) {
  let page;
  try {
    page = new DOMParser().parseFromString(await load(url), 'text/html');
  } catch {
    location.href = url;
    return;
  }
  const focused = document.activeElement?.dataset?.step;
  const put = () => {
    for (const part of ['.mast nav', '.asof', 'main', '.foot']) document.querySelector(part)?.replaceWith(page.querySelector(part));
    document.title = page.title;
  };
  if (document.startViewTransition && !calm.matches) await document.startViewTransition(put).updateCallbackDone; else put();
  if (push) history.pushState({ step: true }, '', url);
  document.dispatchEvent(new Event('tracker:shown'));
  button();
  if (focused) (document.querySelector(`a[data-step=${focused}]`) ?? document.querySelector('a[data-step]'))?.focus();
  document.getElementById('say').textContent = document.querySelector('.asof p').textContent.trim();
  ahead();
}

function button() {
  const steps = document.querySelector('.steps');
  if (!steps || !document.querySelector('a[data-step]')) return;
  const item = document.createElement('li'), play = document.createElement('button');
  play.type = 'button';
  play.textContent = playing ? 'Pause' : 'Play';
  play.onclick = () => playing ? stop() : start();
  item.append(play);
  steps.append(item);
}

function stop() {
  clearTimeout(playing);
  playing = 0;
  const play = document.querySelector('.steps button');
  if (play) play.textContent = 'Play';
}

async function start() {
  playing = -1;
  const first = document.querySelector('a[data-first]');
  if (!document.querySelector('a[data-step=on]') && first) await show(first.href, true);
  (function next() {
    const on = document.querySelector('a[data-step=on]');
    if (!on || !playing) return stop();
    playing = setTimeout(async () => { await show(on.href, true); if (playing) next(); }, calm.matches ? 4000 : 1600);
  })();
  const play = document.querySelector('.steps button');
  if (play) play.textContent = 'Pause';
}

addEventListener('click', e => {
  const link = e.target.closest?.('a[data-step], a[data-first]');
  if (!link || e.metaKey || e.ctrlKey || e.shiftKey || e.button) return;
  e.preventDefault();
  stop();
  show(link.href, true);
});
addEventListener('popstate', () => show(location.href, false));
history.replaceState({ step: true }, '');
button();
ahead();
