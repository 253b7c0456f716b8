// Numbers and times as text.

/** Four digits: `0.1234`, `12.3`, `1.2e-5`; `–` for what is no number. */
export function number(value) {
  if (value === null || value === undefined) return '–';
  const size = Math.abs(value);
  if (value !== 0 && (size < 1e-3 || size >= 1e6)) {
    return value.toExponential(2).replace(/\.?0+e/, 'e').replace('e+', 'e').replace('-', '−').replace('e-', 'e−');
  }
  return String(Number(value.toPrecision(4))).replace('-', '−');
}

/** `1,234,567` */
export function whole(value) {
  return Math.round(value).toLocaleString('en-US');
}

/** `0:04`, `1:02:03` */
export function clock(seconds) {
  const all = Math.round(seconds);
  const two = part => String(part).padStart(2, '0');
  const minutes = Math.floor(all / 60) % 60;
  return all < 3600
      ? `${minutes}:${two(all % 60)}`
      : `${Math.floor(all / 3600)}:${two(minutes)}:${two(all % 60)}`;
}

/** A colour of the style sheet, for a canvas. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
