/** A font that nothing is drawn with is loaded at once. */
class UndrawnFont {
  readonly loaded = Promise.resolve(this);
}

/**
 * Stands for the page that pdf.js gives its fonts to. Without one it works out the outline of every glyph, which costs a
 * tenth of the time and is for drawing alone.
 */
export function undrawnPage(): object {
  if (!('FontFace' in globalThis)) Object.assign(globalThis, { FontFace: UndrawnFont });
  return { fonts: new Set() };
}
