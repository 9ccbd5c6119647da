// The deadline on the visitor's own clock, and the countdown once a minute while the tab is seen. The server has rendered both already for everybody else.
function words(ms) {
  const minutes = Math.floor(ms / 60000), hours = Math.floor(minutes / 60), days = Math.floor(hours / 24);
  const n = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  if (minutes < 60) return minutes < 1 ? 'less than a minute' : n(minutes, 'minute');
  if (hours < 24) return n(hours, 'hour');
  return hours % 24 ? `${n(days, 'day')} ${n(hours % 24, 'hour')}` : n(days, 'day');
}

function ownClock() {
  const own = document.querySelector('[data-own-clock]');
  if (!own) return;
  const time = own.querySelector('time'), at = new Date(time.dateTime);
  if (own.dataset.ownClock.split(' ').some(offset => offset == -at.getTimezoneOffset())) return;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone) return;
  const part = Object.fromEntries(new Intl.DateTimeFormat('en-US', { weekday: 'long', year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(at).map(p => [p.type, p.value]));
  const month = ['Jan.', 'Feb.', 'March', 'April', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'][part.month - 1];
  time.textContent = `${part.weekday}, ${month} ${part.day}, ${part.year}, ${part.hour}:${part.minute}`;
  own.querySelector('dt').textContent = `Deadline in ${zone.split('/').pop().replaceAll('_', ' ')}`;
  own.hidden = false;
}

let before = null;
function tick() {
  if (document.hidden) return;
  for (const timer of document.querySelectorAll('[data-deadline][data-live]')) {
    const left = new Date(timer.dataset.deadline) - Date.now();
    if (left <= 0) return before > 0 && location.reload();
    timer.textContent = words(left);
    for (const hours of [24, 6, 1]) {
      if (before !== null && before > hours * 3.6e6 && left <= hours * 3.6e6) document.getElementById('say').textContent = `${hours} hour${hours > 1 ? 's' : ''} to the deadline`;
    }
    before = left;
  }
}

ownClock();
tick();
document.addEventListener('tracker:shown', ownClock);
setInterval(tick, 60000);
document.addEventListener('visibilitychange', tick);
