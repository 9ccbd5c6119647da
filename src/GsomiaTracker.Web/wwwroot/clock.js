// The visitor's own clock, and the countdown once a minute while the tab is seen. The server has rendered both already for everybody else.
const say = document.getElementById('say');
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function words(ms) {
  const minutes = Math.floor(ms / 60000), hours = Math.floor(minutes / 60), days = Math.floor(hours / 24);
  const n = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  if (minutes < 60) return minutes < 1 ? 'less than a minute' : n(minutes, 'minute');
  if (hours < 24) return n(hours, 'hour');
  return hours % 24 ? `${n(days, 'day')} ${n(hours % 24, 'hour')}` : n(days, 'day');
}

function ownClock(root = document) {
  const own = root.querySelector('[data-own-clock]');
  const zones = root.querySelector('.zones');
  const url = new URL(location.href);
  const now = new Date(), told = z => now.toLocaleString('en', { timeZone: z });
  const shown = [...root.querySelectorAll('.zones a')].some(a => told(a.dataset.zone) === told(zone));
  if (zone && zones && !shown) {
    url.searchParams.set('zone', zone);
    const item = document.createElement('li'), link = document.createElement('a');
    link.href = url.pathname + url.search;
    link.textContent = zone.split('/').pop().replaceAll('_', ' ');
    item.append(link);
    zones.append(item);
  }
  if (own && zone && !shown) {
    const time = own.querySelector('time'), at = new Date(time.dateTime);
    time.textContent = new Intl.DateTimeFormat('en-US', { weekday: 'long', year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
    own.querySelector('dt').textContent = `Deadline in ${zone.split('/').pop().replaceAll('_', ' ')}`;
    own.hidden = false;
  }
}

let before = null;
function tick() {
  if (document.hidden) return;
  for (const timer of document.querySelectorAll('[data-deadline][data-live]')) {
    const left = new Date(timer.dataset.deadline) - Date.now();
    if (left <= 0) return before > 0 && location.reload();
    timer.textContent = words(left);
    for (const hours of [24, 6, 1]) {
      if (before !== null && before > hours * 3.6e6 && left <= hours * 3.6e6) say.textContent = `${hours} hour${hours > 1 ? 's' : ''} to the deadline`;
    }
    before = left;
  }
}

ownClock();
document.addEventListener('tracker:shown', () => ownClock());
if (document.querySelector('[data-deadline][data-live]')) {
  tick();
  setInterval(tick, 60000);
  document.addEventListener('visibilitychange', tick);
}
