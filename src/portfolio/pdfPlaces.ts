import { holdingPointers } from './answerPointers.ts';
import { isJsonObject } from './exactJson.ts';
import type { JsonObject } from './exactJson.ts';
import { ENVELOPE } from './localReading.ts';
import type { Portfolio } from './model.ts';

/** Where in the PDF something was read: both count from 1. The line is the one of the page, headings included. */
export interface PdfPlace {
  readonly page: number;
  readonly line: number;
}

/** For securities, schemes, funds and transactions of a portfolio. */
export type PdfPlaces = ReadonlyMap<object, PdfPlace>;

/** The number that a holding is known by, of those that can stand on lines of their own. */
const OWN_NUMBERS = ['', '/value', '/units', '/nav'];

/**
 * Where the engine on this computer read each holding and transaction; empty for a portfolio that the service made. The engine
 * files places under JSON pointers (RFC 6901), and lists keep the order that they have in the JSON.
 */
export function pdfPlaces(portfolio: Portfolio): PdfPlaces {
  const places = new Map<object, PdfPlace>();
  const sources = sourcesOf(portfolio);
  if (!sources) return places;
  const add = (item: object, pointer: string): void => {
    const place = OWN_NUMBERS.map((number) => readPlace(sources[pointer + number])).find(Boolean);
    if (place) places.set(item, place);
  };
  for (const [item, pointer] of holdingPointers(portfolio)) {
    add(item, pointer);
    item.transactions?.forEach((row, index) => add(row, `${pointer}/transactions/${index}`));
  }
  return places;
}

function sourcesOf({ rest }: Portfolio): JsonObject | null {
  const envelope = rest.find(({ path }) => path === ENVELOPE)?.value;
  if (!isJsonObject(envelope) || envelope.engine !== 'local') return null;
  return isJsonObject(envelope.sources) ? envelope.sources : null;
}

function readPlace(source: JsonObject[string] | undefined): PdfPlace | null {
  if (!Array.isArray(source)) return null;
  const [page, line] = source as readonly unknown[];
  return typeof page === 'number' && typeof line === 'number' ? { page, line } : null;
}
