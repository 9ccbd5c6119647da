// j k / . ? outside of text fields; a help overlay says so and turns them off.
const off = () => localStorage.getItem('keys') === 'off';
let help;

export function overlay() {
  if (!help) {
    help = document.createElement('dialog');
    help.className = 'help';
    help.setAttribute('aria-label', 'Keys');
    for (const [key, what] of [['j', 'next event'], ['k', 'event before'], ['/', 'search'], ['.', 'to now'], ['?', 'this help'], ['Esc', 'close']]) {
      const line = document.createElement('p'), kbd = document.createElement('kbd');
      kbd.textContent = key;
      line.append(kbd, ' ', what);
      help.append(line);
    }
    const turn = document.createElement('button');
    const word = () => { turn.textContent = off() ? 'Turn the keys on' : 'Turn the keys off'; };
    turn.onclick = () => { localStorage.setItem('keys', off() ? 'on' : 'off'); word(); };
    const close = document.createElement('button');
    close.textContent = 'Close';
    close.onclick = () => help.close();
    word();
    help.append(turn, ' ', close);
    document.body.append(help);
  }
  help.open ? help.close() : help.showModal();
}

function move(by) {
  const heads = [...document.querySelectorAll('main :is(h3 a, .lines a, .reports h3 a)')];
  if (!heads.length) return;
  let at = heads.indexOf(document.activeElement);
  if (at < 0) at = heads.findIndex(h => h.getBoundingClientRect().top > 60) - (by > 0 ? 1 : 0);
  heads[Math.min(heads.length - 1, Math.max(0, at + by))]?.focus();
}

export function press(e) {
  if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest?.('input, textarea, select, [contenteditable]')) return;
  if (e.key === '?') return overlay();
  if (off() || help?.open) return;
  if (e.key === 'j') move(1);
  else if (e.key === 'k') move(-1);
  else if (e.key === '.') document.getElementById('now')?.scrollIntoView({ block: 'center' });
  else if (e.key === '/') { e.preventDefault(); document.getElementById('q')?.focus(); }
}

addEventListener('keydown', press);
