import { leadingIsin } from '../../text/isin.ts';
import { takeRegistrar } from './registrarName.ts';
import { splitCode } from './schemeCode.ts';

/** A scheme as its header names it: `A101DG-Alpha Fund - Growth (Non-Demat) - ISIN: INF...(Advisor: ARN-1)   Registrar : CAMS`. */
export interface SchemeHeader {
  readonly name: string;
  readonly rtaCode: string | null;
  readonly isin: string | null;
  readonly advisor: string | null;
  readonly registrar: string | null;
  readonly isDemat: boolean | null;
}

const ADVISER = String.raw`ARN\s?-?\s?\d+|[A-Z]{3}\s?\d{6,}|[A-Z0-9]+(?:-[A-Z0-9]+)*`;
const ADVISOR = new RegExp(
  String.raw`\(\s*Advisor\s*:\s*([^)]*)\)|\(?\s*\bAdvisor\s*:\s*(${ADVISER})?`,
  'i',
);
const DEMAT = /\(\s*(Non\s?-?\s?)?Demat\s*\)|-\s*(Non\s?-?\s?)?Demat(?=\s*(?:-|$|\())/i;
const FORMER = /^\(\s*(?:formerly|erstwhile|earlier|previously)\b/i;

/** Whether a line says something that only scheme headers say. */
export function hasSchemeMark(text: string): boolean {
  return /\bISIN\s*:|\bAdvisor\s*:|Registrar\s*:/i.test(text);
}

/**
 * Reads a scheme's header from its lines, put together in reading order.
 * @param registrar what stands in the registrar's own column, where it has one
 * @param house the fund house that the scheme stands under, where it is known
 */
export function readSchemeHeader(
  text: string,
  registrar: string | null,
  house: string | null = null,
): SchemeHeader {
  const inline = registrar === null ? takeRegistrar(text) : null;
  const pieces = new Pieces(inline?.rest ?? text);
  const advisor = pieces.take(ADVISOR);
  const isin = pieces.takeIsin();
  const demat = pieces.take(DEMAT);
  pieces.dropFormerNames();
  const { code, name } = splitCode(pieces.text.trim(), house) ?? { code: null, name: pieces.text };
  return {
    name: tidyName(name),
    rtaCode: code,
    isin,
    advisor: tidyCode(advisor?.[1] ?? advisor?.[2]),
    registrar: tidyCode(registrar ?? inline?.registrar),
    isDemat: demat ? !/non/i.test(demat[0]) : null,
  };
}

class Pieces {
  text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Takes out what the pattern finds, keeping what stands on both sides. */
  take(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.text);
    if (match) this.cut(match.index, match.index + match[0].length);
    return match;
  }

  takeIsin(): string | null {
    const label = /-?\s*\(?\s*ISIN\s*:?\s*/i.exec(this.text);
    if (!label) return null;
    const from = label.index + label[0].length;
    const found = leadingIsin(this.text.slice(from));
    if (!found) {
      // A label without an ISIN: `ISIN:` or `ISIN: NA`.
      this.text = this.text.replace(/-?\s*\(?\s*ISIN\s*:?\s*(?:N\.?A\.?|-+)?\s*\)?/i, ' ');
      return null;
    }
    this.text = `${this.text.slice(0, label.index)} ${found.rest.replace(/^\s*\)/, '')}`;
    return found.isin;
  }

  /** Former names stand in brackets, which can hold brackets. */
  dropFormerNames(): void {
    for (let at = this.text.indexOf('('); at !== -1; at = this.text.indexOf('(', at + 1)) {
      if (!FORMER.test(this.text.slice(at))) continue;
      this.cut(at, closingBracket(this.text, at) + 1);
      at = -1;
    }
  }

  private cut(from: number, to: number): void {
    this.text = `${this.text.slice(0, from)} ${this.text.slice(to)}`;
  }
}

function closingBracket(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1;
    if (text[index] === ')') depth -= 1;
    if (depth === 0) return index;
  }
  return text.length;
}

function tidyName(name: string): string {
  return name
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?:\s-)+(?=\s-\s)/g, '')
    .replace(/\s-$|\s-\s*$|^-\s/g, '')
    .replace(/\s+([),])/g, '$1')
    .trim();
}

function tidyCode(text: string | undefined | null): string | null {
  const tidy = text?.replace(/\s+/g, '').toUpperCase() ?? '';
  return tidy === '' ? null : tidy;
}
