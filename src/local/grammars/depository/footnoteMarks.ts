import type { Line } from '../../layout/line.ts';

/** The marks that a `Note:` legend explains: `!!`, `@@`, `$$`, `**`, `##`. */
export function legendOf(lines: readonly Line[]): string[] {
  const marks = new Set<string>();
  for (const { text } of lines) {
    const mark = /^(?:Notes?\s*:?\s*)?(!!|@@|\$\$|\*\*|##)\s*[-:=]?\s*[A-Za-z]/.exec(text)?.[1];
    if (mark !== undefined) marks.add(mark);
  }
  return [...marks];
}

/** Footnote marks that the statement's own legend explains are no part of a name. */
export function withoutMarkers(name: string, markers: readonly string[]): string {
  let plain = name;
  for (const marker of markers) plain = plain.replaceAll(marker, ' ');
  return plain.replace(/\s+/g, ' ').trim();
}
