// The page: boots, tree, details, search, keys.

let data = prepare(JSON.parse(document.getElementById('data').textContent));
const $ = id => document.getElementById(id);
const markOf = (look, title = '') => `<span class="mark ${look.id}" title="${escaped(title || look.words)}">${look.mark || '·'}</span>`;
const text = number => data.texts[number];

/** One boot's map; two of them stand beside each other in a comparison. */
class MapView {
  constructor(boot, other) {
    this.boot = boot; this.other = other; this.looks = data.looks; this.hits = null;
    this.element = document.createElement('div');
    this.element.className = 'map';
    const strips = boot.strips.map(s => this.stripHtml(s)).join('');
    // Beside another boot the strips stand at the same height.
    this.element.innerHTML = this.head() + (other ? strips + this.shelf() + this.pages() : this.shelf() + this.pages() + strips);
  }
  attach() {
    this.views = [...this.element.querySelectorAll('.strip')].map((section, i) => {
      const view = new StripView(this, this.boot.strips[i], section.querySelector('svg'));
      section.querySelector('.tools').addEventListener('click', e => {
        const does = e.target.dataset.do;
        if (does === 'in') view.zoom(.5); else if (does === 'out') view.zoom(2); else if (does === 'all') view.animate(0, 1);
      });
      return view;
    });
    const bySection = new Map(this.views.map(v => [v.svg, v]));
    this.watch = new IntersectionObserver(all => all.forEach(e => bySection.get(e.target).appear(e.isIntersecting)), {root: $('maps'), rootMargin: '200px'});
    this.views.forEach(v => this.watch.observe(v.svg));
    this.element.querySelectorAll('[data-page]').forEach(b => b.addEventListener('click', () => {
      const r = this.boot.resources[b.dataset.page];
      this.select(r.key); this.views[r.strip.number].zoomToPage(r.box);
      this.views[r.strip.number].svg.scrollIntoView({block: 'nearest'});
    }));
    this.element.querySelectorAll('[data-pick]').forEach(b => b.addEventListener('click', () => this.select(this.boot.resources[b.dataset.pick].key)));
  }
  head() {
    const b = this.boot, bars = b.resources.filter(r => r.verdict && !r.type.startsWith('io'));
    const of = id => bars.filter(r => r.verdict === id).length;
    const changes = this.other ? b.resources.filter(r => this.difference(r)).length : 0;
    return `<div class="head"><h2>${escaped(b.title)}</h2><code>${b.commandLine.trim() ? escaped(b.commandLine) : '(empty command line)'}</code>
      <div class="sum"><span class="chip">${of('mapped') + of('partly-mapped')} of ${bars.length} memory BARs mapped</span><span class="chip">${b.evidence === 'recorded' ? 'rules confirmed by recordings' : 'rules inferred'}</span>
      ${this.other ? `<span class="chip">Δ ${changes} differ</span>` : ''}${b.assumptions.map(a => `<span class="chip">assumed: ${escaped(a)}</span>`).join('')}</div></div>
      <div class="legend">${this.looks.filter(l => [b, this.other || b].some(a => a.strips.some(s => s.boxes.some(x => this.looks[x.look] === l))) || l.id === 'unassigned').map(l =>
        `<span><svg width="16" height="14"><rect class="b ${l.id}" x="1" y="1" width="14" height="12" rx="2"/></svg>${l.mark} ${l.words}</span>`).join('')}<span>≈ break: a long gap; the scale may differ beyond it</span></div>`;
  }
  shelf() {
    const none = this.boot.resources.filter(r => r.state === 'unassigned');
    return none.length ? `<h3>Without an address (${none.length})</h3><div class="sum">${none.slice(0, 200).map(r =>
      `<button class="chip unassigned" data-pick="${r.index}">! ${escaped(r.title)} ${sizeText(r.size)}</button>`).join('')}${none.length > 200 ? `<span class="chip">and ${none.length - 200} more</span>` : ''}</div>` : '';
  }
  /** The pages that keep BARs from being mapped, side by side. */
  pages() {
    const size = BigInt(this.boot.pageSize), found = new Map();
    for (const r of this.boot.resources) if (this.looks[r.look].id === 'shared' && r.box) {
      const page = r.start / size * size, key = r.strip.number + ' ' + page;
      if (!found.has(key)) found.set(key, {page, strip: r.strip, first: r, n: 0});
      found.get(key).n++;
    }
    const all = [...found.values()];
    return all.length ? `<h3>Shared pages (${all.length})</h3><div class="pages">${all.slice(0, 12).map(p =>
      `<button data-page="${p.first.index}" title="Zoom to this page"><span class="mono">${hex(p.page)}</span> <span class="soft">${sizeText(size)} page, ${p.n} BAR${p.n > 1 ? 's' : ''} not mapped</span>${pagePicture(this, p.strip, p.page, 240)}</button>`).join('')}</div>${all.length > 12 ? `<div class="soft">and ${all.length - 12} more: search for “shared”</div>` : ''}` : '';
  }
  stripHtml(s) {
    const h = this.boot.hosts[s.host];
    return `<section class="strip${s.lanes ? '' : ' empty'}" data-strip="${s.number}"><div class="bar"><b>${escaped(h.id)} window ${s.index}</b><span>${s.type}</span><span class="mono soft">${hex(s.start)}–${hex(s.end)}</span><span class="soft">${sizeText(s.end - s.start + 1n)}${s.lanes ? '' : ', all free'}</span>
      <span class="tools"><button data-do="out" title="Zoom out (-)" aria-label="zoom out">−</button><button data-do="in" title="Zoom in (+)" aria-label="zoom in">+</button><button data-do="all" title="Whole window (0)">all</button></span></div>
      <svg tabindex="0" role="application" aria-label="Addresses of ${escaped(h.id)} window ${s.index}, ${s.boxes.length} ranges; arrow keys walk through them"></svg></section>`;
  }
  isWindow(b) { return this.looks[b.look].id === 'window'; }
  isChosen(b) { return state.key !== '' && (b.key === state.key || state.owner !== '' && b.key.startsWith(state.owner + ' ')); }
  chosenIn(s) { return state.box && state.box.strip === s.number ? s.boxes[state.box.index] : s.boxes.find(b => b.key === state.key); }
  isHit(b) { return this.hits !== null && b.resource !== undefined && this.hits.has(b.resource); }
  /** What is different in the boot beside this one, in words. */
  difference(r) {
    if (!this.other) return '';
    const o = this.other.byKey.get(r.key);
    if (!o) return 'not there in the other boot';
    if (!o.start !== !r.start) return r.start ? 'without an address in the other boot' : 'has an address in the other boot';
    if (o.size !== r.size) return `${sizeText(o.size)} in the other boot`;
    if (o.start !== r.start) return `at ${hex(o.start)} in the other boot`;
    return o.verdict !== r.verdict ? `${o.verdict} in the other boot` : '';
  }
  change(b) { return this.other && b.resource !== undefined ? this.difference(this.boot.resources[b.resource]) : ''; }
  select(key, strip, index) { choose(key, {strip, index}, this); }
  redraw() { this.element.classList.toggle('dim', this.hits !== null); this.views.forEach(v => v.later()); }
  go(key) {
    const r = this.boot.byKey.get(key) || this.boot.resources.find(x => x.at === key && x.box);
    if (r && r.box) { const v = this.views[r.strip.number]; v.svg.scrollIntoView({block: 'nearest'}); v.reveal(r.box); }
  }
}

/** One page to scale, with everything that lies in it. */
function pagePicture(map, strip, page, width) {
  const size = BigInt(map.boot.pageSize), end = page + size - 1n, x = a => Number(a - page) / Number(size) * width;
  const inside = strip.boxes.filter(b => !map.isWindow(b) && b.start <= end && b.end >= page);
  return `<svg viewBox="0 0 ${width} 30" style="height:30px" preserveAspectRatio="none"><rect class="free" width="${width}" height="30" stroke="currentColor" stroke-opacity=".4"/>${inside.map(b => {
    const a = Math.max(0, x(b.start)), w = Math.max(2, Math.min(width, x(b.end + 1n)) - a), l = map.looks[b.look];
    return `<rect class="b ${l.id}" x="${a}" y="2" width="${w}" height="26"><title>${escaped(b.title)}</title></rect>` + (w > 34 ? `<text class="on" x="${a + w / 2}" y="19" text-anchor="middle">${escaped(clipped(b.title, w))}</text>` : '');
  }).join('')}</svg>`;
}

const state = {key: '', owner: '', box: null, closed: new Set()};
let boot, maps = [];

function showBoot(number, other = -1) {
  boot = data.boots[number];
  const beside = data.boots[other];
  $('boot').value = number; $('other').value = other;
  maps.forEach(m => m.watch.disconnect());
  maps = beside && beside !== boot ? [new MapView(boot, beside), new MapView(beside, boot)] : [new MapView(boot, null)];
  $('maps').replaceChildren(...maps.map(m => m.element));
  maps.forEach(m => m.attach());
  tree(); search(); choose(state.key || '', null, maps[0]);
}

function tree() {
  const rows = [], children = new Map();
  boot.functions.forEach((f, i) => { const k = f.parent < 0 ? 'h' + boot.hosts.findIndex(h => +('0x' + f.at.split(':')[0]) === h.domain && h.first <= +('0x' + f.at.split(':')[1]) && +('0x' + f.at.split(':')[1]) <= h.last) : f.parent; (children.get(k) || children.set(k, []).get(k)).push(i); });
  const add = (i, depth) => {
    const f = boot.functions[i], below = children.get(i) || [], shut = state.closed.has(f.at);
    rows.push(`<div class="row${f.kind ? ' bridge' : ''}" role="treeitem" tabindex="-1" style="--depth:${depth}" data-at="${f.at}" aria-level="${depth + 1}"${below.length ? ` aria-expanded="${!shut}"` : ''}>
      <span class="twist">${below.length ? (shut ? '▸' : '▾') : ''}</span><span class="bdf">${f.at.slice(f.at.indexOf(':') + 1)}</span>${f.name ? `<span>${escaped(f.name)}</span>` : ''}
      <span class="soft">${f.kind ? escaped(f.kind) + (f.hotplug ? ', hotplug' : '') + ' → bus ' + f.buses : escaped(f.ids)}${f.label ? ' ' + escaped(f.label) : ''}${f.passthrough ? ' · passthrough' : ''}</span>
      <span class="marks">${f.resources.map(n => boot.resources[n]).filter(r => r.verdict || r.state === 'unassigned').map(r => markOf(data.looks[r.look], r.label + ': ' + data.looks[r.look].words)).join('')}</span></div>`);
    if (!shut) below.forEach(c => add(c, depth + 1));
  };
  boot.hosts.forEach((h, i) => {
    const shut = state.closed.has(h.id), below = children.get('h' + i) || [];
    rows.push(`<div class="row host" role="treeitem" tabindex="-1" style="--depth:0" data-at="${escaped(h.id)}" aria-level="1" aria-expanded="${!shut}"><span class="twist">${shut ? '▸' : '▾'}</span>${escaped(h.id)}<span class="soft">${escaped(h.name)} buses ${h.first.toString(16).padStart(2, '0')}-${h.last.toString(16).padStart(2, '0')}</span></div>`);
    if (!shut) below.forEach(c => add(c, 1));
  });
  $('tree').innerHTML = rows.join('');
  const first = $('tree').querySelector(`[data-at="${CSS.escape(state.owner || state.key.split(' ')[0])}"]`) || $('tree').firstElementChild;
  if (first) first.tabIndex = 0;
  mark();
}
function mark() {
  const at = state.owner || state.key.split(' ')[0], shown = $('search').value.trim() ? maps[0].hits : null;
  for (const row of $('tree').children) {
    const on = row.dataset.at === at;
    row.classList.toggle('on', on);
    row.setAttribute('aria-selected', on);
    const f = boot.functions[boot.byAddress.get(row.dataset.at)];
    row.classList.toggle('off', shown !== null && !!f && !state.found.has(row.dataset.at));
  }
}

/** Chooses a resource ('0000:01:00.0 bar0'), a function ('0000:01:00.0') or nothing. */
function choose(key, box, from) {
  state.key = key; state.owner = key && !key.includes(' ') ? key : ''; state.box = box && box.index !== undefined ? box : null;
  mark(); maps.forEach(m => m.redraw());
  details(from || maps[0]);
  if (key && box) tell({type: 'reveal', function: key.split(' ')[0], resource: key.split(' ')[1] || ''});
}
function details(map) {
  const b = map.boot, f = b.functions[b.byAddress.get(state.key.split(' ')[0])], r = b.byKey.get(state.key), out = [];
  const box = state.box && state.box.strip !== undefined ? b.strips[state.box.strip].boxes[state.box.index] : b.strips.flatMap(s => s.boxes).find(x => state.key && x.key === state.key);
  const facts = list => `<dl class="facts">${list.filter(x => x[1]).map(([k, v]) => `<dt>${k}</dt><dd>${v}</dd>`).join('')}</dl>`;
  const link = o => `<button class="link" data-key="${escaped(o.key)}">${escaped(o.title)}</button>`;
  const range = o => o.start === undefined ? 'no address' : `<span class="mono">${hex(o.start)}–${hex(o.end)}</span>`;
  if (r) {
    const look = data.looks[r.look];
    out.push(`<h2>${escaped(r.at)} ${escaped(r.label)}</h2><div>${link({key: r.at, title: f.name || r.at})} <span class="soft">${escaped(f.label || f.ids)}</span></div>`);
    if (r.verdict || r.state === 'unassigned') out.push(`<div class="verdict">${markOf(look)} <span>${look.words}${r.reason && r.reason !== 'unassigned' ? ` (${r.reason})` : ''}</span></div>`);
    if (r.summary !== undefined) out.push(`<p>${escaped(text(r.summary))}</p>`);
    const change = map.difference(r);
    out.push(facts([['at', range(r)], ['size', sizeText(r.size) + (r.hardwareSize !== r.size ? `, of the hardware ${sizeText(r.hardwareSize)}` : '')], ['type', r.type], ['state', r.state + (r.moved ? ', moved' : '')], ['guest', r.guest],
      ['shares its page with', (r.shared || []).map(n => link(b.resources[n])).join(', ')], ['compared', change && 'Δ ' + escaped(change)]]));
    if (r.box && look.id !== 'window' && !r.type.startsWith('io')) {
      const size = BigInt(b.pageSize), page = r.start / size * size;
      out.push(`<h3>Its ${r.end >= page + size ? 'first ' : ''}page, ${sizeText(size)} from ${hex(page)}</h3>${pagePicture(map, r.strip, page, 280)}`);
    }
    if (r.box) out.push('<p><button data-zoom="box">Zoom to it (Enter)</button> <button data-zoom="page">Zoom to its page (p)</button></p>');
    if (r.steps) {
      out.push('<h3>Why</h3><ol class="steps">');
      for (let i = 0; i < r.steps.length; i += 3) out.push(`<li><b>${escaped(text(r.steps[i]))}</b>${escaped(text(r.steps[i + 1]))}<small>${escaped(text(r.steps[i + 2]))}</small></li>`);
      out.push('</ol>');
    } else out.push(`<p class="soft">This page has too many resources to explain all; this explains it:<br><code>pcitopo explain FILE ${r.at} ${escaped(r.label.replace(' window', ''))}</code></p>`);
  } else if (box) {
    out.push(`<h2>${escaped(box.title)}</h2><div class="verdict">${markOf(data.looks[box.look])} ${data.looks[box.look].words}${box.reason ? ` (${box.reason})` : ''}</div>` + facts([['at', range(box)], ['size', sizeText(box.end - box.start + 1n)], ['guest', box.guest]]));
  } else if (f) {
    out.push(`<h2>${escaped(f.at)} ${escaped(f.name)}</h2>` + facts([['label', escaped(f.label)], ['ids', f.ids], ['class', f.class], ['kind', f.kind && escaped(f.kind)], ['buses below', f.buses], ['driver', f.driver && escaped(f.driver)], ['passthrough', f.passthrough && 'yes']]) + '<h3>Resources</h3>');
    for (const n of f.resources) { const o = b.resources[n]; out.push(`<div>${markOf(data.looks[o.look])} ${link({key: o.key, title: o.label})} <span class="soft">${o.type} ${sizeText(o.size)}</span> ${range(o)}</div>`); }
  } else {
    out.push('<p class="soft">Choose a function or a range: its place, the verdict, and why. <kbd>?</kbd> lists the keys.</p>');
  }
  $('details').innerHTML = out.join('');
  $('details').querySelectorAll('[data-key]').forEach(x => x.addEventListener('click', () => { choose(x.dataset.key, {}, map); map.go(x.dataset.key); }));
  $('details').querySelectorAll('[data-zoom]').forEach(x => x.addEventListener('click', () => {
    const v = map.views[r.strip.number];
    x.dataset.zoom === 'box' ? v.zoomTo(r.box) : v.zoomToPage(r.box);
    v.svg.scrollIntoView({block: 'nearest'});
  }));
}

function search() {
  if (!maps.length) return;
  const words = $('search').value.toLowerCase().split(/\s+/).filter(Boolean);
  state.found = new Set();
  for (const m of maps) {
    if (!words.length) { m.hits = null; continue; }
    m.hits = new Set();
    for (const r of m.boot.resources) {
      const f = m.boot.functions[r.owner];
      r.words = r.words || [r.at, r.label, f.name, f.label, f.ids, f.kind, f.driver, r.type, r.state, r.verdict, r.reason, data.looks[r.look].words, r.start === undefined ? '' : hex(r.start) + '-' + hex(r.end), f.passthrough ? 'passthrough' : '',
        r.verdict && !['mapped', 'partly-mapped'].includes(r.verdict) ? 'unmapped' : '', m.change({resource: r.index}) ? 'moved differs' : ''].join(' ').toLowerCase();
      if (words.every(w => r.words.includes(w))) { m.hits.add(r.index); state.found.add(r.at); }
    }
    for (const f of m.boot.functions) if (!f.resources.length && words.every(w => [f.at, f.name, f.label, f.ids, f.kind].join(' ').toLowerCase().includes(w))) state.found.add(f.at);
  }
  $('found').textContent = words.length ? `${maps[0].hits.size} found` : '';
  if (words.length) { for (const row of $('tree').children) if (state.found.has(row.dataset.at)) { row.scrollIntoView({block: 'nearest'}); break; } }
  mark(); maps.forEach(m => m.redraw());
}
let hitNumber = 0;
function nextHit(by) {
  const hits = [...(maps[0].hits || [])];
  if (!hits.length) return;
  hitNumber = (hitNumber + by + hits.length) % hits.length;
  const key = boot.resources[hits[hitNumber]].key;
  choose(key, {}, maps[0]); maps[0].go(key);
}

/* ---- keys, header, messages ---- */

const KEYS = [['/', 'search; Enter and Shift+Enter walk through what was found'], ['[ ]', 'boot before, next boot'], ['c', 'beside the next boot, or alone'], ['t', 'light or dark'], ['g', 'from the tree to the map and back'],
  ['↑ ↓ ← →', 'in the tree: walk, open, close; in the map: walk through ranges and levels'], ['Enter', 'in the map: zoom to the range'], ['p', 'zoom to its page'], ['+ −', 'zoom; also Ctrl+wheel, pinch'], ['0', 'the whole window'], ['Shift+← →', 'move the view; also drag'], ['Esc', 'nothing chosen, no search']];
$('keys').innerHTML = KEYS.map(([k, v]) => `<div><kbd>${k}</kbd> ${v}</div>`).join('');
function listBoots() {
  const options = data.boots.map((b, i) => `<option value="${i}">${escaped(b.title)}</option>`).join('');
  $('boot').innerHTML = options;
  $('other').innerHTML = '<option value="-1">nothing</option>' + options;
}
$('boot').onchange = $('other').onchange = () => { for (const b of data.boots) b.resources.forEach(r => { r.words = ''; }); showBoot(+$('boot').value, +$('other').value); };
$('search').addEventListener('input', () => { hitNumber = -1; search(); });
$('search').addEventListener('keydown', e => { if (e.key === 'Enter') { nextHit(e.shiftKey ? -1 : 1); e.preventDefault(); } });
$('print').onclick = () => window.print();
$('help').onclick = () => { $('keys').hidden = !$('keys').hidden; $('help').setAttribute('aria-expanded', !$('keys').hidden); };
const dark = matchMedia('(prefers-color-scheme: dark)'), contrast = matchMedia('(prefers-contrast: more)');
let theme = '';
const paint = () => {
  const around = themeAround();
  document.documentElement.dataset.theme = theme || around.theme || (dark.matches ? 'dark' : 'light');
  document.documentElement.dataset.contrast = around.contrast || contrast.matches ? 'more' : 'normal';
};
dark.addEventListener('change', paint);
contrast.addEventListener('change', paint);
$('theme').onclick = () => { theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'; paint(); };
addEventListener('beforeprint', () => { document.documentElement.dataset.theme = 'light'; document.documentElement.dataset.contrast = 'normal'; });
addEventListener('afterprint', paint);

$('tree').addEventListener('click', e => {
  const row = e.target.closest('.row');
  if (!row) return;
  if (e.target.classList.contains('twist') && row.hasAttribute('aria-expanded')) { fold(row.dataset.at, !state.closed.has(row.dataset.at)); return; }
  choose(row.dataset.at, {}, maps[0]); maps[0].go(row.dataset.at);
});
function fold(at, shut) {
  shut ? state.closed.add(at) : state.closed.delete(at);
  tree();
  const row = [...$('tree').children].find(r => r.dataset.at === at);
  if (row) row.focus();
}
$('tree').addEventListener('keydown', e => {
  const row = e.target.closest('.row') || $('tree').firstElementChild, level = r => +r.getAttribute('aria-level');
  if (!row || e.ctrlKey || e.metaKey || e.altKey) return;
  const go = r => { if (r) { row.tabIndex = -1; r.tabIndex = 0; r.focus(); choose(r.dataset.at, {}, maps[0]); maps[0].go(r.dataset.at); } };
  const open = row.getAttribute('aria-expanded');
  let up = row.previousElementSibling;
  const keys = {
    ArrowDown: () => go(row.nextElementSibling), ArrowUp: () => go(row.previousElementSibling),
    ArrowRight: () => open === 'false' ? fold(row.dataset.at, false) : open && go(row.nextElementSibling),
    ArrowLeft: () => { if (open === 'true') fold(row.dataset.at, true); else { while (up && level(up) >= level(row)) up = up.previousElementSibling; go(up); } },
    Home: () => go($('tree').firstElementChild), End: () => go($('tree').lastElementChild), Enter: () => go(row), ' ': () => go(row)
  };
  if (keys[e.key]) { keys[e.key](); e.preventDefault(); e.stopPropagation(); }
});
addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey || !maps.length) return;
  if (e.key === 'Escape') { $('search').value = ''; search(); choose('', null, maps[0]); if (document.activeElement === $('search')) $('search').blur(); return; }
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) return;
  const at = data.boots.indexOf(boot), n = data.boots.length, beside = +$('other').value;
  const keys = {'/': () => $('search').focus(), '[': () => showBoot((at + n - 1) % n, beside), ']': () => showBoot((at + 1) % n, beside), c: () => showBoot(at, beside >= 0 ? -1 : (at + 1) % n), t: () => $('theme').click(), '?': () => $('help').click(),
    g: () => { const inTree = $('tree').contains(document.activeElement); (inTree ? ($('maps').querySelector('.strip:not(.empty) svg') || $('maps')) : $('tree').querySelector('[tabindex="0"]')).focus(); }};
  if (keys[e.key]) { keys[e.key](); e.preventDefault(); }
});
new ResizeObserver(() => maps.forEach(m => m.views && m.redraw())).observe($('maps'));
addEventListener('beforeprint', () => maps.forEach(m => m.views.forEach(v => v.draw())));
