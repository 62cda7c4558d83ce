'use strict';
// The address map: strips of host windows, drawn from positions between 0 and 1 that the program worked out.

const LANE = 26, HEAD = 20, MINI = 5, NARROW = 3, CHARACTER = 6.7;
const escaped = text => String(text).replace(/[&<>"']/g, c => '&#' + c.charCodeAt(0) + ';');
const hex = value => '0x' + value.toString(16).padStart(8, '0');
const sizeText = bytes => {
  let n = BigInt(bytes), at = 0;
  if (n === 0n) return '0';
  while (n >= 1024n && n % 1024n === 0n && at < 6) { n /= 1024n; at++; }
  if (n < 10000n) return n + ['', 'K', 'M', 'G', 'T', 'P', 'E'][at];
  let x = Number(BigInt(bytes)), i = 0;
  while (x >= 1024 && i < 6) { x /= 1024; i++; }
  return '~' + (x < 100 ? x.toFixed(1) : Math.round(x)) + ['', 'K', 'M', 'G', 'T', 'P', 'E'][i];
};
const clipped = (text, width) => {
  const room = Math.floor((width - 8) / CHARACTER);
  return room >= text.length ? text : room >= 4 ? text.slice(0, room - 1) + '…' : '';
};

/** Big numbers once, names where the boxes need them. */
function prepare(data) {
  for (const boot of data.boots) {
    boot.title = `${boot.host}: ${boot.boot} · Linux ${boot.kernel}${boot.rules === 'mainline' ? '' : ' ' + boot.rules} · ${sizeText(boot.pageSize)} pages`;
    boot.byAddress = new Map(boot.functions.map((f, i) => [f.at, i]));
    boot.functions.forEach(f => { f.resources = []; });
    boot.resources.forEach((r, i) => {
      r.index = i;
      if (r.start) { r.start = BigInt('0x' + r.start); r.end = BigInt('0x' + r.end); }
      r.owner = boot.byAddress.get(r.at);
      const f = boot.functions[r.owner];
      f.resources.push(i);
      r.title = (f.name || r.at) + ' ' + r.label;
      r.key = r.at + ' ' + r.name;
    });
    boot.byKey = new Map(boot.resources.map(r => [r.key, r]));
    boot.strips.forEach((s, n) => {
      s.number = n;
      s.start = BigInt('0x' + s.start); s.end = BigInt('0x' + s.end);
      s.pieces.forEach(p => { p.start = BigInt('0x' + p.start); p.end = BigInt('0x' + p.end); p.size = Number(p.end - p.start + 1n); });
      s.rows = Array.from({length: s.lanes}, () => []);
      s.boxes.forEach((b, i) => {
        b.index = i;
        const r = boot.resources[b.resource];
        if (r) { b.title = r.title; b.start = r.start; b.end = r.end; b.key = r.key; r.box = b; r.strip = s; }
        else { b.title = b.label; b.start = BigInt('0x' + b.start); b.end = BigInt('0x' + b.end); b.key = b.at ? b.at + ' ' + b.name : ''; }
        s.rows[b.lane].push(b);
      });
    });
  }
  return data;
}

/** Where an address stands on a strip, 0 to 1. */
function position(strip, address) {
  const pieces = strip.pieces;
  let low = 0, high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle].start <= address) low = middle; else high = middle - 1;
  }
  const p = pieces[low];
  if (address <= p.start) return p.from;
  if (address > p.end) return p.to;
  return p.from + Number(address - p.start) / p.size * (p.to - p.from);
}

/** One strip on the screen: its view and what is drawn of it. */
class StripView {
  constructor(map, strip, svg) {
    this.map = map; this.strip = strip; this.svg = svg;
    this.from = 0; this.to = 1; this.pending = false; this.seen = false; this.stale = true;
    // Reserves the room at once; what is drawn in it waits until it is scrolled to.
    svg.style.height = this.height + 'px';
    svg.addEventListener('wheel', e => this.wheel(e), {passive: false});
    svg.addEventListener('pointerdown', e => this.press(e));
    svg.addEventListener('dblclick', e => { const b = this.boxAt(e); if (b) this.zoomTo(b); });
    svg.addEventListener('keydown', e => this.key(e));
  }
  get viewWidth() { return this.width || (this.width = this.svg.clientWidth || 900); }
  get height() { return HEAD + MINI + (this.strip.lanes ? this.strip.lanes * LANE + 6 : 2); }
  x(position) { return (position - this.from) / (this.to - this.from) * this.width; }
  /** The strip was scrolled in or out. */
  appear(seen) {
    this.seen = seen;
    if (seen && this.stale) this.draw();
  }
  later() {
    this.stale = true;
    if (this.seen && !this.pending) { this.pending = true; requestAnimationFrame(() => { this.pending = false; this.draw(); }); }
  }
  show(from, to) {
    const least = 4e-14, length = Math.min(1, Math.max(least, to - from));
    this.from = Math.max(0, Math.min(1 - length, from)); this.to = this.from + length;
    this.later();
  }
  animate(from, to) {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) { this.show(from, to); return; }
    const a = this.from, b = this.to, began = performance.now();
    cancelAnimationFrame(this.moving);
    const step = now => {
      const t = Math.min(1, (now - began) / 220), e = 1 - Math.pow(1 - t, 3);
      // Lengths change by the same factor in each frame, as with a lens.
      const length = Math.exp(Math.log(b - a) * (1 - e) + Math.log(to - from) * e);
      const share = Math.abs((b - a) - (to - from)) < 1e-15 ? e : ((b - a) - length) / ((b - a) - (to - from));
      this.show(a + (from - a) * share, a + (from - a) * share + length);
      if (t < 1) this.moving = requestAnimationFrame(step); else this.show(from, to);
    };
    this.moving = requestAnimationFrame(step);
  }
  zoom(factor, at = (this.from + this.to) / 2) { this.show(at - (at - this.from) * factor, at + (this.to - at) * factor); }
  zoomTo(box, room = .06) { const w = box.to - box.from; this.animate(box.from - w * room, box.to + w * room); }
  /** The page (or pages) that a box lies in. */
  zoomToPage(box) {
    const size = BigInt(this.map.boot.pageSize), from = box.start / size * size, to = (box.end / size + 1n) * size;
    this.zoomTo({from: position(this.strip, from), to: position(this.strip, to)}, .04);
  }
  wheel(e) {
    if (e.ctrlKey || e.metaKey) {
      e.preventDefault();
      this.zoom(Math.exp(e.deltaY * .004), this.from + e.offsetX / this.width * (this.to - this.from));
    } else if (Math.abs(e.deltaX) > Math.abs(e.deltaY) && this.to - this.from < 1) {
      e.preventDefault();
      const by = e.deltaX / this.width * (this.to - this.from);
      this.show(this.from + by, this.to + by);
    }
  }
  press(e) {
    const x = e.clientX, from = this.from, length = this.to - this.from;
    let dragged = false;
    const move = m => {
      if (Math.abs(m.clientX - x) > 3) { dragged = true; this.svg.classList.add('drag'); }
      if (dragged) { const by = (x - m.clientX) / this.width * length; this.show(from + by, from + by + length); }
    };
    const up = m => {
      removeEventListener('pointermove', move); removeEventListener('pointerup', up);
      this.svg.classList.remove('drag');
      if (dragged || m.type !== 'pointerup') return;
      const b = this.boxAt(e);
      if (b && b.cluster) this.animate(...b.cluster); else if (b) this.map.select(b.key, this.strip.number, b.index);
    };
    addEventListener('pointermove', move); addEventListener('pointerup', up);
  }
  boxAt(e) {
    const t = e.target.closest('[data-b],[data-c]');
    if (!t) return null;
    return t.dataset.b ? this.strip.boxes[t.dataset.b] : {cluster: t.dataset.c.split(' ').map(Number)};
  }
  key(e) {
    const s = this.strip, all = s.boxes, on = this.map.chosenIn(s), step = (this.to - this.from) * .15;
    const go = b => { if (b) { this.map.select(b.key, s.number, b.index); this.reveal(b); } };
    const next = (from, by) => { const row = s.rows[from.lane], i = row.indexOf(from) + by; return row[i]; };
    const keys = {
      ArrowRight: () => e.shiftKey ? this.show(this.from + step, this.to + step) : go(on ? next(on, 1) : all[0]),
      ArrowLeft: () => e.shiftKey ? this.show(this.from - step, this.to - step) : go(on ? next(on, -1) : all[0]),
      ArrowDown: () => go(on ? (s.rows[on.lane + 1] || []).find(b => b.to > on.from) : all[0]),
      ArrowUp: () => go(on ? (s.rows[on.lane - 1] || []).filter(b => b.from <= on.from).pop() : all[0]),
      Home: () => go(s.rows[on ? on.lane : 0][0]), End: () => go(s.rows[on ? on.lane : 0].slice(-1)[0]),
      '+': () => this.zoom(.5, on && on.to - on.from < this.to - this.from ? (on.from + on.to) / 2 : undefined), '=': () => keys['+'](),
      '-': () => this.zoom(2), '0': () => this.animate(0, 1),
      Enter: () => on && this.zoomTo(on), p: () => on && this.zoomToPage(on)
    };
    if (keys[e.key] && !e.ctrlKey && !e.metaKey && !e.altKey) { keys[e.key](); e.preventDefault(); e.stopPropagation(); }
  }
  /** Makes a box wide enough to be seen. */
  reveal(box) {
    const px = (box.to - box.from) / (this.to - this.from) * this.viewWidth, inside = box.from >= this.from && box.to <= this.to;
    if (px < 8) { const w = (box.to - box.from) * 12; this.animate(Math.max(0, (box.from + box.to - w) / 2), Math.min(1, (box.from + box.to + w) / 2)); }
    else if (!inside) { const l = this.to - this.from, middle = (box.from + box.to) / 2; px > this.width ? this.zoomTo(box) : this.animate(Math.max(0, Math.min(1 - l, middle - l / 2)), Math.max(l, Math.min(1, middle + l / 2))); }
  }

  draw() {
    this.stale = false;
    const w = this.width = this.svg.clientWidth || 900, out = [], s = this.strip;
    this.svg.setAttribute('viewBox', `0 0 ${w} ${this.height}`);
    this.svg.style.height = this.height + 'px';
    const top = HEAD + MINI, bottom = top + s.lanes * LANE;
    this.over = [];
    out.push(`<rect class="free" x="0" y="${top}" width="${w}" height="${bottom - top}"/>`);
    this.ruler(out, top, bottom);
    for (let lane = 0; lane < s.lanes; lane++) this.lane(out, s.rows[lane], lane, top + lane * LANE);
    this.breaks(out, top, bottom);
    if (this.to - this.from < .999) {
      out.push(`<rect class="mini" x="0" y="0" width="${w}" height="${MINI}"/><rect class="mini-on" x="${this.from * w}" y="0" width="${Math.max(3, (this.to - this.from) * w)}" height="${MINI}"/>`);
    }
    this.svg.innerHTML = out.join('') + this.over.join('');
  }
  lane(out, row, lane, y) {
    const h = LANE - 2, scale = this.width / (this.to - this.from);
    let low = 0, high = row.length;
    while (low < high) { const m = (low + high) >> 1; if (row[m].to < this.from) low = m + 1; else high = m; }
    let cluster = null, freeFrom = lane === 0 ? this.strip.start : null, freeAt = 0;
    const flush = () => { if (cluster) this.cluster(out, cluster, y, h); cluster = null; };
    for (let i = low; i < row.length && row[i].from <= this.to; i++) {
      const b = row[i], px = (b.to - b.from) * scale;
      const chosen = this.map.isChosen(b);
      if (px < NARROW && !chosen) {
        if (cluster && (b.from - cluster.to) * scale < 2) { cluster.to = Math.max(b.to, cluster.to); cluster.n++; cluster.last = b; if (b.look > cluster.look) cluster.look = b.look; cluster.hit = cluster.hit || this.map.isHit(b); }
        else { flush(); cluster = {from: b.from, to: b.to, n: 1, look: b.look, first: b, last: b, hit: this.map.isHit(b)}; }
        continue;
      }
      flush();
      this.box(out, b, y, h, chosen);
    }
    flush();
    this.free(out, row, low, lane, y);
  }
  /** Says how much is free where there is room to say it. */
  free(out, row, low, lane, y) {
    const say = (a, b, from, to) => {
      const x0 = Math.max(0, this.x(from)), x1 = Math.min(this.width, this.x(to));
      if (b > a && x1 - x0 > 70) out.push(`<text class="t" x="${(x0 + x1) / 2}" y="${y + 16}" text-anchor="middle">${sizeText(b - a)} free</text>`);
    };
    const around = lane === 0 ? [{start: this.strip.start, end: this.strip.end, from: 0, to: 1}]
      : this.strip.rows[lane - 1].filter(b => this.map.isWindow(b) && b.to >= this.from && b.from <= this.to && (b.to - b.from) / (this.to - this.from) * this.width > 70);
    if (around.length > 60) return;
    for (const w of around) {
      let at = w.start, from = w.from, i = 0, end = row.length;
      while (i < end) { const m = (i + end) >> 1; if (row[m].start < w.start) i = m + 1; else end = m; }
      const children = [];
      for (; i < row.length && row[i].start <= w.end && children.length < 400; i++) children.push(row[i]);
      if (lane > 0 && !children.length && this.strip.boxes.some(b => b.lane > lane && b.start >= w.start && b.end <= w.end)) continue;
      for (const c of children) { say(at, c.start, from, c.from); at = c.end + 1n; from = c.to; }
      say(at, w.end + 1n, from, w.to);
    }
  }
  cluster(out, c, y, h) {
    if (c.n === 1) { this.box(out, c.first, y, h, false); return; }
    const x0 = this.x(c.from), width = Math.max(NARROW, this.x(c.to) - x0), pad = Math.max((c.to - c.from) * .2, 1e-13);
    const look = this.map.looks[c.look];
    out.push(`<rect class="b ${look.id}${c.hit ? ' hit' : ''}" x="${x0}" y="${y}" width="${width}" height="${h}" data-c="${c.from - pad} ${c.to + pad}"><title>${c.n} resources from ${escaped(c.first.title)} to ${escaped(c.last.title)}; the worst: ${look.words}. Click to zoom in</title></rect>`);
    if (width > 30) out.push(`<text class="on" x="${x0 + width / 2}" y="${y + 16}" text-anchor="middle">${clipped('×' + c.n, width)}</text>`);
  }
  box(out, b, y, h, chosen) {
    const a = this.x(b.from), z = this.x(b.to), x0 = Math.max(-4, a), width = Math.max(NARROW, Math.min(this.width + 4, z) - x0);
    const look = this.map.looks[b.look], odd = look.id === 'window' && b.lane % 2 ? ' odd' : '';
    const changed = this.map.change(b), hit = this.map.isHit(b) ? ' hit' : '';
    const name = (changed ? 'Δ ' : '') + (look.mark ? look.mark + ' ' : '') + b.title, size = sizeText(b.end - b.start + 1n);
    out.push(`<rect class="b ${look.id}${odd}${hit}" x="${x0}" y="${y}" width="${width}" height="${h}" rx="${width > 8 ? 3 : 0}" data-b="${b.index}" data-key="${escaped(b.key)}"><title>${escaped(b.title)} · ${size} · ${hex(b.start)}–${hex(b.end)} · ${look.words}${changed ? ' · ' + escaped(changed) : ''}</title></rect>`);
    const left = Math.max(2, x0), visible = Math.min(this.width, z) - left;
    if (visible > 22) {
      const both = name + '  ' + size, text = both.length * CHARACTER + 8 < visible ? both : clipped(name, visible) || look.mark;
      const plain = ['window', 'other', 'io', 'reserved', 'partly'].includes(look.id);
      out.push(`<text class="${plain ? '' : 'on'}" x="${left + 5}" y="${y + 16}">${escaped(text)}</text>`);
    } else if (look.mark && visible > 10) out.push(`<text class="on" x="${left + visible / 2}" y="${y + 16}" text-anchor="middle">${look.mark}</text>`);
    if (chosen) this.over.push(`<rect class="rim" x="${x0}" y="${y}" width="${width}" height="${h}" rx="3"/><rect class="sel" x="${x0}" y="${y}" width="${width}" height="${h}" rx="3"/>`);
    else if (changed) this.over.push(`<rect class="ring" x="${x0 + 1}" y="${y + 1}" width="${Math.max(1, width - 2)}" height="${h - 2}" rx="2"/>`);
  }
  /** Addresses above; pages where they are wide enough. */
  ruler(out, top, bottom) {
    const scale = this.width / (this.to - this.from), page = this.map.boot.pageSize, memory = this.strip.type !== 'io';
    let lastLabel = -1e9;
    const label = (x, address) => {
      const text = hex(address), room = text.length * 6.1 + 14;
      if (x < lastLabel || x + room - 14 > this.width) return;
      out.push(`<text class="t" x="${Math.max(2, x + 2)}" y="${MINI + 13}">${text}</text>`); lastLabel = x + room;
    };
    for (const p of this.strip.pieces) {
      if (p.to <= this.from || p.from >= this.to || p.gap && (p.to - p.from) * scale < 200) continue;
      const perByte = (p.to - p.from) / p.size * scale;
      const first = Math.max(0, Math.floor((this.from - p.from) / (p.to - p.from) * p.size)), last = Math.min(p.size, Math.ceil((this.to - p.from) / (p.to - p.from) * p.size));
      if (memory && page * perByte > 7) {
        const size = BigInt(page), before = Number(p.start % size);
        for (let off = Math.floor((first + before) / page) * page - before; off < last; off += page) {
          const x = this.x(p.from + off / p.size * (p.to - p.from)), number = (p.start + BigInt(off)) / size;
          if (number % 2n) out.push(`<rect class="pg" x="${x}" y="${top}" width="${page * perByte}" height="${bottom - top}"/>`);
          this.over.push(`<line class="page" x1="${x}" x2="${x}" y1="${top - 4}" y2="${bottom + 3}"/>`);
        }
      }
      const step = Math.pow(2, Math.max(0, Math.ceil(Math.log2(118 / perByte)))), big = BigInt(step), shift = Number(p.start % big);
      const x0 = this.x(p.from);
      if (x0 >= -1) { out.push(`<line class="tick" x1="${x0}" x2="${x0}" y1="${MINI + 3}" y2="${bottom}"/>`); label(x0, p.start); }
      for (let off = Math.ceil((first + shift) / step) * step - shift; off <= last; off += step) {
        if (off <= 0) continue;
        const x = this.x(p.from + off / p.size * (p.to - p.from));
        out.push(`<line class="tick" x1="${x}" x2="${x}" y1="${MINI + 8}" y2="${bottom}"/>`); label(x, p.start + BigInt(off));
      }
    }
  }
  breaks(out, top, bottom) {
    for (const p of this.strip.pieces) {
      const a = this.x(p.from), z = this.x(p.to);
      if (!p.gap || z < 0 || a > this.width || z - a < 2 || z - a > 200) continue;
      const middle = (a + z) / 2, size = sizeText(p.end - p.start + 1n), half = Math.min(5, (z - a) / 4);
      let zig = '';
      for (let y = top, i = 0; y <= bottom; y += 6, i++) zig += `${i ? 'L' : 'M'}${middle - half + (i % 2 ? 3 : -3)} ${y}`;
      for (let y = top, i = 0; y <= bottom; y += 6, i++) zig += `${i ? 'L' : 'M'}${middle + half + (i % 2 ? 3 : -3)} ${y}`;
      out.push(`<rect class="brk" x="${middle - half}" y="${top}" width="${half * 2}" height="${bottom - top}"/><path class="zig" d="${zig}"/>`);
      const room = size.length * 6.1;
      if (z - a > 12) this.over.push(`<text class="t" x="${Math.max(room / 2 + 1, Math.min(this.width - room / 2 - 1, middle))}" y="${MINI + 13}" text-anchor="middle" style="paint-order:stroke;stroke:var(--paper);stroke-width:5px">${size}</text>`);
    }
  }
}
