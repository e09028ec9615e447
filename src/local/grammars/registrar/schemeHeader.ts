import { leadingIsin } from '../../text/isin.ts';

/** A scheme as its header names it: `A101DG-Alpha Fund - Growth (Non-Demat) - ISIN: INF...(Advisor: ARN-1)   Registrar : CAMS`. */
export interface SchemeHeader {
  readonly name: string;
  readonly rtaCode: string | null;
  readonly isin: string | null;
  readonly advisor: string | null;
  readonly registrar: string | null;
  readonly isDemat: boolean | null;
}

/** Tokens with at least one letter, the dash glued to the last: `A101DG-`, `127 CPGPG-`. `ARN-12345` is an adviser. */
const CODE = /^(?!ARN-)((?:\d{1,4}\s)?(?=[A-Z0-9/]*[A-Z])[A-Z0-9/]{1,14})\s?-(?=\s?[A-Za-z0-9])\s?/;
const REGISTRAR =
  /\(?\s*Registrar\s*:\s*(CAMS|KFIN\s?TECH|KFIN|KARVY|FTAMIL|SUNDARAM|[A-Z]{3,12})?\s*\)?/i;
const REGISTRAR_ALONE = /\b(CAMS|KFINTECH|KFIN|KARVY|FTAMIL)\s*$/;
const ADVISOR = /\(\s*Advisor\s*:\s*([^)]*)\)?|\bAdvisor\s*:\s*([A-Z]+\s?-?\s?[A-Z0-9]+)/i;
const DEMAT = /\(\s*(Non\s?-?\s?)?Demat\s*\)|-\s*(Non\s?-?\s?)?Demat(?=\s*(?:-|$|\())/i;
const FORMER = /^\(\s*(?:formerly|erstwhile|earlier|previously)\b/i;

/** Whether a line can be where a scheme's header starts. */
export function startsScheme(text: string): boolean {
  return CODE.test(text) && !/^[A-Z/]+-\d{4,}/.test(text.replace(/\s/g, ''));
}

/** Whether a line says something that only scheme headers say. */
export function hasSchemeMark(text: string): boolean {
  return /\bISIN\s*:|\bAdvisor\s*:|Registrar\s*:/i.test(text);
}

/**
 * Reads a scheme's header from its lines, put together in reading order.
 * @param registrar what stands in the registrar's own column, where it has one
 */
export function readSchemeHeader(text: string, registrar: string | null): SchemeHeader {
  const pieces = new Pieces(text);
  const inline = pieces.take(REGISTRAR)?.[1] ?? null;
  // A page can end between the label and the name, which then stands by itself.
  const alone = registrar === null && inline === null ? pieces.take(REGISTRAR_ALONE) : null;
  const advisor = pieces.take(ADVISOR);
  const isin = pieces.takeIsin();
  const demat = pieces.take(DEMAT);
  pieces.dropFormerNames();
  const code = CODE.exec(pieces.text)?.[1] ?? null;
  const name = code === null ? pieces.text : pieces.text.replace(CODE, '');
  return {
    name: tidyName(name),
    rtaCode: code,
    isin,
    advisor: tidyCode(advisor?.[1] ?? advisor?.[2]),
    registrar: tidyCode(registrar ?? inline ?? alone?.[1]),
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
