// Files of a message that is being written. Each goes up piece by piece; when the line breaks it is tried again, and when
// the page is left it goes on from where it stopped once the same file is chosen again. Every text comes from the page.
const add = document.querySelector('#file-add');
const PIECE = 2 * 1024 * 1024;
const TRIES_MAX = 10;

if (add) {
  const input = add.querySelector('#file'), said = add.querySelector('#file-said'), words = add.dataset;
  // What a form without scripts would send, and the button that sends it.
  input.removeAttribute('name');
  add.querySelector('#file-send').remove();
  let queue = Promise.resolve();
  input.addEventListener('input', event => event.stopPropagation());
  input.addEventListener('change', event => {
    event.stopPropagation();
    const chosen = [...input.files];
    input.value = '';
    said.replaceChildren();
    for (const file of chosen) queue = queue.then(() => bring(file)).catch(() => say(file, words.failed));
  });

  async function bring(file) {
    if (file.size === 0) return say(file, words.empty);
    if (file.size > Number(words.max)) return say(file, words.tooLong);
    const begun = await ask('POST', `${words.path}/begin`, new URLSearchParams({ name: file.name, length: file.size }));
    if (!begun) return say(file, words.lost);
    if (!begun.state) return say(file, begun.text ?? words.failed);
    list();
    let { received, state } = begun, waits = 0;
    while (state === 'COMING' && waits < TRIES_MAX) {
      const next = await ask('PUT', `${words.path}/${begun.id}?offset=${received}`, file.slice(received, received + PIECE));
      if (!next) return say(file, words.lost);
      if (!next.state) return say(file, next.text ?? words.failed);
      waits = next.received > received ? 0 : waits + 1;
      if (waits > 0) await later(1000 * waits);
      ({ received, state } = next);
      show(begun.id, file, received);
    }
    list();
    window.htmx?.trigger('#compose', 'change');
  }

  /** What the node answers; null once it could not be reached for minutes, or nobody is signed in any more. */
  async function ask(method, path, body) {
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      if (tries > 0) await later(Math.min(30_000, 500 * 2 ** tries));
      const headers = { 'X-Form-Token': document.querySelector('#compose input[name=_token]').value, Accept: 'application/json' };
      if (body instanceof Blob) headers['Content-Type'] = 'application/octet-stream';
      const answer = await fetch(path, { method, body, headers }).catch(() => null);
      if (answer?.ok || answer?.status === 409 || answer?.status === 422) {
        document.dispatchEvent(new Event('answered'));
        return answer.json();
      }
      if (answer && answer.status < 500) return null;
    }
    return null;
  }

  function show(id, file, received) {
    const bar = document.querySelector(`[id="file-${id}"] progress`), percent = Math.floor(received * 100 / file.size);
    if (bar) bar.value = received;
    if (received === file.size) say(file, '100 %');
    else if (percent % 10 === 0) say(file, `${percent} %`);
  }

  /** One line for each file, so that what is said last of it is read out. */
  function say(file, text) {
    const key = `${file.name}|${file.size}`;
    let line = [...said.children].find(one => one.dataset.key === key);
    if (!line) {
      line = document.createElement('li');
      line.dataset.key = key;
      said.append(line);
    }
    line.textContent = `${file.name}: ${text}`;
  }

  function list() {
    window.htmx?.trigger('#file-list', 'changed');
  }

  function later(millis) {
    return new Promise(done => setTimeout(done, millis));
  }
}
