/**
 * Takes the place of lit's `styleMap`, which writes `style="…"` into the page: the page's policy forbids that, and nothing here
 * needs it. Lit's own symbol for "no attribute".
 */
export function styleMap(): symbol {
  return Symbol.for('lit-nothing');
}
