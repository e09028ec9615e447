import { isJsonArray, isJsonObject } from './exactJson.ts';
import type { JsonObject } from './exactJson.ts';
import type { KeptField } from './fields.ts';
import type { Folio, Scheme } from './model.ts';

/** A folio of the other list: what was read, and what it was read from. */
export interface OtherFolio {
  readonly folio: Folio;
  readonly object: JsonObject;
  /** Where it stands in the answer. */
  readonly path: string;
}

/** The folios that count, and what of the other list does not. */
export interface FoliosOfBoth {
  readonly folios: readonly Folio[];
  readonly rest: readonly KeptField[];
}

/**
 * Makes one list of folios of two in which the same holdings may stand. A scheme of the other list is the same holding as one that has
 * its folio number and its ISIN: it counts once, and only once its units and value are no others. It is another holding when nothing
 * that is counted can be it; all else is kept in `rest` as a list, so that it is said to be in no total.
 */
export function foliosOfBoth(
  counted: readonly Folio[],
  others: readonly OtherFolio[],
): FoliosOfBoth {
  const known = new Known(counted);
  const added: Folio[] = [];
  const rest: KeptField[] = [];
  for (const { folio, object, path } of others) {
    if (folio.schemes.length === 0) {
      // As it came, with all that is in it.
      if (known.mayHaveFolio(folio)) rest.push({ path, value: [object] });
      else added.push(folio);
      continue;
    }
    const news: Scheme[] = [];
    const doubtful: JsonObject[] = [];
    const objects = schemesOf(object);
    folio.schemes.forEach((scheme, index) => {
      const raw = objects[index] ?? {};
      if (known.has(folio, scheme)) rest.push({ path: `${path}.schemes[${index}]`, value: raw });
      else if (known.mayHave(folio, scheme)) doubtful.push(raw);
      else news.push(scheme);
    });
    if (doubtful.length > 0) rest.push({ path: `${path}.schemes`, value: doubtful });
    // The folio's own value is that of all its schemes.
    const value = news.length === folio.schemes.length ? folio.value : null;
    if (news.length > 0) added.push({ ...folio, value, schemes: news });
    else rest.push(...folio.rest);
  }
  return { folios: [...counted, ...added], rest };
}

/** What is counted already, by what it can be told by. */
class Known {
  readonly #schemes = new Map<string, Scheme[]>();
  readonly #isins = new Set<string>();
  readonly #folioNumbers = new Set<string>();
  /** Folio numbers with something in them that has no ISIN, or of which no scheme is listed. */
  readonly #vagueFolios = new Set<string>();
  /** ISINs of schemes in folios without a number. */
  readonly #vagueIsins = new Set<string>();
  /** Something that has neither. */
  #isVague = false;

  constructor(folios: readonly Folio[]) {
    for (const folio of folios) {
      const number = numberOf(folio);
      if (number !== null) this.#folioNumbers.add(number);
      if (folio.schemes.length === 0) this.#noteVague(number, null);
      for (const scheme of folio.schemes) this.#note(number, isinOf(scheme), scheme);
    }
  }

  #note(number: string | null, isin: string | null, scheme: Scheme): void {
    if (isin !== null) this.#isins.add(isin);
    if (number === null || isin === null) this.#noteVague(number, isin);
    else {
      const key = `${number} ${isin}`;
      this.#schemes.set(key, [...(this.#schemes.get(key) ?? []), scheme]);
    }
  }

  #noteVague(number: string | null, isin: string | null): void {
    if (number !== null) this.#vagueFolios.add(number);
    else if (isin !== null) this.#vagueIsins.add(isin);
    else this.#isVague = true;
  }

  /** Whether it is counted, with these units and this value. */
  has(folio: Folio, scheme: Scheme): boolean {
    const [same, ...more] = this.#schemes.get(`${numberOf(folio)} ${isinOf(scheme)}`) ?? [];
    return same !== undefined && more.length === 0 && saysTheSame(same, scheme);
  }

  /** Whether it may be counted. */
  mayHave(folio: Folio, scheme: Scheme): boolean {
    const [number, isin] = [numberOf(folio), isinOf(scheme)];
    if (this.#isVague || isin === null) return isin !== null || this.mayHaveFolio(folio);
    if (number === null) return this.#isins.has(isin) || this.#vagueFolios.size > 0;
    return (
      this.#schemes.has(`${number} ${isin}`) ||
      this.#vagueFolios.has(number) ||
      this.#vagueIsins.has(isin)
    );
  }

  /** Whether what is counted may be this folio, or a part of it. */
  mayHaveFolio(folio: Folio): boolean {
    const number = numberOf(folio);
    return (
      number === null ||
      this.#isVague ||
      this.#vagueIsins.size > 0 ||
      this.#folioNumbers.has(number)
    );
  }
}

function saysTheSame(one: Scheme, other: Scheme): boolean {
  return (['units', 'value'] as const).every((key) => {
    const [first, second] = [one[key], other[key]];
    return first === null || second === null || first.equals(second);
  });
}

function numberOf({ folioNumber }: Folio): string | null {
  return folioNumber?.replace(/\s+/gu, '').toLowerCase() ?? null;
}

function isinOf({ isin }: Scheme): string | null {
  return isin?.trim().toUpperCase() ?? null;
}

/** As `Fields` lists them: what is no object is in none of them. */
function schemesOf(object: JsonObject): JsonObject[] {
  const { schemes } = object;
  return isJsonArray(schemes) ? schemes.filter(isJsonObject) : [];
}
