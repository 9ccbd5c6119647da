// New items never move the reader: they wait behind a button. Only the whole record is live; a past moment does not change.
if (document.body.dataset.live === 'on' && window.EventSource) {
  let waiting = 0, source;
  const button = document.createElement('button');
  button.className = 'fresh';
  button.hidden = true;
  button.onclick = () => location.reload();
  document.querySelector('main').before(button);

  const listen = () => {
    source = new EventSource(`/live?since=${document.body.dataset.version}`);
    source.addEventListener('known', e => {
      const { updates, version } = JSON.parse(e.data);
      if (version <= Number(document.body.dataset.version)) return;
      document.body.dataset.version = version;
      waiting += updates;
      const words = waiting === 1 ? '1 new update' : `${waiting || ''} new updates`.trim();
      button.textContent = words;
      button.hidden = false;
      document.getElementById('say').textContent = words;
    });
  };
  listen();
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', e => { if (e.persisted) listen(); });
}
