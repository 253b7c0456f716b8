// A card for each parameter: how its numbers and its gradient are distributed, and the norm of the gradient, step by step.
import { number } from './text.js';

const SVG = 'http://www.w3.org/2000/svg';

function svg(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function html(name, className, ...children) {
  const element = document.createElement(name);
  element.className = className;
  element.append(...children);
  return element;
}

export class Parameters {
  #place;
  #cards = new Map();
  #changed = false;

  constructor(place) {
    this.#place = place;
  }

  clear() {
    this.#cards.clear();
    this.#place.replaceChildren();
  }

  isEmpty() {
    return this.#cards.size === 0;
  }

  #card(name) {
    if (!this.#cards.has(name)) {
      const card = new Card(name);
      this.#cards.set(name, card);
      this.#place.append(card.element);
    }
    return this.#cards.get(name);
  }

  /** The latest of all parameters. */
  show(statistics) {
    for (const parameter of statistics) this.#card(parameter.name).latest = parameter;
    this.#changed = true;
  }

  /** Norms of gradients. */
  take({ series, from, x, y }) {
    const { norms } = this.#card(series);
    norms.x.length = norms.y.length = from;
    norms.x.push(...x);
    norms.y.push(...y);
    this.#changed = true;
  }

  draw() {
    if (!this.#changed) return;
    this.#changed = false;
    for (const card of this.#cards.values()) card.draw();
  }

  /** Shows only those whose names contain a text. */
  filter(text) {
    const part = text.trim().toLowerCase();
    for (const [name, card] of this.#cards) card.element.hidden = !name.toLowerCase().includes(part);
  }
}

class Card {
  latest = null;
  norms = { x: [], y: [] };
  #size = html('span', 'size');
  #values = new Histogram('values');
  #grad = new Histogram('grad');
  #norm = new Sparkline();

  constructor(name) {
    this.element = html('article', 'card parameter',
        html('h3', '', html('span', '', name), this.#size), this.#values.element, this.#grad.element, this.#norm.element);
  }

  draw() {
    if (this.latest) {
      this.#size.textContent = this.latest.size;
      this.#values.draw(this.latest.values);
      this.#grad.draw(this.latest.grad ?? null);
    }
    this.#norm.draw(this.norms, this.latest?.grad?.norm ?? null);
  }
}

class Histogram {
  #bars = svg('path', { class: 'bars' });
  #zero = svg('path', { class: 'zero' });
  #picture = svg('svg', { viewBox: '0 0 100 100', preserveAspectRatio: 'none', role: 'img' },
      svg('path', { class: 'base', d: 'M0 100H100' }), this.#zero, this.#bars);
  #low = html('span', '');
  #middle = html('span', '');
  #high = html('span', '');

  constructor(kind) {
    this.element = html('div', kind, this.#picture, html('div', 'scale', this.#low, this.#middle, this.#high));
    this.element.hidden = true;
  }

  draw(distribution) {
    this.element.hidden = distribution === null;
    if (distribution === null) return;
    const { low, high, mean, std, counts, missing } = distribution;
    const most = Math.max(1, ...counts);
    const width = 100 / counts.length;
    // one value alone is a bar in the middle
    this.#bars.setAttribute('d', counts.length === 1 ? 'M45 100V0H55V100z' : counts.map((count, i) =>
      count === 0 ? '' : `M${(i * width).toFixed(2)} 100v${-Math.max(1.5, 100 * count / most).toFixed(2)}h${(width * 0.92).toFixed(2)}V100z`).join(''));
    this.#zero.setAttribute('d', low < 0 && high > 0 ? `M${(-low / (high - low) * 100).toFixed(2)} 0V100` : '');
    this.#low.textContent = number(low);
    this.#middle.textContent = missing > 0 ? `${missing} not finite` : `${number(mean)} ± ${number(std)}`;
    this.#middle.className = missing > 0 ? 'missing' : '';
    this.#high.textContent = number(high);
    this.#picture.setAttribute('aria-label',
        `from ${number(low)} to ${number(high)}, mean ${number(mean)}, standard deviation ${number(std)}`);
  }
}

class Sparkline {
  #way = svg('path', { class: 'way' });
  #label = html('span', '');
  #most = html('span', '');

  constructor() {
    this.element = html('div', 'norm',
        svg('svg', { class: 'norm', viewBox: '0 0 100 100', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
            svg('path', { class: 'base', d: 'M0 100H100' }), this.#way),
        html('div', 'scale', this.#label, this.#most));
    this.element.hidden = true;
  }

  draw({ x, y }, latest) {
    this.element.hidden = latest === null;
    const most = Math.max(Number.MIN_VALUE, ...y);
    const first = x[0] ?? 0;
    const width = Math.max(1, x.at(-1) - first);
    this.#way.setAttribute('d', y.map((value, i) =>
      `${i === 0 ? 'M' : 'L'}${((x[i] - first) / width * 100).toFixed(2)} ${(100 - (value ?? 0) / most * 96).toFixed(2)}`).join(''));
    this.#label.textContent = `norm ${number(latest)}`;
    this.#most.textContent = `at most ${number(most)}`;
  }
}
