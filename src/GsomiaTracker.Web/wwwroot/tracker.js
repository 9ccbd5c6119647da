// What a page needs at once. The rest is fetched when it is wanted: the replay at its controls, the keys at the first key, the clock and the
// stream where something runs. Without any of it the same links just load.
const load = name => import(`./${name}.js${new URL(import.meta.url).search}`);
const replay = () => load('replay');
const control = e => e.target.closest?.('a[data-step], a[data-first], .steps button');
const here = () => location.pathname + location.search;
// After the first picture: an idle moment may come before it, and what runs in that one delays it. The second frame begins when the first is drawn.
const later = todo => requestAnimationFrame(() => requestAnimationFrame(() => (window.requestIdleCallback ?? setTimeout)(todo)));
let shown = here();

function add(list, thing, words) {
  const item = document.createElement('li');
  thing.textContent = words;
  item.append(thing);
  list.append(item);
}

// A button that plays; and the visitor's own zone, where none that is offered tells the same time at the deadline.
function dress() {
  shown = here();
  const steps = document.querySelector('.steps'), zones = document.querySelector('.zones');
  if (steps?.querySelector('a[data-step]')) add(steps, document.createElement('button'), 'Play');
  const own = -new Date(zones?.dataset.at ?? 0).getTimezoneOffset();
  if (zones && ![...zones.querySelectorAll('a')].some(a => a.dataset.offset == own)) ownZone(zones);
}

// Asking a browser for the name of its zone costs 13 ms, more than all the rest: it is asked when it is wanted.
function ownZone(zones) {
  const button = document.createElement('button');
  button.onclick = () => {
    const url = new URL(location.href);
    url.searchParams.set('zone', Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC');
    location.assign(url);
  };
  add(zones, button, 'Your own');
}

later(dress);
document.addEventListener('tracker:shown', dress);
for (const near of ['pointerover', 'focusin']) addEventListener(near, e => control(e) && replay().then(r => r.ahead()));
addEventListener('click', e => {
  const pressed = control(e);
  if (!pressed || e.metaKey || e.ctrlKey || e.shiftKey || e.button) return;
  e.preventDefault();
  replay().then(r => r.press(pressed));
});
addEventListener('toggle', e => {
  if (e.target.open && e.target.matches?.('.to')) e.target.querySelector('[name=asof]').type = 'date';
}, true);
addEventListener('scroll', () => document.documentElement.classList.add('moved'), { once: true, passive: true });
addEventListener('popstate', () => here() !== shown && replay().then(r => r.show(location.href)));
addEventListener('keydown', e => load('keys').then(k => k.press(e)), { once: true });
if (document.querySelector('[data-deadline][data-live], [data-own-clock]')) later(() => load('clock'));
if (document.body.dataset.live === 'on') later(() => load('live'));
for (const place of document.querySelectorAll('[data-keys-switch]')) {
  const turn = document.createElement('button');
  turn.textContent = 'Keys';
  turn.onclick = () => load('keys').then(k => k.overlay());
  place.append('; ', turn, ' turns them off');
}
