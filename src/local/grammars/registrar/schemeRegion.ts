import { joinWrapped, textOf } from '../../layout/line.ts';
import type { Line } from '../../layout/line.ts';
import type { Run } from '../../pdf/run.ts';
import { splitCode } from './schemeCode.ts';
import { hasSchemeMark, readSchemeHeader } from './schemeHeader.ts';
import type { SchemeHeader } from './schemeHeader.ts';

/** What stands between a folio line (or the scheme before) and `Opening Unit Balance`. */
export interface SchemeRegion {
  readonly header: SchemeHeader;
  readonly nominees: string[];
  readonly first: Line;
  /** Lines above the header: the holder's name on a fresh folio, or the notes of the scheme before. */
  readonly above: readonly Line[];
}

/** A header takes at most this many lines. */
const LONGEST = 6;
/** There can be ten. */
const NOMINEE = /^\s*Nominee\s*\d{0,2}\s*:/i;
const ANNOTATION = /^(?:\*{2,}|KYC\b|Bank\b|Mode of Holding|Tax Status|Folio\b|Status\b|Note\b)/i;

/**
 * Finds the scheme's header in the region; null when there is none.
 * @param house the fund house that the region stands under, where it is known
 */
export function readSchemeRegion(
  region: readonly Line[],
  house: string | null,
): SchemeRegion | null {
  const start = startOf(region, house);
  const first = region[start];
  if (!first) return null;
  const end = endOf(region, start);
  const lines = region.slice(start, end);
  const registrar = registrarBlock(region.slice(Math.max(0, start - 1), end));
  const text = joinWrapped(
    lines.map((line) => textOf(line.runs.filter((run) => !registrar.runs.has(run)))),
  );
  return {
    header: readSchemeHeader(text, registrar.name, house),
    nominees: nomineesOf(region.slice(end)),
    first,
    above: region
      .slice(0, start)
      .filter((line) => !line.runs.every((run) => registrar.runs.has(run))),
  };
}

function startOf(region: readonly Line[], house: string | null): number {
  let best = -1;
  let most = 0;
  region.forEach((line, index) => {
    const text = leftText(line);
    const code = splitCode(text, house)?.code;
    if (code === undefined) return;
    const near = region.slice(index, index + LONGEST);
    const marks = near.filter((each) => hasSchemeMark(each.text)).length;
    const bold = line.runs[0]?.bold === true ? 1 : 0;
    // The dash is glued to a code; `A - Growth` is how a wrapped name goes on.
    const glued = text.startsWith(`${code}-`) ? 3 : 0;
    const score = 1 + bold + glued + (hasSchemeMark(line.text) ? 2 : 0) + (marks > 0 ? 1 : 0);
    // Of equal ones the last: what stands above belongs to the scheme before.
    if (score >= most) {
      best = index;
      most = score;
    }
  });
  if (best !== -1) return best;
  // A scheme without a code: the line that says ISIN, adviser or registrar, and does not only go on with another.
  return region.findIndex((line) => hasSchemeMark(line.text) && !/^Registrar\s*:/i.test(line.text));
}

function leftText(line: Line): string {
  const [first] = line.runs;
  return first && /^Registrar\s*:/i.test(first.text) ? '' : line.text;
}

function endOf(region: readonly Line[], start: number): number {
  const size = region[start]?.runs[0]?.size ?? 0;
  let end = start + 1;
  while (end < region.length && end - start < LONGEST) {
    const line = region[end];
    if (!line || NOMINEE.test(line.text) || ANNOTATION.test(line.text)) break;
    if (Math.abs((line.runs[0]?.size ?? size) - size) > 1) break;
    end += 1;
  }
  return end;
}

interface RegistrarBlock {
  readonly name: string | null;
  readonly runs: ReadonlySet<Run>;
}

/** A run that says nothing but the registrar: with the adviser or the ISIN in it, it is part of the header's text. */
const LABEL = /^\(?Registrar\s*:\s*([A-Za-z][A-Za-z ]*)?\)?$/i;

/** The registrar can stand in a column of its own, label over name; its runs are no part of the header's text. */
function registrarBlock(lines: readonly Line[]): RegistrarBlock {
  for (const [index, line] of lines.entries()) {
    const label = line.runs.find((run) => LABEL.test(run.text));
    if (!label) continue;
    const own = LABEL.exec(label.text)?.[1];
    if (own !== undefined) return { name: own, runs: new Set([label]) };
    const below = lines.slice(index, index + 3).flatMap((each) => each.runs);
    const name = below.find((run) => run !== label && isRegistrarBeside(run, label));
    if (name) return { name: name.text, runs: new Set([label, name]) };
    return { name: null, runs: line.runs.length > 1 ? new Set() : new Set([label]) };
  }
  return { name: null, runs: new Set() };
}

function isRegistrarBeside(run: Run, label: Run): boolean {
  if (!/^[A-Z][A-Za-z]{2,14}(?:\s(?:Ltd|Limited|Tech))?\.?$/.test(run.text)) return false;
  const beside = run.y === label.y && run.left >= label.right - 1;
  return beside || (run.left >= label.left - 20 && run.left <= label.right + 20);
}

function nomineesOf(lines: readonly Line[]): string[] {
  const text = lines
    .filter((line) => NOMINEE.test(line.text) || /Nominee\s*\d{1,2}\s*:/i.test(line.text))
    .map((line) => line.text)
    .join('   ');
  return Array.from(
    text.matchAll(/Nominee\s*\d{0,2}\s*:\s*(.*?)(?=\s*Nominee\s*\d{0,2}\s*:|$)/gi),
    (match) => (match[1] ?? '').replace(/\s+/g, ' ').trim(),
  ).filter((name) => name !== '' && !/^(?:-+|N\.?A\.?|NIL)$/i.test(name));
}
