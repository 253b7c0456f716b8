// The page: takes what the server sends, and shows it at the next frame. What it has got stays when the server is gone.
import { clock, number, whole } from './text.js';
import { Charts } from './charts.js';
import { Parameters } from './parameters.js';
import { Boundary } from './boundary.js';

const element = id => document.getElementById(id);
const LAST_PHASES = ['stopped', 'stopped early', 'finished', 'failed', 'closed'];

let phase = 'waiting';
let standing = null;
let title = 'Training';
let connected = false;
let over = false;

const charts = new Charts(element('charts'));
const boundary = new Boundary(element('charts'));
const parameters = new Parameters(element('parameters'));

// ---- what the server sends

const events = new EventSource('events');
events.onopen = () => { connected = true; draw(); };
events.onerror = () => { connected = false; draw(); }; // it tries again on its own
events.onmessage = event => take(JSON.parse(event.data));

function take(update) {
  if (update.fresh) begin(update);
  for (const change of update.phases) enter(change);
  for (const curve of update.curves) {
    if (curve.chart === 'gradient norm of a parameter') parameters.take(curve); else charts.take(curve);
  }
  if (update.standing) standing = update.standing;
  if (update.parameters) parameters.show(update.parameters);
  if (update.plane) boundary.plane = update.plane;
  if (update.field) boundary.field = update.field;
  if (update.over) {
    over = true;
    events.close();
  }
  draw();
}

function begin(update) {
  title = update.title;
  element('title').textContent = title;
  element('about').textContent = update.about;
  element('phases').replaceChildren();
  phase = 'waiting';
  standing = null;
  charts.clear();
  parameters.clear();
  boundary.clear();
}

function enter(change) {
  phase = change.phase;
  const line = document.createElement('li');
  line.textContent = change.epoch > 0 ? `${phase}, epoch ${change.epoch}` : phase;
  element('phases').append(line);
}

// ---- where it stands

let drawing = false;

function draw() {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => {
    drawing = false;
    drawPhase();
    drawStanding();
    charts.draw();
    boundary.draw();
    parameters.draw();
    element('parameters-section').hidden = parameters.isEmpty();
  });
}

function drawPhase() {
  const badge = element('phase');
  if (badge.dataset.phase !== phase) badge.dataset.phase = badge.textContent = phase;
  const ended = LAST_PHASES.includes(phase);
  const usable = connected && !over && !ended && phase !== 'waiting';
  element('pause').disabled = element('stop').disabled = !usable;
  element('pause').textContent = phase === 'paused' ? 'Resume' : 'Pause';
  const notice = over ? (ended ? '' : 'The program has ended.') : connected ? '' : 'No connection to the program. Trying again …';
  if (element('notice').textContent !== notice) element('notice').textContent = notice;
  element('notice').hidden = notice === '';
  const epoch = standing && standing.epochs > 0 && !ended ? ` ${standing.epoch}/${standing.epochs}` : '';
  document.title = `${phase}${epoch} · ${title}`;
}

function drawStanding() {
  if (!standing) {
    element('progress').value = 0;
    element('where').textContent = element('speed').textContent = '';
    element('values').replaceChildren();
    return;
  }
  const { epoch, epochs, batch, batches, step } = standing;
  element('progress').value = epochs > 0 ? Math.max(0, epoch - 1 + batch / batches) / epochs : batch / batches;
  element('where').textContent = epochs > 0
      ? `epoch ${epoch} of ${epochs} · batch ${whole(batch)} of ${whole(batches)} · step ${whole(step)}`
      : `step ${whole(step)} of ${whole(batches)}`;
  const speed = [];
  if (standing.rate !== null) speed.push(`${standing.rate < 100 ? number(standing.rate) : whole(standing.rate)} ${standing.unit}`);
  speed.push(`${clock(standing.elapsed)} ${standing.resumed ? 'since resuming' : 'so far'}`);
  if (standing.left !== null && standing.left > 0 && !LAST_PHASES.includes(phase)) speed.push(`about ${clock(standing.left)} left`);
  element('speed').textContent = speed.join(' · ');
  drawValues(Object.entries(standing.values));
}

const NAMES = { lr: 'learning rate' };

function drawValues(entries) {
  const list = element('values');
  if ([...list.children].map(tile => tile.dataset.name).join() !== entries.map(([name]) => name).join()) {
    list.replaceChildren(...entries.map(([name]) => {
      const tile = document.createElement('div');
      tile.dataset.name = name;
      const term = document.createElement('dt');
      term.textContent = NAMES[name] ?? name.replace(/^val_/, 'validation ');
      tile.append(term, document.createElement('dd'));
      return tile;
    }));
  }
  entries.forEach(([, value], i) => { list.children[i].lastChild.textContent = number(value); });
}

// ---- what the person wants

function command(name) {
  const token = document.querySelector('meta[name=token]').content;
  fetch(name, { method: 'POST', headers: { 'X-Token': token } }).catch(() => {
    connected = false;
    draw();
  });
}

element('pause').addEventListener('click', () => command(phase === 'paused' ? 'resume' : 'pause'));

let doubt = 0; // asks once more: a stop cannot be taken back
function ask(sure) {
  clearTimeout(doubt);
  element('stop').classList.toggle('sure', sure);
  element('stop').textContent = sure ? 'Really stop' : 'Stop';
  if (sure) doubt = setTimeout(() => ask(false), 4000);
}
element('stop').addEventListener('click', () => {
  const sure = element('stop').classList.contains('sure');
  if (sure) command('stop');
  ask(!sure);
});

element('log').addEventListener('change', event => { charts.log = event.target.checked; draw(); });
element('smoothing').addEventListener('input', event => {
  charts.smoothing = Number(event.target.value);
  element('smoothing-value').textContent = charts.smoothing.toFixed(2);
  draw();
});
element('filter').addEventListener('input', event => parameters.filter(event.target.value));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  charts.recolour();
  boundary.recolour();
  draw();
});
