'use strict';

// Each drawing of the page moves, zooms and folds on its own.
for (const viewer of document.querySelectorAll('.viewer')) view(viewer);

function view(viewer) {
  const stage = viewer.querySelector('.stage');
  const svg = stage.querySelector('svg');
  const details = viewer.querySelector('.details');
  const vertices = [...svg.querySelectorAll('.vertex')];
  const arrows = [...svg.querySelectorAll('.arrow')];
  const groups = [...svg.querySelectorAll('.group')];
  const legend = svg.querySelector('.legend');

  // ---- moving and zooming

  const { width: fullWidth, height: fullHeight } = svg.viewBox.baseVal;
  const view = { x: 0, y: 0, scale: 1 };

  function show() {
    svg.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
  }

  function zoom(factor, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
    const scale = Math.min(8, Math.max(0.02, view.scale * factor));
    view.x = x - (x - view.x) * scale / view.scale;
    view.y = y - (y - view.y) * scale / view.scale;
    view.scale = scale;
    show();
  }

  function showAll() {
    const box = svg.viewBox.baseVal;
    view.scale = Math.min(1.5, stage.clientWidth / box.width, stage.clientHeight / box.height);
    view.x = (stage.clientWidth - box.width * view.scale) / 2;
    view.y = (stage.clientHeight - box.height * view.scale) / 2;
    show();
  }

  // Where the page scrolls, the wheel alone scrolls it past the drawing.
  function pageScrolls() { return document.documentElement.scrollHeight > innerHeight; }

  stage.addEventListener('wheel', event => {
    if (pageScrolls() && !event.ctrlKey) return;
    event.preventDefault();
    const at = stage.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), event.clientX - at.left, event.clientY - at.top);
  }, { passive: false });

  const pointers = new Map();
  stage.addEventListener('pointerdown', event => {
    if (event.target.closest('text')) return; // text can be selected
    pointers.set(event.pointerId, event);
    stage.setPointerCapture(event.pointerId);
    stage.classList.add('dragging');
  });
  stage.addEventListener('pointermove', event => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    if (pointers.size === 2) { // two fingers zoom
      const other = [...pointers.values()].find(pointer => pointer.pointerId !== event.pointerId);
      const distance = pointer => Math.hypot(pointer.clientX - other.clientX, pointer.clientY - other.clientY);
      const at = stage.getBoundingClientRect();
      zoom(distance(event) / Math.max(1, distance(before)), other.clientX - at.left, other.clientY - at.top);
    } else {
      view.x += event.clientX - before.clientX;
      view.y += event.clientY - before.clientY;
      show();
    }
    pointers.set(event.pointerId, event);
  });
  for (const end of ['pointerup', 'pointercancel']) {
    stage.addEventListener(end, event => {
      pointers.delete(event.pointerId);
      stage.classList.toggle('dragging', pointers.size > 0);
    });
  }

  // ---- what the pointer rests on

  function point(vertex, event) {
    for (const other of [...vertices, ...arrows]) other.classList.remove('near');
    svg.classList.toggle('pointing', vertex !== null);
    details.hidden = vertex === null;
    if (vertex === null) return;
    const number = vertex.dataset.vertex;
    vertex.classList.add('near');
    for (const arrow of arrows) {
      if (arrow.dataset.from === number || arrow.dataset.to === number) {
        arrow.classList.add('near');
        vertices[arrow.dataset.from].classList.add('near');
        vertices[arrow.dataset.to].classList.add('near');
      }
    }
    details.textContent = vertex.dataset.details;
    const left = Math.min(event.clientX + 18, innerWidth - details.offsetWidth - 8);
    const below = event.clientY + 18 + details.offsetHeight < innerHeight;
    details.style.left = `${Math.max(8, left)}px`;
    details.style.top = `${Math.max(8, below ? event.clientY + 18 : event.clientY - 18 - details.offsetHeight)}px`;
  }

  for (const vertex of vertices) {
    const title = vertex.querySelector('title'); // what the panel shows, the browser need not
    vertex.dataset.details = title.textContent;
    vertex.setAttribute('aria-label', title.textContent);
    title.remove();
    vertex.addEventListener('pointerenter', event => { if (pointers.size === 0) point(vertex, event); });
    vertex.addEventListener('pointerleave', () => point(null));
  }

  // ---- folding

  const FOLDED_HEIGHT = 32;
  const MARGIN = 16;
  const shut = new Set();
  const graph = svg.querySelector('.graph');
  const heading = svg.querySelector('.heading');
  const position = element => element.getAttribute('transform').match(/-?[\d.]+/g).map(Number);
  const titles = [...svg.querySelectorAll('.group-title')].map(title => {
    const text = title.querySelector('text');
    return { title, text, label: text.textContent, width: text.getBBox().width };
  });
  const boxes = groups.map(group => {
    const { x, y, width, height } = group.querySelector('rect').getBBox();
    return { x, y, width, height };
  });
  const places = vertices.map(vertex => {
    const [x, y] = position(vertex);
    const { width, height } = vertex.querySelector('.outline').getBBox();
    return { x, y, width, height };
  });
  const marks = [...svg.querySelectorAll('.arrow path')].map(path => ({ path, way: path.getAttribute('d') }));
  const words = [...svg.querySelectorAll('.arrow text')].map(text => ({ text, x: +text.getAttribute('x'), y: +text.getAttribute('y') }));
  const [graphX, graphY] = position(graph);
  const [, legendY] = position(legend);
  const legendWidth = legend.getBBox().width;

  function parent(group) { return +groups[group].dataset.parent; }

  function outermostShut(group) {
    let found = -1;
    for (let g = group; g >= 0; g = parent(g)) if (shut.has(g)) found = g;
    return found;
  }

  // A monotone map of x or y: what is folded away shrinks, everything else keeps its size.
  function shrunk(from, size, foldedSize, titleSize) {
    const folded = boxes.map((_, g) => g).filter(g => outermostShut(g) === g)
        .map(g => ({ begin: boxes[g][from], end: boxes[g][from] + boxes[g][size], rate: Math.min(1, foldedSize(g) / boxes[g][size]) }));
    const kept = places.filter((_, v) => outermostShut(+vertices[v].dataset.group) < 0)
        .map(place => [place[from] - 8, place[from] + place[size] + 8]);
    for (const [g, box] of boxes.entries()) {
      if (outermostShut(g) < 0) kept.push([box[from], box[from] + titleSize(g)]);
    }
    const cuts = [...new Set([...folded.flatMap(box => [box.begin, box.end]), ...kept.flat()])].sort((a, b) => a - b);
    const steps = [[-1e9, -1e9]];
    let mapped = cuts.length ? cuts[0] : 0;
    for (let i = 0; i < cuts.length; i++) {
      steps.push([cuts[i], mapped]);
      if (i + 1 < cuts.length) {
        const middle = (cuts[i] + cuts[i + 1]) / 2;
        const isKept = kept.some(([from, to]) => from < middle && middle < to);
        const over = folded.filter(box => box.begin < middle && middle < box.end);
        const rate = isKept || over.length === 0 ? 1 : Math.max(...over.map(box => box.rate));
        mapped += (cuts[i + 1] - cuts[i]) * rate;
      }
    }
    steps.push([1e9, 1e9 + mapped - (cuts.length ? cuts[cuts.length - 1] : 0)]);
    const f = at => {
      let low = 0, high = steps.length - 1;
      while (high - low > 1) {
        const middle = low + high >> 1;
        if (steps[middle][0] <= at) low = middle; else high = middle;
      }
      const [from, to] = steps[low], [nextFrom, nextTo] = steps[high];
      return to + (at - from) * (nextTo - to) / (nextFrom - from);
    };
    f.corners = folded.length ? cuts : [];
    return f;
  }

  // Path data "M x y", "L x y", "Q x y x y" with another x and y; what is relative (a tip) is left alone. A line gets a
  // corner wherever a map has one: it passes boxes as before.
  function mapped(way, fx, fy) {
    let x0, y0;
    return way.replace(/([MLQ])([^A-Za-z]*)/g, (_, command, numbers) => {
      const values = numbers.trim().split(/\s+/).map(Number);
      const [x, y] = values.slice(-2);
      const passed = (f, from, to) => f.corners.map(corner => (corner - from) / (to - from)).filter(part => 0 < part && part < 1);
      const between = command === 'L' ? [...passed(fx, x0, x), ...passed(fy, y0, y)].sort((a, b) => a - b) : [];
      const line = between.map(part => `L${fx(x0 + (x - x0) * part).toFixed(1)} ${fy(y0 + (y - y0) * part).toFixed(1)}`);
      [x0, y0] = [x, y];
      return line.join('') + command + values.map((value, i) => (i % 2 === 1 ? fy : fx)(value).toFixed(1)).join(' ');
    });
  }

  function refold() {
    const fx = shrunk('x', 'width', g => titles[g].width + 60, g => titles[g].width + 40);
    const fy = shrunk('y', 'height', () => FOLDED_HEIGHT, () => 26);
    for (const [v, vertex] of vertices.entries()) {
      vertex.classList.toggle('hidden', outermostShut(+vertex.dataset.group) >= 0);
      vertex.setAttribute('transform', `translate(${fx(places[v].x)} ${fy(places[v].y)})`);
    }
    for (const arrow of arrows) {
      const from = outermostShut(+vertices[arrow.dataset.from].dataset.group);
      const to = outermostShut(+vertices[arrow.dataset.to].dataset.group);
      arrow.classList.toggle('hidden', from >= 0 && from === to);
      arrow.querySelector('.tip').classList.toggle('hidden', to >= 0);
      for (const text of arrow.querySelectorAll('text')) text.classList.toggle('hidden', from >= 0 || to >= 0);
    }
    for (const { path, way } of marks) path.setAttribute('d', mapped(way, fx, fy));
    for (const { text, x, y } of words) {
      text.setAttribute('x', fx(x));
      text.setAttribute('y', fy(y));
    }
    for (const [g, group] of groups.entries()) {
      const isShut = outermostShut(g) === g;
      const rect = group.querySelector('rect');
      const left = fx(boxes[g].x), right = fx(boxes[g].x + boxes[g].width);
      const top = fy(boxes[g].y), bottom = fy(boxes[g].y + boxes[g].height);
      for (const [name, value] of Object.entries({ x: left, y: top, width: right - left, height: bottom - top })) {
        rect.setAttribute(name, value);
      }
      const { title, text, label } = titles[g];
      text.setAttribute('y', isShut ? (top + bottom) / 2 + 4 : top + 17);
      text.setAttribute('x', isShut ? (left + right) / 2 : left + 10);
      text.setAttribute('text-anchor', isShut ? 'middle' : 'start');
      text.textContent = `${isShut ? '▸' : '▾'} ${label}`;
      text.setAttribute('aria-expanded', String(!isShut));
      for (const part of [group, title]) {
        part.classList.toggle('shut', isShut);
        part.classList.toggle('hidden', outermostShut(g) >= 0 && !isShut);
      }
      // a folded box hides the arrows that end inside it; an open one lies under all arrows, its title over them
      if (isShut) {
        graph.append(group, title);
      } else {
        graph.insertBefore(group, arrows[0] ?? vertices[0]);
        graph.insertBefore(title, vertices[0]);
      }
    }
    const content = fx(fullWidth - 2 * graphX);
    const width = Math.max(content, legendWidth + 2 * MARGIN, (heading?.getBBox().width ?? 0) + 2 * MARGIN);
    const height = fullHeight - legendY + graphY + fy(legendY - graphY);
    graph.setAttribute('transform', `translate(${(width - content) / 2} ${graphY})`);
    legend.setAttribute('transform', `translate(${(width - legendWidth) / 2} ${graphY + fy(legendY - graphY)})`);
    heading?.setAttribute('x', width / 2);
    Object.assign(svg.viewBox.baseVal, { width, height });
    svg.setAttribute('width', width);
    svg.setAttribute('height', height);
  }

  function toggle(g) {
    if (shut.has(g)) shut.delete(g); else shut.add(g);
    refold();
  }

  for (const [g, { text }] of titles.entries()) {
    text.setAttribute('role', 'button');
    text.setAttribute('tabindex', '0');
    text.addEventListener('click', () => toggle(g));
    text.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      toggle(g);
      text.focus({ preventScroll: true }); // what moves in the document loses it
    });
  }

  // ---- buttons and keys

  const actions = {
    'zoom-in': () => zoom(1.25),
    'zoom-out': () => zoom(0.8),
    'whole': showAll,
    'fold-all': () => { groups.forEach((_, g) => shut.add(g)); refold(); showAll(); },
    'unfold-all': () => { shut.clear(); refold(); showAll(); },
  };
  for (const button of viewer.querySelectorAll('button')) {
    button.addEventListener('click', actions[button.dataset.action]);
    if (button.dataset.action.includes('fold')) button.hidden = groups.length === 0;
  }
  document.addEventListener('keydown', event => {
    const action = { '+': 'zoom-in', '-': 'zoom-out', '0': 'whole' }[event.key];
    if (!action || event.ctrlKey || event.metaKey) return;
    if (!pageScrolls() || viewer.matches(':hover, :focus-within')) actions[action]();
  });
  addEventListener('resize', showAll);
  if ('folded' in viewer.dataset) groups.forEach((_, g) => shut.add(g));
  refold();
  showAll();
  if (pageScrolls()) viewer.querySelector('.hint').prepend('Ctrl + ');
}
