// Zoom, pan, choice and order of lanes. Without it the page is complete: the picture shows all of the time,
// and scrolls. Nothing is animated: a window is there at once, whatever motion the reader wants.
const scroller = document.querySelector('.lanes-wide .chart-scroll');
const plot = scroller?.querySelector('svg[data-axis]');
const tools = document.querySelector('[data-tools]');
function start() {
  const rtl = plot.getAttribute('direction') === 'rtl';
  const [, , width, height] = plot.getAttribute('viewBox').split(' ').map(Number);
  const axis = pairs(plot);
  const [start, end] = [axis[0][1], axis.at(-1)[1]];
  // Names stand beside the axis, on the side where the language begins.
  const side = rtl ? width - end : start;
  const find = (name) => tools.querySelector(`[data-${name}]`);
  const lanes = [...plot.querySelectorAll('g[data-y]')].map((group, n) => {
    const [top, foot] = group.dataset.y.split(' ').map(Number);
    const item = tools.querySelectorAll('[data-lane]')[n];
    return { group, top, foot, item, head: group.querySelector('.hd'), shown: true };
  });
  const last = Math.max(...lanes.map((lane) => lane.foot));
  // What stands below the lanes, such as years and differences, moves up when lanes go.
  const below = [...plot.querySelectorAll('text')].filter((text) => !text.closest('[data-y], .un') && +text.getAttribute('y') > last);
  const rules = [...plot.querySelectorAll(':scope > path.g')].filter((path) => path.getAttribute('d').startsWith('M0 '));
  const under = plot.querySelector('g.un');
  const heading = under?.querySelector('.hd');
  let order = [...lanes];
  let zoom = 1;

  // The names, in a picture of their own that stays in sight.
  const names = plot.cloneNode(false);
  names.removeAttribute('role');
  names.removeAttribute('aria-labelledby');
  names.removeAttribute('aria-describedby');
  names.removeAttribute('data-axis');
  names.classList.add('chart-heads');

  const moving = readings(plot, start, rtl);
  /** Draws the time so many times as wide. What is as long as a text stays as it is. */
  function stretch(to) {
    zoom = to;
    const at = (x) => Math.round((start + (x - start) * zoom) * 10) / 10;
    for (const write of moving) write(at);
    const wide = at(end) + width - end;
    plot.setAttribute('width', wide);
    plot.setAttribute('viewBox', `0 0 ${wide} ${plot.getAttribute('height')}`);
  }

  /** Where the first day in sight is, in pixels of the picture as it was. */
  const left = () => {
    const room = plot.width.baseVal.value - scroller.clientWidth;
    return start + (rtl ? Math.max(room, 0) + scroller.scrollLeft - start : scroller.scrollLeft) / zoom;
  };
  const room = () => Math.max(scroller.clientWidth - (rtl ? width - end : start), 100);
  /** Whether less than all of the time is in sight. */
  const zoomed = () => zoom > 1;
  function look(from, to) {
    const wanted = to - from > end - start - 1 ? 1 : Math.min(Math.max(room() / (to - from), 1), 400);
    if (wanted !== zoom) stretch(wanted);
    const x = start + (from - start) * zoom;
    scroller.scrollLeft = rtl ? x - Math.max(plot.width.baseVal.value - scroller.clientWidth, 0) : x - start;
    told();
  }
  /** Zooms by a factor, so that the place under the pointer (or the middle) stays. */
  function zoomBy(factor, share = 0.5) {
    const [from, seen] = [left(), room() / zoom];
    const middle = from + seen * share;
    look(middle - (seen / factor) * share, middle + (seen / factor) * (1 - share));
  }
  const all = () => look(start, end);

  const isAll = () => order.every((lane, n) => lane.shown && lane === lanes[n]);
  /** Puts the chosen lanes under one another, in their order. */
  function arrange() {
    let y = Math.min(...lanes.map((lane) => lane.top));
    for (const lane of order) {
      for (const part of [lane.group, lane.head]) {
        part.toggleAttribute('hidden', !lane.shown);
        part.setAttribute('display', lane.shown ? 'inline' : 'none');
        part.setAttribute('transform', `translate(0 ${y - lane.top})`);
      }
      if (lane.shown) y += lane.foot - lane.top + 8;
      lane.item.parentNode.append(lane.item);
    }
    const gone = last - (y - 8);
    for (const text of below) text.setAttribute('transform', `translate(0 ${-gone})`);
    for (const part of [under, heading]) part?.setAttribute('transform', `translate(0 ${-gone})`);
    for (const rule of rules) rule.setAttribute('display', isAll() ? 'inline' : 'none');
    for (const picture of [plot, names]) {
      const box = picture.getAttribute('viewBox').split(' ');
      picture.setAttribute('height', height - gone);
      picture.setAttribute('viewBox', [...box.slice(0, 3), height - gone].join(' '));
    }
  }

  /** With names beside the picture; for print, without. */
  function dress(live) {
    scroller.classList.toggle('is-live', live);
    for (const lane of lanes) {
      if (!lane.head) continue;
      if (live) names.append(lane.head);
      else lane.group.prepend(lane.head);
    }
    if (heading) (live ? names : under).append(heading);
    if (live) scroller.append(names);
    else names.remove();
    arrange();
    // What is in its lane moves with it.
    if (!live) for (const part of [heading, ...lanes.map((lane) => lane.head)]) part?.removeAttribute('transform');
  }

  // The state is in the address, and in the fields.
  const [fromField, toField] = [find('from'), find('to')];
  const key = (lane) => lane.head?.querySelector('a')?.getAttribute('href').split('/').filter(Boolean).pop() ?? '';
  const bars = [...document.querySelectorAll('.row-of-bars svg[data-axis]')].map((svg) => {
    const mark = document.createElementNS(svg.namespaceURI, 'rect');
    for (const [name, value] of Object.entries({ class: 'fc', y: 2, height: 46 })) mark.setAttribute(name, value);
    svg.append(mark);
    return { svg, axis: pairs(svg), mark };
  });
  let waiting;
  function told() {
    // On a phone there is nothing to zoom.
    if (!scroller.clientWidth) return;
    const [from, to] = [left(), left() + room() / zoom].map((x) => between(axis, x, 1, 0));
    const days = [Math.round(from), Math.min(Math.round(to), axis.at(-1)[0] - 1)];
    [fromField.value, toField.value] = days.map(iso);
    for (const bar of bars) {
      const [a, b] = days.map((day) => between(bar.axis, day, 0, 1));
      bar.mark.setAttribute('x', a);
      bar.mark.setAttribute('width', zoomed() ? Math.max(b - a, 2) : 0);
    }
    find('out').disabled = !zoomed();
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const asked = new URLSearchParams(location.search);
      const set = (name, value) => (value ? asked.set(name, value) : asked.delete(name));
      set('from', zoomed() && fromField.value);
      set('to', zoomed() && toField.value);
      set('lanes', !isAll() && order.filter((lane) => lane.shown).map(key).join('.'));
      const query = asked.toString();
      history.replaceState(history.state, '', location.pathname + (query && `?${query}`) + location.hash);
    }, 150);
  }
  function read() {
    const asked = new URLSearchParams(location.search);
    const wanted = asked.get('lanes')?.split('.');
    if (wanted) {
      const place = (lane) => wanted.indexOf(key(lane));
      const known = lanes.filter((lane) => place(lane) >= 0).sort((a, b) => place(a) - place(b));
      if (known.length) {
        order = [...known, ...lanes.filter((lane) => !known.includes(lane))];
        for (const lane of lanes) lane.shown = known.includes(lane);
      }
    }
    for (const lane of lanes) lane.item.querySelector('input').checked = lane.shown;
    const [from, to] = ['from', 'to'].map((name) => day(asked.get(name)));
    return from < to ? [from, to] : undefined;
  }
  const show = (from, to) => look(between(axis, from, 0, 1), between(axis, to + 1, 0, 1));

  const pressed = (name, act) => find(name).addEventListener('click', act);
  pressed('in', () => zoomBy(1.6));
  pressed('out', () => zoomBy(1 / 1.6));
  pressed('all', all);
  const typed = () => {
    const [from, to] = [day(fromField.value), day(toField.value)];
    if (from < to) show(from, to);
  };
  fromField.addEventListener('change', typed);
  toField.addEventListener('change', typed);
  for (const lane of lanes) {
    lane.item.addEventListener('change', ({ target }) => {
      lane.shown = target.checked;
      // One lane is always there.
      if (!lanes.some((other) => other.shown)) target.checked = lane.shown = true;
      arrange();
      told();
    });
    lane.item.addEventListener('click', ({ target }) => {
      const step = 'up' in target.dataset ? -1 : 'down' in target.dataset ? 1 : 0;
      const [from, to] = [order.indexOf(lane), order.indexOf(lane) + step];
      if (!step || to < 0 || to >= order.length) return;
      order.splice(from, 1);
      order.splice(to, 0, lane);
      arrange();
      target.focus();
      told();
    });
  }
  scroller.addEventListener('keydown', (event) => {
    const acts = { '+': () => zoomBy(1.6), '=': () => zoomBy(1.6), '-': () => zoomBy(1 / 1.6), 0: all };
    if (event.ctrlKey || event.metaKey || event.altKey || !acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  });
  // While a wheel turns or fingers move, the picture is stretched as a whole, which costs next to nothing; then
  // it is drawn anew.
  let turned;
  function turn(factor, x) {
    if (!turned) {
      const [box, own] = [scroller, plot].map((part) => part.getBoundingClientRect());
      const share = (x - box.left - (rtl ? 0 : side)) / room();
      plot.style.willChange = 'transform';
      plot.style.transformOrigin = `${x - own.left}px 0`;
      turned = { by: 1, share: Math.min(Math.max(share, 0), 1) };
    }
    turned.by = Math.min(Math.max(turned.by * factor, 1 / zoom), 400 / zoom);
    turned.frame ??= requestAnimationFrame(() => {
      turned.frame = undefined;
      plot.style.transform = `scaleX(${turned.by})`;
    });
    clearTimeout(turned.end);
    turned.end = setTimeout(() => {
      const { by, share, frame } = turned;
      cancelAnimationFrame(frame);
      turned = undefined;
      plot.removeAttribute('style');
      zoomBy(by, share);
    }, 140);
  }
  scroller.addEventListener('wheel', (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    turn(Math.exp(-event.deltaY / 200), event.clientX);
  }, { passive: false });
  let apart = 0;
  scroller.addEventListener('touchmove', (event) => {
    if (event.touches.length !== 2) return;
    event.preventDefault();
    const [one, other] = event.touches;
    const now = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    if (apart) turn(now / apart, (one.clientX + other.clientX) / 2);
    apart = now;
  }, { passive: false });
  scroller.addEventListener('touchend', () => { apart = 0; });
  scroller.addEventListener('scroll', () => requestAnimationFrame(told), { passive: true });

  // A window is drawn on the row of bars.
  for (const bar of bars) {
    const dayAt = (event) => {
      const box = bar.svg.getBoundingClientRect();
      const x = ((event.clientX - box.left) / box.width) * bar.svg.viewBox.baseVal.width;
      return Math.round(between(bar.axis, x, 1, 0));
    };
    let first;
    bar.svg.addEventListener('pointerdown', (event) => {
      if (event.button || event.pointerType === 'touch') return;
      first = { day: dayAt(event), x: event.clientX };
    });
    bar.svg.addEventListener('pointermove', (event) => {
      if (!first || Math.abs(event.clientX - first.x) < 4) return;
      bar.svg.setPointerCapture(event.pointerId);
      first.moved = true;
      const days = [first.day, dayAt(event)].sort((a, b) => a - b);
      if (days[0] < days[1]) show(...days);
    });
    // What ends a window is no click on a year.
    bar.svg.addEventListener('click', (event) => {
      if (first?.moved) event.preventDefault();
      first = undefined;
    }, true);
    bar.svg.addEventListener('pointercancel', () => { first = undefined; });
    bar.svg.addEventListener('dragstart', (event) => event.preventDefault());
  }

  // What the mark in question is, in full.
  const detail = find('detail');
  const tell = ({ target }) => {
    const title = target.closest?.('a')?.querySelector('title');
    if (title) detail.textContent = title.textContent;
  };
  scroller.addEventListener('focusin', tell);
  scroller.addEventListener('pointerover', tell);

  // On paper the whole time is shown, with the names in the picture.
  let seen;
  function onPaper(is) {
    if (is === Boolean(seen)) return;
    if (is) {
      seen = [left(), left() + room() / zoom];
      stretch(1);
      dress(false);
      told();
    } else {
      dress(true);
      look(...seen);
      seen = undefined;
    }
  }
  addEventListener('beforeprint', () => onPaper(true));
  addEventListener('afterprint', () => onPaper(false));
  matchMedia('print').addEventListener('change', ({ matches }) => onPaper(matches));

  // Labels at the edge begin a little before it.
  const box = rtl ? [end + 8, 0, width - end - 8, height] : [0, 0, start - 8, height];
  names.setAttribute('viewBox', box.join(' '));
  names.setAttribute('width', box[2]);
  const wanted = read();
  dress(true);
  tools.classList.add('is-live');
  if (wanted) show(...wanted);
  else told();
}

/** The days of an axis and where they are. */
function pairs(svg) {
  const numbers = svg.dataset.axis.split(' ').map(Number);
  return Array.from({ length: numbers.length / 2 }, (_, n) => numbers.slice(2 * n, 2 * n + 2));
}

/** Reads a value of one column of pairs in the other; what is outside is the nearest end. */
function between(list, value, from, to) {
  const next = list.findIndex((pair) => pair[from] >= value);
  if (next === 0) return list[0][to];
  if (next < 0) return list.at(-1)[to];
  const [a, b] = [list[next - 1], list[next]];
  return a[to] + ((b[to] - a[to]) * (value - a[from])) / (b[from] - a[from] || 1);
}

const iso = (day) => {
  const date = new Date(day * 864e5);
  return Number.isNaN(+date) || date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999 ? '' : date.toISOString().slice(0, 10);
};
const day = (text) => (/^\d{4}-\d\d-\d\d$/.test(text ?? '') ? Date.parse(text) / 864e5 : NaN);

/** How each element is written anew: given where an `x` is, it sets its own. */
function readings(svg, start, rtl) {
  const out = [];
  const set = (element, name, value) => element.setAttribute(name, value);
  for (const element of svg.querySelectorAll('use, text, rect, path, circle, tspan[x]')) {
    if (element.closest('defs, .hd')) continue;
    const name = element.localName;
    const x = +element.getAttribute('x');
    if (name === 'use') out.push((at) => set(element, 'x', at(x)));
    else if (name === 'circle') {
      const centre = +element.getAttribute('cx');
      out.push((at) => set(element, 'cx', at(centre)));
    } else if (name === 'rect') {
      const wide = +element.getAttribute('width');
      out.push((at) => {
        set(element, 'x', at(x));
        set(element, 'width', at(x + wide) - at(x));
      });
    } else if (name === 'path') {
      const parts = pieces(element.getAttribute('d'));
      if (parts.length > 1) out.push((at) => set(element, 'd', parts.map((part) => (typeof part === 'number' ? at(part) : part)).join('')));
    } else {
      const text = element.closest('text');
      // A text at a line stands five pixels beside it; one below a band or over a bracket begins with it.
      const anchor = text.getAttribute('text-anchor');
      const inColumns = text.closest('[data-columns]') || text.classList.contains('t');
      const off = inColumns || anchor === 'middle' ? 0 : (anchor === 'end') === rtl ? 5 : -5;
      out.push((at) => set(element, 'x', at(x - off) + off));
    }
  }
  return out;
}

/** A path as texts and numbers; the numbers are the places on the axis of time. */
function pieces(d) {
  const out = [''];
  for (const [, command, rest] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    out[out.length - 1] += command;
    const numbers = rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? [];
    numbers.forEach((number, n) => {
      const isX = command === 'H' || ('MLCQ'.includes(command) && n % 2 === 0);
      const gap = n ? ' ' : '';
      if (isX) {
        out[out.length - 1] += gap;
        out.push(+number, '');
      } else out[out.length - 1] += gap + number;
    });
  }
  return out;
}

if (plot && tools) start();
