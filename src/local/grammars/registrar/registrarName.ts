/** What was taken from a scheme's heading, and what is left of it. */
export interface Taken {
  readonly registrar: string | null;
  readonly rest: string;
}

const KNOWN = String.raw`CAMS|KFIN\s?TECH|KFIN|KARVY|FTAMIL|SUNDARAM`;
const LABEL = /(\(\s*)?\bRegistrar\s*:\s*/i;
const KNOWN_NEXT = new RegExp(String.raw`^(${KNOWN})(?![A-Za-z0-9])`, 'i');
/** A registrar of another name: capitals, and no label, adviser or part of an ISIN. */
const OTHER_NEXT = /^(?!ISIN\b|ARN\b|DIRECT\b)([A-Z]{3,15})(?![A-Za-z0-9:-])(?!\s*:)/;
const KNOWN_ALONE = new RegExp(String.raw`(?<![A-Za-z0-9])(${KNOWN})(?![A-Za-z0-9])`, 'g');
const OTHER_ALONE = /(?<=[\s)])(?<!-\s?|:\s?)(?!IDCW\b|DIRECT\b)([A-Z]{3,15})(?=\s|$)/g;
const KNOWN_LAST = /\b(CAMS|KFINTECH|KFIN|KARVY|FTAMIL)\s*$/;

/**
 * Takes label and name of the registrar out of a heading's text. They can stand together, or with the ISIN or the adviser
 * between them; a page can even end between them, and the name then stands by itself.
 */
export function takeRegistrar(text: string): Taken {
  const label = LABEL.exec(text);
  if (!label) {
    const last = KNOWN_LAST.exec(text);
    return { registrar: last?.[1] ?? null, rest: last ? text.slice(0, last.index) : text };
  }
  const before = text.slice(0, label.index);
  const after = text.slice(label.index + label[0].length);
  const name = (KNOWN_NEXT.exec(after) ??
    (isInAdvisor(before) ? null : OTHER_NEXT.exec(after)))?.[1];
  if (name !== undefined) {
    const behind = after.slice(name.length);
    const rest = label[1] === undefined ? behind : behind.replace(/^\s*\)/, '');
    return { registrar: name, rest: `${before} ${rest}` };
  }
  return takeApart(`${before} ${label[1] ?? ''}${after}`);
}

/** Whether the bracket of the adviser is open at the end of a text. */
function isInAdvisor(before: string): boolean {
  return /\(\s*Advisor\s*:[^)]*$/i.test(before);
}

/** Takes a name that stands away from its label: behind the ISIN's label, the last one that can be it. */
function takeApart(text: string): Taken {
  const from = Math.max(0, text.search(/\bISIN\s*:/i));
  const known = [...text.matchAll(KNOWN_ALONE)].filter(({ index }) => index >= from).at(-1);
  const free = text.replace(/\([^)]*\)?/g, (inside) => ')'.repeat(inside.length));
  const other = [...free.matchAll(OTHER_ALONE)].filter(({ index }) => index >= from).at(-1);
  const found = known ?? other;
  if (!found) return { registrar: null, rest: text };
  const end = found.index + found[0].length;
  return { registrar: found[0], rest: `${text.slice(0, found.index)} ${text.slice(end)}` };
}
