// The map of routes: moved by keys and by dragging, with the picture of the view that is on, and months on sliders.
// Zooming by its buttons is in console.js. Without this module the whole map is shown and months are chosen from lists.
const html = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');
const KEYS = { '+': 'in', '=': 'in', '-': 'out', 0: 'reset' };
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

for (const map of document.querySelectorAll('.cp-map--keys')) {
  const svg = map.querySelector('svg[data-view]'), picture = svg.querySelector('image');
  keys(map, svg);
  drag(map, svg);
  // The picture may have failed before this module was here: it is asked for again, from the browser's own copy.
  const looked = new Image();
  looked.addEventListener('error', () => {
    map.hidden = true;
    document.getElementById('no-picture').hidden = false;
  });
  const view = () => {
    const night = html.dataset.theme === 'night' || html.dataset.theme === 'auto' && dark.matches;
    const href = night ? picture.dataset.night : picture.dataset.day;
    if (picture.getAttribute('href') !== href) picture.setAttribute('href', href);
    looked.src = href;
  };
  view();
  dark.addEventListener('change', view);
  new MutationObserver(view).observe(html, { attributeFilter: ['data-theme'] });
}

function keys(map, svg) {
  map.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const zoom = KEYS[event.key], arrow = ARROWS[event.key];
    if (zoom) map.querySelector(`[data-zoom=${zoom}]`).click();
    if (arrow) move(svg, arrow[0] * .15, arrow[1] * .15);
    if (zoom || arrow) event.preventDefault();
  });
}

/** By parts of what is shown. */
function move(svg, right, down) {
  const [x, y, width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
  svg.setAttribute('viewBox', [x + width * right, y + height * down, width, height].map(n => n.toFixed(1)).join(' '));
}

function drag(map, svg) {
  let last = null;
  svg.addEventListener('pointerdown', event => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    last = [event.clientX, event.clientY];
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener('pointermove', event => {
    if (!last) return;
    const { width, height } = svg.getBoundingClientRect();
    move(svg, (last[0] - event.clientX) / width, (last[1] - event.clientY) / height);
    last = [event.clientX, event.clientY];
  });
  for (const end of ['pointerup', 'pointercancel']) svg.addEventListener(end, () => { last = null; });
}

/* A slider beside each list of months. What is shown changes with the button, as for every other filter. */
for (const slider of document.querySelectorAll('input[type=range][data-for]')) {
  const list = document.getElementById(slider.dataset.for);
  slider.hidden = false;
  const say = () => slider.setAttribute('aria-valuetext', list.selectedOptions[0].textContent);
  slider.addEventListener('input', () => { list.selectedIndex = Number(slider.value); say(); });
  list.addEventListener('change', () => { slider.value = list.selectedIndex; say(); });
  say();
}
