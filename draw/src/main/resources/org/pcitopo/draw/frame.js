// What stands around the page: an editor that shows it beside the text. Clicks go there; its cursor, and the text as it changes, come
// here. docs/drawing.md tells what is said.

const editor = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : null;
const framed = editor !== null || window.parent !== window || typeof window.pcitopoHost === 'function';
document.documentElement.dataset.framed = framed ? 'yes' : 'no';

function tell(message) {
  const whole = boot ? {...message, host: boot.host, boot: boot.boot} : message;
  if (typeof window.pcitopoHost === 'function') window.pcitopoHost(JSON.stringify(whole));
  else if (editor) editor.postMessage(whole);
  else if (window.parent !== window) window.parent.postMessage(whole, '*');
}

/* ---- light and dark ---- */

let told = '';
/** What the editor shows: VS Code writes it on the body, others say it. */
function themeAround() {
  const c = document.body.classList, light = c.contains('vscode-light') || c.contains('vscode-high-contrast-light');
  const high = c.contains('vscode-high-contrast') || told.startsWith('contrast');
  const theme = light ? 'light' : c.contains('vscode-dark') || high ? 'dark' : told;
  return {theme: told === 'contrast-light' ? 'light' : theme, contrast: high};
}
new MutationObserver(paint).observe(document.body, {attributes: true, attributeFilter: ['class']});

/* ---- the text has changed ---- */

const bootKey = b => [b.host, b.boot, b.kernel, b.rules, b.pageSize].join('\n');
const stripKey = (b, s) => [b.hosts[s.host].id, s.index, s.type].join(' ');
/** Which address stands at a position of a strip; the inverse of position(). */
function addressAt(strip, at) {
  const p = strip.pieces.find(x => at <= x.to) || strip.pieces[strip.pieces.length - 1];
  return p.to === p.from ? p.start : p.start + BigInt(Math.round((at - p.from) / (p.to - p.from) * p.size));
}
/** What a person has done to the page, told in a way that is still right where positions are not. */
function remember() {
  const active = document.activeElement, row = active && active.closest && active.closest('#tree .row');
  const views = maps.flatMap((m, side) => m.views.map(v => ({side, key: stripKey(m.boot, v.strip), focused: v.svg === active,
    range: v.to - v.from < 1 ? [addressAt(v.strip, v.from), addressAt(v.strip, v.to)] : null})));
  return {boot: boot && bootKey(boot), other: maps[1] && bootKey(maps[1].boot), host: boot && boot.host, name: boot && boot.boot, views, row: row && row.dataset.at,
    scroll: ['tree', 'maps', 'details'].map(id => [id, $(id).scrollTop])};
}
/** The boot that a person chose and that cannot be simulated at the moment, and the one that is shown instead. */
let lost = null;
function restore(before) {
  const find = (...tests) => tests.reduce((found, test) => found >= 0 ? found : data.boots.findIndex(test), -1);
  const wanted = lost && lost.shown === before.boot ? lost : before, like = b => b.host === wanted.host && b.boot === wanted.name;
  const number = find(b => bootKey(b) === wanted.boot, like, b => b.host === wanted.host, () => true);
  lost = like(data.boots[number]) ? null : {boot: wanted.boot, host: wanted.host, name: wanted.name, shown: bootKey(data.boots[number])};
  const next = data.boots[number], at = state.key.split(' ')[0];
  if (!next.byKey.has(state.key)) state.key = next.byAddress.has(at) || next.hosts.some(h => h.id === at) ? at : '';
  showBoot(number, before.other === undefined ? -1 : find(b => bootKey(b) === before.other));
  for (const old of before.views) {
    const map = maps[old.side], view = map && map.views.find(v => stripKey(map.boot, v.strip) === old.key);
    if (!view) continue;
    if (old.range && old.range[0] >= view.strip.start && old.range[0] <= view.strip.end) view.show(position(view.strip, old.range[0]), position(view.strip, old.range[1]));
    if (old.focused) view.svg.focus({preventScroll: true});
  }
  const row = before.row && [...$('tree').children].find(r => r.dataset.at === before.row);
  if (row) row.focus({preventScroll: true});
  before.scroll.forEach(([id, top]) => { $(id).scrollTop = top; });
}
let drawn = '';
/** Draws the same text as it is now. Boot, what is chosen, zoom, search and scrolling stay; so does the picture where there is nothing to draw. */
function update(given) {
  const text = typeof given === 'string' ? given : '';
  if (text && text === drawn) return;
  drawn = text;
  const next = text ? JSON.parse(text) : given, old = data.boots.length > 0;
  $('note').hidden = !next.message;
  $('note').textContent = next.message && old ? 'Drawn before the last changes: ' + next.message : next.message;
  if (!next.boots.length) return;
  const before = remember();
  data = prepare(next);
  document.title = document.querySelector('h1').textContent = data.title;
  listBoots();
  restore(before);
}

/* ---- the cursor has moved ---- */

/** Shows a boot, and in it a function, a resource of one, or a host bridge. */
function reveal(m) {
  const fits = b => (!m.host || b.host === m.host) && (!m.boot || b.boot === m.boot);
  if (!maps.length) return;
  if (!fits(boot)) {
    const number = data.boots.findIndex(fits);
    if (number < 0) return;
    showBoot(number, +$('other').value);
  }
  if (typeof m.function !== 'string' || !boot.byAddress.has(m.function) && !boot.hosts.some(h => h.id === m.function)) return;
  const key = m.resource ? m.function + ' ' + m.resource : m.function;
  // A BAR that was clicked here may be written as a part of its function: that is the place which comes back.
  if (key === state.key || !m.resource && state.key.startsWith(key + ' ')) return;
  let opened = false;
  for (let f = boot.functions[boot.byAddress.get(m.function)]; f; f = boot.functions[f.parent]) opened = state.closed.delete(f.at) || opened;
  if (opened) tree();
  choose(key, null, maps[0]); maps[0].go(key);
  const row = $('tree').querySelector('.row.on');
  if (row) row.scrollIntoView({block: 'nearest'});
}

function take(m) {
  if (m.type === 'reveal') reveal(m);
  else if (m.type === 'data') update(m.data);
  else if (m.type === 'keep' && editor) editor.setState(m.state);
  else if (m.type === 'theme') { told = String(m.theme); paint(); }
}
addEventListener('message', e => { if (e.data && typeof e.data === 'object') take(e.data); });
/** For whoever runs scripts here instead of sending messages. */
window.pcitopo = {update, reveal: (f, resource = '', host = '', name = '') => reveal({function: f, resource, host, boot: name}), theme: name => take({type: 'theme', theme: name})};

paint();
$('note').hidden = !data.message;
$('note').textContent = data.message || '';
listBoots();
if (data.boots.length) showBoot(0);
document.documentElement.dataset.ready = 'yes';
if (framed) tell({type: 'ready'});
