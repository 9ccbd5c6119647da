// Steps through the record without loading a whole page, and walks it by itself. Every step is an address.
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const cache = new Map();
const link = name => document.querySelector(`a[data-${name}]`);
const own = window.trustedTypes?.createPolicy('tracker-page', { createHTML: text => text }) ?? { createHTML: text => text };
let playing = 0;

async function get(url) {
  if (!cache.has(url)) cache.set(url, fetch(url).then(r => r.ok ? r.text() : Promise.reject(r.status)));
  if (cache.size > 40) cache.delete(cache.keys().next().value);
  return cache.get(url);
}

/** Fetches where the controls lead, before they are pressed. */
export function ahead() {
  for (const { href } of document.querySelectorAll('a[data-step]')) get(href).catch(() => cache.delete(href));
}

export async function show(url, push) {
  let page;
  try {
    page = new DOMParser().parseFromString(own.createHTML(await get(url)), 'text/html');
  } catch {
    location.href = url;
    return;
  }
  const focused = document.activeElement?.dataset?.step ?? (document.activeElement?.closest('.steps') ? 'button' : null);
  for (const part of ['.mast nav', '.asof', 'main', '.foot']) document.querySelector(part)?.replaceWith(page.querySelector(part));
  document.title = page.title;
  if (push) history.pushState(null, '', url);
  document.dispatchEvent(new Event('tracker:shown'));
  word();
  if (focused) (focused === 'button' ? document.querySelector('.steps button') : link(`step=${focused}`) ?? link('step'))?.focus();
  document.getElementById('say').textContent = document.querySelector('.asof p').textContent.trim();
}

export function press(pressed) {
  if (pressed.matches('button')) return playing ? stop() : start();
  stop();
  show(pressed.href, true).then(ahead);
}

function word() {
  const play = document.querySelector('.steps button');
  if (play) play.textContent = playing ? 'Pause' : 'Play';
}

function stop() {
  clearTimeout(playing);
  playing = 0;
  word();
}

async function start() {
  playing = -1;
  word();
  if (!link('step=on') && link('first')) await show(link('first').href, true);
  next();
}

function next() {
  const on = link('step=on');
  if (!on || !playing) return stop();
  get(on.href).catch(() => cache.delete(on.href));
  playing = setTimeout(async () => {
    await show(on.href, true);
    if (playing) next();
  }, calm.matches ? 4000 : 1600);
}
