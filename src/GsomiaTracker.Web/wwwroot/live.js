// New items never move the reader: they wait behind a button. Only the whole record is live; a past moment does not change.
const state = document.body.dataset;
let waiting = 0, source, button;

function listen() {
  source = new EventSource(`/live?since=${state.version}`);
  source.addEventListener('known', e => {
    const { updates, version } = JSON.parse(e.data);
    if (version <= Number(state.version)) return;
    state.version = version;
    waiting += updates;
    if (!button) {
      button = document.createElement('button');
      button.className = 'fresh';
      button.onclick = () => location.reload();
      document.querySelector('main').before(button);
    }
    button.textContent = document.getElementById('say').textContent = waiting === 1 ? '1 new update' : `${waiting || ''} new updates`.trim();
  });
}

listen();
addEventListener('pagehide', () => source.close());
addEventListener('pageshow', e => e.persisted && listen());
