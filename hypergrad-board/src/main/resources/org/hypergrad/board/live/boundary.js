// How the network divides the plane, and the samples in it: colours, shades and marks as in HyperGrad's charts.
import { insert } from './charts.js';
import { colour } from './text.js';

const PIXELS = 100_000; // of the picture, before the browser makes it larger
const RANK = 2; // among the charts
const COLOURS = 7, SHADES = 8;

// around the origin, of about the same area: circle, square, triangle, diamond, triangle, plus, cross
const MARKS = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z', 'M-3.6 -3.6h7.2v7.2h-7.2z', 'M0 -4.9l4.5 7.8h-9z', 'M0 -5l5 5l-5 5l-5 -5z',
  'M0 4.9l4.5 -7.8h-9z', 'M-1.6 -5h3.2v3.4h3.4v3.2h-3.4v3.4h-3.2v-3.4h-3.4v-3.2h3.4z',
  'M-5 -2.8l2.2 -2.2l2.8 2.8l2.8 -2.8l2.2 2.2l-2.8 2.8l2.8 2.8l-2.2 2.2l-2.8 -2.8l-2.8 2.8l-2.2 -2.2l2.8 -2.8z',
];

function mark(number) {
  return MARKS[(number + Math.floor(number / COLOURS)) % MARKS.length];
}

export class Boundary {
  #place;
  #plane = null;
  #field = null;
  #card = null;
  #canvas = document.createElement('canvas');
  #note = document.createElement('p');
  #changed = false;

  constructor(place) {
    this.#place = place;
    this.#canvas.setAttribute('role', 'img');
    new ResizeObserver(() => {
      this.recolour();
      this.draw();
    }).observe(this.#canvas);
  }

  clear() {
    this.#card?.remove();
    this.#card = this.#plane = this.#field = null;
  }

  set plane(plane) {
    this.clear();
    this.#plane = plane;
  }

  set field(field) {
    this.#field = field;
    this.#changed = true;
  }

  /** Everything has to be drawn anew. */
  recolour() {
    this.#changed = this.#field !== null;
  }

  draw() {
    if (this.#plane === null || this.#field === null || !this.#changed) return;
    this.#changed = false;
    if (this.#card === null) this.#add();
    const { width, height } = this.#canvas.getBoundingClientRect();
    const scale = devicePixelRatio;
    this.#canvas.width = Math.round(width * scale);
    this.#canvas.height = Math.round(height * scale);
    const paint = this.#canvas.getContext('2d');
    paint.imageSmoothingQuality = 'high';
    paint.drawImage(this.#regions(width, height), 0, 0, this.#canvas.width, this.#canvas.height);
    this.#drawPoints(paint, scale);
  }

  #classCount() {
    return Math.max(2, this.#field.classes, ...this.#plane.classes.map(actual => actual + 1));
  }

  #add() {
    this.#card = document.createElement('div');
    this.#card.className = 'card boundary';
    const heading = document.createElement('h3');
    heading.textContent = 'decision boundary';
    const legend = document.createElement('ul');
    for (let c = 0; c < this.#classCount(); c++) {
      const item = document.createElement('li');
      const ns = 'http://www.w3.org/2000/svg';
      const picture = document.createElementNS(ns, 'svg');
      picture.setAttribute('viewBox', '-6 -6 12 12');
      const path = document.createElementNS(ns, 'path');
      path.setAttribute('d', mark(c));
      path.setAttribute('fill', `var(--c${c % COLOURS})`);
      picture.append(path);
      item.append(picture, this.#plane.names[c] ?? `class ${c}`);
      legend.append(item);
    }
    const right = document.createElement('li');
    right.append(this.#note);
    legend.append(right);
    const frame = document.createElement('div');
    frame.append(this.#canvas);
    this.#card.append(heading, frame, legend);
    insert(this.#place, this.#card, RANK);
  }

  /** The probabilities of all classes at a place, in cells from the upper left corner, between the middles of cells. */
  #at(column, row) {
    const { cells, classes, probabilities } = this.#field;
    const x = Math.min(cells - 1, Math.max(0, column - 0.5)), y = Math.min(cells - 1, Math.max(0, row - 0.5));
    const left = Math.min(cells - 2, Math.floor(x)), top = Math.min(cells - 2, Math.floor(y));
    const dx = x - left, dy = y - top;
    const found = [];
    for (let c = 0; c < classes; c++) {
      const value = (r, k) => probabilities[((top + r) * cells + left + k) * classes + c] / 255;
      found.push((1 - dy) * ((1 - dx) * value(0, 0) + dx * value(0, 1)) + dy * ((1 - dx) * value(1, 0) + dx * value(1, 1)));
    }
    return classes === 1 ? [1 - found[0], found[0]] : found;
  }

  #regions(shownWidth, shownHeight) {
    const smaller = Math.sqrt(PIXELS / (shownWidth * shownHeight));
    const width = Math.round(shownWidth * smaller), height = Math.round(shownHeight * smaller);
    const { cells } = this.#field;
    const picture = new ImageData(width, height);
    const winners = new Uint8Array(width * height);
    const colours = Array.from({ length: COLOURS }, (_, c) => rgb(colour(`c${c}`)));
    const paper = rgb(colour('paper'));
    for (let i = 0; i < winners.length; i++) {
      const all = this.#at((i % width + 0.5) / width * cells, (Math.floor(i / width) + 0.5) / height * cells);
      const winner = winners[i] = likeliest(all);
      const sure = (all[winner] - 1 / all.length) / (1 - 1 / all.length);
      const alpha = 0.1 + 0.04 * Math.min(SHADES - 1, Math.floor(Math.max(0, sure) * SHADES));
      for (let k = 0; k < 3; k++) picture.data[4 * i + k] = paper[k] + (colours[winner % COLOURS][k] - paper[k]) * alpha;
      picture.data[4 * i + 3] = 255;
    }
    const ink = rgb(colour('line'));
    for (let i = 0; i < winners.length - width; i++) {
      if (winners[i] !== winners[i + width] || (i + 1) % width > 0 && winners[i] !== winners[i + 1]) {
        for (let k = 0; k < 3; k++) picture.data[4 * i + k] = ink[k];
      }
    }
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d').putImageData(picture, 0, 0);
    return canvas;
  }

  #drawPoints(paint, scale) {
    const { points, classes, x, y } = this.#plane;
    const { cells } = this.#field;
    const marks = Array.from({ length: this.#classCount() }, (_, c) => new Path2D(mark(c)));
    let right = 0;
    for (let i = 0; i < classes.length; i++) {
      const across = (points[2 * i] - x[0]) / (x[1] - x[0]), down = (y[1] - points[2 * i + 1]) / (y[1] - y[0]);
      const missed = likeliest(this.#at(across * cells, down * cells)) !== classes[i];
      if (!missed) right++;
      paint.setTransform(scale, 0, 0, scale, across * this.#canvas.width, down * this.#canvas.height);
      paint.fillStyle = colour(`c${classes[i] % COLOURS}`);
      paint.strokeStyle = colour(missed ? 'ink' : 'paper');
      paint.lineWidth = missed ? 1.6 : 1.2;
      paint.fill(marks[classes[i]]);
      paint.stroke(marks[classes[i]]);
    }
    this.#note.textContent = `${right} of ${classes.length} lie in the region of their class`;
    this.#canvas.setAttribute('aria-label', `Decision boundary: ${this.#note.textContent}.`);
  }
}

function likeliest(probabilities) {
  let best = 0;
  for (let c = 1; c < probabilities.length; c++) if (probabilities[c] > probabilities[best]) best = c;
  return best;
}

/** `#0072b2` as three numbers. */
function rgb(hex) {
  return [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));
}
