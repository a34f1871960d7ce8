/**
 * The reader's arithmetic, in AssemblyScript: compiled to WebAssembly with SIMD by `npm run kernel`, which writes
 * `kernelBytes.ts`. Everything is an address in one memory, whose layout `placedWeights.ts` decides; nothing is allocated here.
 *
 * A row of activations is held twice: in f32, where sums and norms are, and as whole numbers of 16 bits with one scale a row,
 * which is what is multiplied with the weights' whole numbers of 8 bits. With 16 bits for the one and 8 for the other, only the
 * weights' rounding is felt.
 */

/** Rows of activations that are multiplied at once, and that lie woven into each other in 16 bits. */
const ROWS: i32 = 4;
/** Columns of the result that are made at once: two vectors of four. */
const COLUMNS: i32 = 8;
/** Adding and taking it away rounds an f32 below 2²² to a whole number: 1.5 × 2²³. */
const ROUNDER: f32 = 12582912.0;
const ROUNDER_BITS: i32 = 0x4b400000;

/** What takes part in a sum of four lanes. */
function sumOf(lanes: v128): f32 {
  return (
    f32x4.extract_lane(lanes, 0) +
    f32x4.extract_lane(lanes, 1) +
    f32x4.extract_lane(lanes, 2) +
    f32x4.extract_lane(lanes, 3)
  );
}

function largestOf(lanes: v128): f32 {
  return max(
    max(f32x4.extract_lane(lanes, 0), f32x4.extract_lane(lanes, 1)),
    max(f32x4.extract_lane(lanes, 2), f32x4.extract_lane(lanes, 3)),
  );
}

/**
 * Lays a matrix of weights out for {@link multiply}: eight rows side by side, two columns of each at a time, in 16 bits.
 * @param from int8, `rows × columns`, row after row
 * @param to int16, as many
 */
export function packWeights(from: usize, to: usize, rows: i32, columns: i32): void {
  for (let row = 0; row < rows; row += COLUMNS) {
    for (let column = 0; column < columns; column += 2) {
      for (let lane = 0; lane < COLUMNS; lane++) {
        const source = from + (row + lane) * columns + column;
        store<i16>(to, load<i8>(source));
        store<i16>(to, load<i8>(source, 1), 2);
        to += 4;
      }
    }
  }
}

/**
 * Rounds rows to whole numbers of 16 bits, so that each row's largest becomes ±`largest`, and weaves four rows into each
 * other: two columns of the first, two of the second, …
 * @param from f32, `rows × columns`; columns a multiple of 8, rows of 4
 * @param to int16, as many
 * @param scales f32, one a row: what a whole number stands for
 */
export function roundRows(from: usize, to: usize, scales: usize, rows: i32, columns: i32, largest: f32): void {
  for (let row = 0; row < rows; row++) {
    let high = f32x4.splat(0);
    const end = from + columns * 4;
    for (let at = from; at < end; at += 16) high = f32x4.max(high, f32x4.abs(v128.load(at)));
    const peak = largestOf(high);
    store<f32>(scales + row * 4, peak / largest);
    const times = f32x4.splat(peak > 0 ? largest / peak : 0);
    const rounder = f32x4.splat(ROUNDER);
    const bits = i32x4.splat(ROUNDER_BITS);
    let woven = to + (row / ROWS) * ROWS * columns * 2 + (row % ROWS) * 4;
    while (from < end) {
      const low = i32x4.sub(f32x4.add(f32x4.mul(v128.load(from), times), rounder), bits);
      const high = i32x4.sub(f32x4.add(f32x4.mul(v128.load(from, 16), times), rounder), bits);
      const pairs = i16x8.narrow_i32x4_s(low, high);
      v128.store_lane<i32>(woven, pairs, 0, 0);
      v128.store_lane<i32>(woven, pairs, 1, 16);
      v128.store_lane<i32>(woven, pairs, 2, 32);
      v128.store_lane<i32>(woven, pairs, 3, 48);
      woven += 64;
      from += 32;
    }
  }
}

/** Four whole sums, each made what it stands for and given its bias. */
function scaled(sums: v128, rowScale: v128, scale: v128, bias: v128): v128 {
  return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sums), f32x4.mul(rowScale, scale)), bias);
}

/**
 * A linear layer: `out = x · wᵀ + bias`.
 * @param x rows as {@link roundRows} leaves them, `rows × inner`, with one scale each
 * @param w weights as {@link packWeights} leaves them, `columns × inner`, with one scale each
 * @param out f32, `rows × columns`; rows a multiple of 4, columns of 8, inner of 2
 */
export function multiply(
  x: usize,
  xScales: usize,
  w: usize,
  wScales: usize,
  bias: usize,
  out: usize,
  rows: i32,
  inner: i32,
  columns: i32,
): void {
  const stride = columns * 4;
  for (let column = 0; column < columns; column += COLUMNS) {
    const panel = w + column * inner * 2;
    const panelEnd = panel + inner * COLUMNS * 2;
    const scale0 = v128.load(wScales + column * 4);
    const scale1 = v128.load(wScales + column * 4, 16);
    const bias0 = v128.load(bias + column * 4);
    const bias1 = v128.load(bias + column * 4, 16);
    for (let row = 0; row < rows; row += ROWS) {
      let a0 = i32x4.splat(0);
      let a1 = i32x4.splat(0);
      let b0 = i32x4.splat(0);
      let b1 = i32x4.splat(0);
      let c0 = i32x4.splat(0);
      let c1 = i32x4.splat(0);
      let d0 = i32x4.splat(0);
      let d1 = i32x4.splat(0);
      let at = x + row * inner * 2;
      for (let weights = panel; weights < panelEnd; weights += 32) {
        const w0 = v128.load(weights);
        const w1 = v128.load(weights, 16);
        const a = v128.load_splat<i32>(at);
        const b = v128.load_splat<i32>(at, 4);
        const c = v128.load_splat<i32>(at, 8);
        const d = v128.load_splat<i32>(at, 12);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(a, w0));
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(a, w1));
        b0 = i32x4.add(b0, i32x4.dot_i16x8_s(b, w0));
        b1 = i32x4.add(b1, i32x4.dot_i16x8_s(b, w1));
        c0 = i32x4.add(c0, i32x4.dot_i16x8_s(c, w0));
        c1 = i32x4.add(c1, i32x4.dot_i16x8_s(c, w1));
        d0 = i32x4.add(d0, i32x4.dot_i16x8_s(d, w0));
        d1 = i32x4.add(d1, i32x4.dot_i16x8_s(d, w1));
        at += 16;
      }
      const scales = xScales + row * 4;
      const a = v128.load_splat<f32>(scales);
      const b = v128.load_splat<f32>(scales, 4);
      const c = v128.load_splat<f32>(scales, 8);
      const d = v128.load_splat<f32>(scales, 12);
      let to = out + row * stride + column * 4;
      v128.store(to, scaled(a0, a, scale0, bias0));
      v128.store(to, scaled(a1, a, scale1, bias1), 16);
      to += stride;
      v128.store(to, scaled(b0, b, scale0, bias0));
      v128.store(to, scaled(b1, b, scale1, bias1), 16);
      to += stride;
      v128.store(to, scaled(c0, c, scale0, bias0));
      v128.store(to, scaled(c1, c, scale1, bias1), 16);
      to += stride;
      v128.store(to, scaled(d0, d, scale0, bias0));
      v128.store(to, scaled(d1, d, scale1, bias1), 16);
    }
  }
}

/**
 * `x = norm(x + y) · gain + bias`, row by row: mean 0, variance 1.
 * @param x f32, `rows × columns`; columns a multiple of 4
 */
export function addAndNorm(x: usize, y: usize, gain: usize, bias: usize, rows: i32, columns: i32): void {
  const bytes = columns * 4;
  for (let row = 0; row < rows; row++) {
    let sums = f32x4.splat(0);
    for (let at = 0; at < bytes; at += 16) {
      const value = f32x4.add(v128.load(x + at), v128.load(y + at));
      v128.store(x + at, value);
      sums = f32x4.add(sums, value);
    }
    const mean = f32x4.splat(sumOf(sums) / <f32>columns);
    let squares = f32x4.splat(0);
    for (let at = 0; at < bytes; at += 16) {
      const off = f32x4.sub(v128.load(x + at), mean);
      squares = f32x4.add(squares, f32x4.mul(off, off));
    }
    const times = f32x4.splat(<f32>1 / sqrt<f32>(sumOf(squares) / <f32>columns + 1e-12));
    for (let at = 0; at < bytes; at += 16) {
      const value = f32x4.mul(f32x4.sub(v128.load(x + at), mean), times);
      v128.store(x + at, f32x4.add(f32x4.mul(value, v128.load(gain + at)), v128.load(bias + at)));
    }
    x += bytes;
    y += bytes;
  }
}

/**
 * GELU in place, `x · Φ(x)`. Φ by the error function as a fraction of polynomials on -4..4 (Eigen's `generic_fast_erf`),
 * off by less than 1e-7.
 * @param count f32 values, a multiple of 4
 */
export function gelu(x: usize, count: i32): void {
  const half = f32x4.splat(0.5);
  const limit = f32x4.splat(4);
  const end = x + count * 4;
  for (; x < end; x += 16) {
    const value = v128.load(x);
    const z = f32x4.min(f32x4.max(f32x4.mul(value, f32x4.splat(<f32>Math.SQRT1_2)), f32x4.neg(limit)), limit);
    const z2 = f32x4.mul(z, z);
    let above = f32x4.splat(-2.72614225801306e-10);
    above = f32x4.add(f32x4.mul(above, z2), f32x4.splat(2.77068142495902e-8));
    above = f32x4.add(f32x4.mul(above, z2), f32x4.splat(-2.10102402082508e-6));
    above = f32x4.add(f32x4.mul(above, z2), f32x4.splat(-5.69250639462346e-5));
    above = f32x4.add(f32x4.mul(above, z2), f32x4.splat(-7.34990630326855e-4));
    above = f32x4.add(f32x4.mul(above, z2), f32x4.splat(-2.95459980854025e-3));
    above = f32x4.add(f32x4.mul(above, z2), f32x4.splat(-1.60960333262415e-2));
    let below = f32x4.splat(-1.45660718464996e-5);
    below = f32x4.add(f32x4.mul(below, z2), f32x4.splat(-2.13374055278905e-4));
    below = f32x4.add(f32x4.mul(below, z2), f32x4.splat(-1.68282697438203e-3));
    below = f32x4.add(f32x4.mul(below, z2), f32x4.splat(-7.37332916720468e-3));
    below = f32x4.add(f32x4.mul(below, z2), f32x4.splat(-1.42647390514189e-2));
    const erf = f32x4.div(f32x4.mul(z, above), below);
    v128.store(x, f32x4.mul(f32x4.mul(value, half), f32x4.add(erf, f32x4.splat(1))));
  }
}

/** e^x of four values from -87 to 0: a power of two by its bits, the rest by a polynomial (Cephes' `expf`). */
function exp(x: v128): v128 {
  const rounder = f32x4.splat(ROUNDER);
  const clamped = f32x4.max(x, f32x4.splat(-87));
  const rounded = f32x4.add(f32x4.mul(clamped, f32x4.splat(<f32>Math.LOG2E)), rounder);
  const power = i32x4.shl(i32x4.add(i32x4.sub(rounded, i32x4.splat(ROUNDER_BITS)), i32x4.splat(127)), 23);
  const whole = f32x4.sub(rounded, rounder);
  let rest = f32x4.sub(clamped, f32x4.mul(whole, f32x4.splat(0.693359375)));
  rest = f32x4.add(rest, f32x4.mul(whole, f32x4.splat(2.1219444e-4)));
  let sum = f32x4.splat(1.98756915e-4);
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(1.39819995e-3));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(8.33345191e-3));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(4.16657959e-2));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(1.66666655e-1));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(5.00000012e-1));
  sum = f32x4.add(f32x4.mul(f32x4.mul(rest, rest), sum), f32x4.add(rest, f32x4.splat(1)));
  return f32x4.mul(sum, power);
}

/** Softmax of `count` values in place; what stands behind them up to `padded`, a multiple of 4, becomes 0. */
function softmax(row: usize, count: i32, padded: i32): void {
  for (let at = count; at < padded; at++) store<f32>(row + at * 4, -1e30);
  const end = row + padded * 4;
  let high = v128.load(row);
  for (let at = row + 16; at < end; at += 16) high = f32x4.max(high, v128.load(at));
  const top = f32x4.splat(largestOf(high));
  let sums = f32x4.splat(0);
  for (let at = row; at < end; at += 16) {
    const value = exp(f32x4.sub(v128.load(at), top));
    v128.store(at, value);
    sums = f32x4.add(sums, value);
  }
  for (let at = count; at < padded; at++) store<f32>(row + at * 4, 0);
  // What was padded is e^-87 each, nothing beside a sum of at least 1.
  const times = f32x4.splat(<f32>1 / sumOf(sums));
  for (let at = row; at < end; at += 16) v128.store(at, f32x4.mul(v128.load(at), times));
}

/**
 * What one head of one pair attends to: `softmax(q · kᵀ · scale) · v`.
 * @param q f32, first piece's first component of this head; a piece's components are `stride` bytes from the next piece's;
 *   so are `k`, `v` and `out`
 * @param scratch f32, room for `(size + 1) × (length rounded up to 4)`
 * @param length pieces of the pair
 * @param size components of a head, a multiple of 4
 */
export function attend(
  q: usize,
  k: usize,
  v: usize,
  out: usize,
  scratch: usize,
  length: i32,
  size: i32,
  stride: i32,
  scale: f32,
): void {
  const padded = (length + 3) & ~3;
  const lineBytes = padded * 4;
  const weights = scratch + size * lineBytes;
  // Keys turned on their side, so that four of them are met at once.
  for (let piece = 0; piece < length; piece++) {
    for (let c = 0; c < size; c++) {
      store<f32>(scratch + c * lineBytes + piece * 4, load<f32>(k + piece * stride + c * 4) * scale);
    }
  }
  for (let piece = 0; piece < length; piece++) {
    for (let other = 0; other < lineBytes; other += 16) {
      let sum = f32x4.splat(0);
      let key = scratch + other;
      for (let at = q; at < q + size * 4; at += 4) {
        sum = f32x4.add(sum, f32x4.mul(v128.load_splat<f32>(at), v128.load(key)));
        key += lineBytes;
      }
      v128.store(weights + other, sum);
    }
    softmax(weights, length, padded);
    for (let c = 0; c < size * 4; c += 16) {
      let sum = f32x4.splat(0);
      let value = v + c;
      for (let other = 0; other < length; other++) {
        sum = f32x4.add(sum, f32x4.mul(v128.load_splat<f32>(weights + other * 4), v128.load(value)));
        value += stride;
      }
      v128.store(out + c, sum);
    }
    q += stride;
    out += stride;
  }
}
