// What pages do beyond links and forms: clocks, the stream of the desk, selection, shortcuts, map zoom.
// Every text comes from the page, nothing is evaluated, nothing is kept in the browser except the theme cookie.
const $ = (selector, from = document) => from.querySelector(selector);
const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
const html = document.documentElement;
const wide = matchMedia('(min-width: 1181px)');
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

/* Clocks follow the server, not the computer on the desk. */
const ahead = Number(html.dataset.now) - Date.now();
const now = () => Date.now() + ahead;
const two = n => String(n).padStart(2, '0');

function span(seconds) {
  const days = Math.floor(seconds / 86400), hours = Math.floor(seconds % 86400 / 3600);
  const minutes = Math.floor(seconds % 3600 / 60), rest = two(seconds % 60);
  if (days > 0) return `${days} d ${hours} h`;
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${two(minutes)}:${rest}`;
}

function tick() {
  for (const clock of $$('[data-clock]')) {
    const form = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: clock.dataset.clock });
    clock.textContent = form.format(now());
  }
  for (const clock of $$('.cp-clk[data-due]')) if (clock.dataset.level !== 'done' && clock.dataset.level !== 'still') countdown(clock);
}

function countdown(clock) {
  const left = Math.floor((Number(clock.dataset.due) - now()) / 1000), all = Number(clock.dataset.window);
  const figure = $('b', clock), words = $('small[data-over]', clock), bar = $('rect', clock);
  if (figure) figure.textContent = span(Math.abs(left));
  clock.dataset.level = left < 0 ? 'over' : left < all * .34 ? 'soon' : 'ok';
  if (words) words.textContent = left < 0 ? words.dataset.over : words.dataset.ok;
  if (bar) bar.setAttribute('width', left < 0 ? 100 : Math.max(2, Math.min(100, 100 - left / all * 100)));
}

tick();
setInterval(tick, 1000);

/* Sound. Browsers ask for one press before anything may be heard. */
const soundButton = $('#sound');
let audio;

soundButton?.addEventListener('click', () => {
  const on = soundButton.getAttribute('aria-pressed') !== 'true';
  soundButton.setAttribute('aria-pressed', on);
  $('span', soundButton).textContent = on ? soundButton.dataset.on : soundButton.dataset.off;
  $('use', soundButton).setAttribute('href', `${html.dataset.icons}#${on ? 'volume-2' : 'volume-x'}`);
  $('#mute')?.toggleAttribute('hidden', on);
  if (!on) return;
  audio ??= new AudioContext();
  tones(3);
  if ('Notification' in window && Notification.permission === 'default') Notification.requestPermission();
});

/* Whoever is on duty with the sound off is told so until it is on. */
if (soundButton) $('#mute')?.removeAttribute('hidden');
$('#unmute')?.addEventListener('click', () => soundButton?.click());

function tones(count) {
  if (!audio || soundButton?.getAttribute('aria-pressed') !== 'true') return;
  for (const [pitch, after] of [[880, 0], [660, .22], [880, .44]].slice(0, count)) {
    const tone = audio.createOscillator(), level = audio.createGain(), start = audio.currentTime + after;
    tone.frequency.value = pitch;
    level.gain.setValueAtTime(.0001, start);
    level.gain.exponentialRampToValueAtTime(.3, start + .02);
    level.gain.exponentialRampToValueAtTime(.0001, start + .2);
    tone.connect(level).connect(audio.destination);
    tone.start(start);
    tone.stop(start + .21);
  }
}

/* The stream only rings; what it rings for is asked for with the officer's own rights. Each event says how many
   immediate messages nobody has taken: they sound each minute until somebody does. */
const stream = $('#stream'), title = document.title;
let ringing = 0, behind = 0, lastHeard = Date.now();

function badge() {
  const live = $('#live');
  if (!live) return;
  const open = Number(live.dataset.immediate) + Number(live.dataset.urgent) + behind;
  document.title = open > 0 ? `(${open}) ${title}` : title;
}

function shown() {
  ringing = Number($('#live')?.dataset.immediate ?? 0);
  badge();
}

shown();
setInterval(() => { if (ringing > 0) tones(3); }, 60_000);

stream?.addEventListener('arrival', event => {
  const immediate = Number(event.detail?.data ?? 0);
  behind++;
  badge();
  tones(immediate > ringing ? 3 : 1);
  const shout = $('#shout');
  if (shout) {
    shout.textContent = '';
    setTimeout(() => { shout.textContent = shout.dataset.text; }, 50);
    if (document.hidden && 'Notification' in window && Notification.permission === 'granted') {
      new Notification(shout.dataset.text);
    }
  }
  if (busy()) $('#arrived')?.setAttribute('data-on', '');
  else show();
});

/* Nothing moves under the hand: while someone is choosing or reading a row, news wait behind the red bar. */
function busy() {
  return $$('input[name=sel]:checked').length > 0 || $('dialog[open]') !== null
    || document.activeElement?.closest('#live .cp-row') != null;
}

function show() {
  behind = 0;
  badge();
  $('#arrived')?.removeAttribute('data-on');
  window.htmx?.trigger('#live', 'refresh');
}

/* A stream that begins says nothing of what came while the page was on its way. */
for (const name of ['hello', 'queue']) {
  stream?.addEventListener(name, () => {
    if (busy()) $('#arrived')?.setAttribute('data-on', '');
    else window.htmx?.trigger('#live', 'refresh');
  });
}

for (const name of ['hello', 'beat', 'arrival', 'queue']) {
  stream?.addEventListener(name, event => {
    lastHeard = Date.now();
    ringing = Number(event.detail?.data ?? ringing);
    connection('ok');
  });
}
document.addEventListener('htmx:sse:error', event => {
  if (event.detail?.status === 401) ends = now();
  connection('lost');
});
setInterval(() => { if (stream && Date.now() - lastHeard > 40_000) connection('lost'); }, 5000);

function connection(state) {
  const shown = $('#live-state'), bar = $('#lost');
  if (!shown || shown.dataset.state === state) return;
  shown.dataset.state = state;
  $('span', shown).textContent = state === 'ok' ? shown.dataset.ok : shown.dataset.lost;
  if (bar) {
    bar.hidden = state === 'ok';
    bar.textContent = state === 'ok' ? '' : bar.dataset.text.replace('{0}', $('[data-clock]').textContent);
  }
  if (state === 'ok') window.htmx?.trigger('#live', 'refresh');
}

document.addEventListener('htmx:after:swap', () => { tick(); selection(); shown(); });

/* Selection and preview. */
function selection() {
  const chosen = $$('input[name=sel]:checked').length, bar = $('#chosen-form');
  if (!bar) return;
  bar.toggleAttribute('data-on', chosen > 0);
  const words = $('span[data-text]', bar);
  words.textContent = words.dataset.text.replace('{0}', chosen);
}

function preview(link) {
  const row = link.closest('tr');
  for (const other of $$('.cp-row')) other.toggleAttribute('data-sel', other === row);
  link.dispatchEvent(new CustomEvent('preview', { bubbles: true }));
}

document.addEventListener('change', event => { if (event.target.name === 'sel') selection(); });

document.addEventListener('click', event => {
  const at = selector => event.target.closest(selector);
  if (at('#arrived')) show();
  if (at('#print')) print();
  if (at('#keys')) $('#help')?.showModal();
  if (at('#clear')) { for (const box of $$('input[name=sel]')) box.checked = false; selection(); }
  const subject = at('.cp-subj');
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey);
  if (subject?.matches('tr [hx-get]') && wide.matches && plain) { event.preventDefault(); preview(subject); }
  if (at('[data-zoom]')) zoom(at('[data-zoom]'));
});

function zoom(button) {
  const map = $('svg[data-view]', button.closest('.cp-map')), home = map.dataset.view.split(' ').map(Number);
  let view = home;
  if (button.dataset.zoom !== 'reset') {
    const [x, y, width, height] = map.getAttribute('viewBox').split(' ').map(Number);
    const factor = button.dataset.zoom === 'in' ? .7 : 1.4;
    view = [x + width * (1 - factor) / 2, y + height * (1 - factor) / 2, width * factor, height * factor];
  }
  map.setAttribute('viewBox', view.map(n => n.toFixed(1)).join(' '));
}

/* Single-letter shortcuts: off while typing, and off altogether if the officer says so. */
let chord = false;

document.addEventListener('keydown', event => {
  const typing = event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]');
  if (event.ctrlKey || event.metaKey || event.altKey || typing) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  if (html.dataset.shortcuts === 'off') return;
  if (chord) {
    chord = false;
    if (event.key === 'd') location.href = '/desk';
    return;
  }
  shortcut(event);
});

function shortcut(event) {
  const rows = $$('.cp-row'), at = rows.findIndex(row => row.hasAttribute('data-sel'));
  const go = index => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    row.scrollIntoView({ block: 'nearest' });
    preview($('.cp-subj', row));
  };
  switch (event.key) {
    case 'j': go(at + 1); break;
    case 'k': go(at - 1); break;
    case 'x': {
      const box = at < 0 ? null : $('input[name=sel]', rows[at]);
      if (box) { box.checked = !box.checked; selection(); }
      break;
    }
    case 'u': case 's': {
      const act = $(`#chosen-form [data-key=${event.key}]`);
      if (!act) break;
      if ($$('input[name=sel]:checked').length === 0 && at >= 0) $('input[name=sel]', rows[at]).checked = true;
      if ($$('input[name=sel]:checked').length > 0) act.click();
      break;
    }
    case 'e': if (at >= 0) { const pass = $('.cp-pv__act [data-key=e]'); if (pass) location.href = pass.href; } break;
    case 'a': $('.cp-pv__act form button, .cp-id__act form button')?.click(); break;
    case 'n': show(); break;
    case 'o': case 'Enter':
      if (at >= 0 && (event.key === 'o' || event.target === document.body)) location.href = $('.cp-subj', rows[at]).href;
      break;
    case '/': { const find = $('#q') ?? $('#words'); if (find) { event.preventDefault(); find.focus(); } break; }
    case '?': $('#help')?.showModal(); break;
    case 'g': chord = true; setTimeout(() => { chord = false; }, 900); break;
  }
}

/* A message being written: Ctrl+S saves, Ctrl+Enter sends, each as the button that says so; and when it was saved last. */
document.addEventListener('keydown', event => {
  const act = event.key === 's' ? 'save' : event.key === 'Enter' ? 'send' : null, form = $('#compose');
  if (!form || !act || event.altKey || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  form.requestSubmit($(`button[form=compose][value=${act}]`));
});

const form = $('#compose');
// What a page holds that was overtaken is saved nowhere yet.
let changed = form?.dataset.unsaved ? 1 : 0, saving = 0, saved = 0, leaving = false;

if (form) {
  const label = $('#saved');
  const mine = event => event.detail?.ctx?.sourceElement === form;
  const failed = event => {
    if (!mine(event)) return;
    // Another page has saved the draft since: trying again does not help, a button shows both.
    const overtaken = event.detail?.ctx?.response?.status === 409;
    label.textContent = overtaken ? label.dataset.overtaken : label.dataset.failed.replace('{0}', $('[data-clock]').textContent);
  };
  for (const name of ['input', 'change']) form.addEventListener(name, () => { changed = Date.now(); });
  // What was just sent with a button holds all that was typed: nothing is saved by itself behind it.
  document.addEventListener('htmx:before:request', event => {
    if (!mine(event)) return;
    if (leaving) event.preventDefault();
    else saving = Date.now();
  });
  addEventListener('pageshow', () => { leaving = false; });
  document.addEventListener('htmx:error', failed);
  document.addEventListener('htmx:response:error', failed);
  document.addEventListener('htmx:after:swap', event => {
    // It comes after what was refused too, although nothing was swapped: that was not saved.
    if (!mine(event) || event.detail.ctx.response?.status >= 400) return;
    const text = $('#side')?.dataset.saved;
    saved = saving;
    if (text && label.textContent !== text) label.textContent = text;
  });
  /* What could not be saved is tried again; only a page with such words asks before it is left. */
  setInterval(() => { if (changed > saved && Date.now() - changed > 10_000) window.htmx?.trigger(form, 'change'); }, 10_000);
  addEventListener('beforeunload', event => { if (changed > saved && !leaving) event.preventDefault(); });
  document.addEventListener('submit', event => {
    leaving = event.target === form && signedIn();
    if (event.target !== form || leaving) return;
    event.preventDefault();
    $('#signed-out')?.removeAttribute('hidden');
    $('#signed-out a')?.focus();
  });
}

/* What a busy node could not take is on its page alone, which is not left without asking. */
const held = $('form[data-unsaved]');
if (held && held !== form) {
  let sent = false;
  held.addEventListener('submit', () => { sent = true; });
  addEventListener('beforeunload', event => { if (!sent) event.preventDefault(); });
}

/* Without scripts the theme is a form like any other. */
$('#theme')?.addEventListener('click', event => {
  event.preventDefault();
  const dark = html.dataset.theme === 'night' || html.dataset.theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches;
  html.dataset.theme = dark ? 'day' : 'night';
  event.currentTarget.setAttribute('aria-pressed', !dark);
  document.cookie = `theme=${html.dataset.theme};path=/;max-age=31536000;samesite=strict;secure`;
});

/* Two minutes before the sign-in runs out, say so; each request that is answered starts the time anew, except what
   the page asks for by itself. */
const idle = Number(html.dataset.ends) - Number(html.dataset.now);
let ends = Number(html.dataset.ends);

/* A desk that nobody touches asks aloud whether somebody is there. Once its sign-in has ended it shows nothing any more
   and says aloud, in the rhythm of an immediate message, that it no longer rings: silence must not pass for calm. */
const ended = $('#ended');
let lastCall = 0;

function watch(left) {
  if (!ended || left > 120_000) return;
  if (left <= 0 && !ended.open) lock();
  else if (now() - lastCall < (left > 0 ? 30_000 : 60_000)) return;
  lastCall = now();
  tones(left > 0 ? 2 : 3);
}

function lock() {
  ringing = 0;
  $('#live')?.replaceChildren();
  document.title = $('h2', ended).textContent;
  ended.showModal();
}

ended?.addEventListener('cancel', event => event.preventDefault());

function signedIn() {
  return !(idle > 0) || now() < ends;
}

function stays() {
  ends = now() + idle;
  $('#ending')?.setAttribute('hidden', '');
  $('#signed-out')?.setAttribute('hidden', '');
}

if (idle > 0) {
  setInterval(() => {
    const left = ends - now();
    $('#ending')?.toggleAttribute('hidden', left > 120_000 || left < 0);
    $('#signed-out')?.toggleAttribute('hidden', left > 0);
    watch(left);
  }, 1000);
  setInterval(() => { if (ended?.open) again({ 'X-By-Itself': 'true' }); }, 10_000);
  document.addEventListener('htmx:after:request', event => {
    const { request, response } = event.detail?.ctx ?? {};
    // What the page asked for by itself is no sign that someone is there; the node counts it neither.
    if (response?.status < 400 && !request?.headers?.['X-By-Itself']) stays();
  });
  // A file that an officer sends up keeps them signed in: the node counts it.
  document.addEventListener('answered', stays);
  $('#stay')?.addEventListener('click', () => again());
  addEventListener('focus', () => { if (!signedIn()) again(); });
}

/* Whether the officer is signed in (again); the forms of this page then carry the token of that sign-in. */
async function again(headers = {}) {
  const answer = await fetch('/me', { redirect: 'manual', headers }).catch(() => null);
  const token = answer?.ok ? /name="_token" value="([^"]+)"/.exec(await answer.text()) : null;
  if (!token) return;
  if (stream && !signedIn()) location.reload();
  for (const field of $$('input[name=_token]')) field.value = token[1].replaceAll('&#61;', '=').replaceAll('&#43;', '+');
  stays();
}

/* What is typed stays when the sign-in has run out: sign in beside it and go on. */
document.addEventListener('htmx:response:error', async event => {
  const status = event.detail?.ctx?.response?.status;
  if (status === 401) ends = now();
  // A form whose sign-in has ended is refused for its token before anybody asks who sends it.
  if (status !== 403) return;
  const answer = await fetch('/me', { redirect: 'manual', headers: { 'X-By-Itself': 'true' } }).catch(() => null);
  if (answer && !answer.ok) ends = now();
});

/* What was wrong with a form is read out and under the keyboard first. */
$('#errors')?.focus();
