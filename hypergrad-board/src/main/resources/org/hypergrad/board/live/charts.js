// Curves, drawn by uPlot: one chart for each kind of number, over the steps of the optimizer.
import { colour, number, whole } from './text.js';

const HEIGHT = 220;
const FONT = "12px 'DejaVu Sans', Verdana, sans-serif";
const EACH_STEP = 'each step';

// how a series looks; what is told apart by colour is told apart by its dashes or its width as well
const LOOKS = {
  'each step': { colour: 'c0-faint', width: 1 },
  'smoothed': { colour: 'c0', width: 2.5 },
  'training': { colour: 'c0', width: 2 },
  'validation': { colour: 'c1', width: 2, dash: [7, 4] },
  'lr': { colour: 'c2', width: 2 },
  'all parameters': { colour: 'c3', width: 2 },
};
const ORDER = Object.keys(LOOKS);
const METRICS = 1; // between the loss and the decision boundary
const RANKS = { 'loss': 0, 'learning rate': 3, 'gradient norm': 4 };
const WITH_LOG_SCALE = ['loss', 'gradient norm'];

/** Puts a card before the first of a higher rank. */
export function insert(place, card, rank) {
  card.dataset.rank = rank;
  place.insertBefore(card, [...place.children].find(other => Number(other.dataset.rank) > rank) ?? null);
}

export class Charts {
  log = false;
  smoothing = 0.9;
  #place;
  #charts = new Map();

  constructor(place) {
    this.#place = place;
  }

  clear() {
    for (const chart of this.#charts.values()) chart.remove();
    this.#charts.clear();
  }

  /** Puts the points of a part in the place of those that were there from its first on. */
  take(part) {
    if (!this.#charts.has(part.chart)) {
      const chart = new Chart(part.chart);
      this.#charts.set(part.chart, chart);
      insert(this.#place, chart.card, RANKS[part.chart] ?? METRICS);
    }
    this.#charts.get(part.chart).take(part);
  }

  draw() {
    for (const chart of this.#charts.values()) chart.draw(this.log && WITH_LOG_SCALE.includes(chart.name), this.smoothing);
  }

  /** The colours are others now. */
  recolour() {
    for (const chart of this.#charts.values()) chart.forget();
  }
}

class Chart {
  card = document.createElement('div');
  #series = new Map(); // name -> { x, y, stride }
  #plot = null;
  #look = '';
  #changed = true;

  constructor(name) {
    this.name = name;
    this.card.className = 'card chart';
    this.card.dataset.chart = name;
    const heading = document.createElement('h3');
    heading.textContent = name;
    this.card.append(heading);
    this.resizing = new ResizeObserver(() => this.#plot?.setSize({ width: this.#width(), height: HEIGHT }));
    this.resizing.observe(this.card);
  }

  remove() {
    this.resizing.disconnect();
    this.forget();
    this.card.remove();
  }

  forget() {
    this.#plot?.destroy();
    this.#plot = null;
    this.#changed = true;
  }

  take({ series, from, stride, x, y }) {
    const curve = this.#series.get(series) ?? { x: [], y: [] };
    curve.x.length = curve.y.length = from;
    curve.x.push(...x);
    curve.y.push(...y);
    curve.stride = stride;
    this.#series.set(series, curve);
    this.#changed = true;
  }

  draw(log, smoothing) {
    const curves = this.#curves(smoothing);
    const look = JSON.stringify([log, curves.map(({ name, stride }) => [name, stride])]);
    if (look !== this.#look) this.forget();
    if (!this.#changed && smoothing === this.smoothing) return;
    const data = aligned(curves, log);
    if (this.#plot === null) {
      this.#plot = new uPlot(this.#options(curves, log), data, this.card);
      this.#makeLegendUsable();
    } else {
      const [steps] = this.#plot.data;
      const { min, max } = this.#plot.scales.x;
      const zoomed = min > steps[0] || max < steps.at(-1);
      this.#plot.setData(data, !zoomed);
      if (zoomed) this.#plot.redraw();
    }
    this.#look = look;
    this.#changed = false;
    this.smoothing = smoothing;
  }

  /** The curves in their order; what is noisy has a smooth one beside it. */
  #curves(smoothing) {
    const curves = [...this.#series].map(([name, curve]) => ({ name, ...curve }));
    const noisy = this.#series.get(EACH_STEP);
    if (noisy) curves.push({ name: 'smoothed', x: noisy.x, y: smoothed(noisy.y, smoothing), stride: noisy.stride });
    return curves.sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name));
  }

  #width() {
    const style = getComputedStyle(this.card);
    return this.card.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  }

  #options(curves, log) {
    const look = i => LOOKS[curves[i - 1]?.name] ?? { colour: 'c0', width: 2 };
    const axis = {
      stroke: () => colour('pale'), font: FONT, gap: 4,
      grid: { stroke: () => colour('grid'), width: 1 }, ticks: { show: false },
    };
    return {
      width: this.#width(),
      height: HEIGHT,
      legend: { markers: {
        width: (_, i) => look(i).width, stroke: (_, i) => colour(look(i).colour), dash: (_, i) => look(i).dash ? 'dashed' : 'solid',
      } },
      cursor: { sync: { key: 'steps' }, points: { size: 7 } },
      scales: { x: { time: false }, y: { distr: log ? 3 : 1 } },
      axes: [
        { ...axis, size: 28, values: (_, splits) => splits.map(at => Number.isInteger(at) ? whole(at) : '') },
        {
          ...axis,
          values: (_, splits) => splits.map(at => at === null ? '' : number(at)),
          size: (_, values) => 14 + 7.6 * Math.max(3, ...(values ?? []).map(value => value.length)),
        },
      ],
      series: [
        { label: 'step', value: (_, at) => at === null ? '–' : whole(at) },
        ...curves.map(({ name, stride }, i) => ({
          label: name === EACH_STEP && stride > 1 ? `mean of ${stride} steps` : name,
          stroke: () => colour(look(i + 1).colour), width: look(i + 1).width, dash: look(i + 1).dash,
          spanGaps: true, points: { show: few, fill: () => colour('paper') },
          value: (_, value) => number(value),
        })),
      ],
    };
  }

  /** What the mouse can switch in the legend, the keyboard can, too. */
  #makeLegendUsable() {
    for (const heading of this.#plot.root.querySelectorAll('.u-legend .u-series:not(:first-child) th')) {
      heading.tabIndex = 0;
      heading.setAttribute('role', 'button');
      heading.addEventListener('keydown', event => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          heading.click();
        }
      });
    }
  }
}

/** Whether the points of a series are so few that each should be seen. */
function few(plot, series) {
  return plot.data[series].filter(value => value !== null && value !== undefined).length <= 40;
}

/** As uPlot wants it: all steps, and for each curve its values there, or nothing. */
function aligned(curves, log) {
  return uPlot.join(curves.map(({ x, y }) => [x.slice(), y.map(value => log && value <= 0 ? null : value)]));
}

/** The exponential moving average, which forgets the beginning (TensorBoard's "smoothing"). */
function smoothed(values, weight) {
  let average = 0, sum = 0;
  return values.map(value => {
    if (value === null) return null;
    average = weight * average + (1 - weight) * value;
    sum = weight * sum + (1 - weight);
    return average / sum;
  });
}
