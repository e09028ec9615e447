import { readFile } from 'node:fs/promises';
import { readStatement } from '../../../src/local/readStatement.ts';

const folder = new URL('../../fixtures/local/', import.meta.url);

export const KINDS = [
  'cams-detailed',
  'kfin-detailed',
  'cams-summary',
  'kfin-summary',
  'nsdl',
  'cdsl',
] as const;
export type FixtureKind = (typeof KINDS)[number];

export function fixturePath(name: string): string {
  return decodeURIComponent(new URL(name, folder).pathname);
}

export async function fixturePdf(kind: FixtureKind): Promise<Uint8Array> {
  return Uint8Array.from(await readFile(new URL(`${kind}.pdf`, folder)));
}

export function fixturePassword(kind: FixtureKind): string {
  return kind === 'nsdl' || kind === 'cdsl' ? 'ABCDE1234F' : 'Pass@1234';
}

/** A fixture's answer, read in this thread, as JSON whose numbers are text with every digit that was printed. */
export async function parsedFixture(kind: FixtureKind): Promise<ReadAnswer> {
  const { text } = await readStatement(await fixturePdf(kind), fixturePassword(kind));
  return exactly(text);
}

/** JSON with its numbers as text: a float would hide a digit. */
export function exactly(text: string): ReadAnswer {
  const reviver = (_key: string, value: unknown, context?: { source?: string }): unknown =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value;
  return JSON.parse(text, reviver) as ReadAnswer;
}

export interface ReadTransaction {
  readonly date: string;
  readonly description: string;
  readonly type: string;
  readonly amount?: string;
  readonly units?: string;
  readonly nav?: string;
  readonly balance?: string;
  readonly dividend_rate?: string;
  readonly additional_info?: Readonly<Record<string, string>>;
}

export interface ReadScheme {
  readonly isin?: string;
  readonly name: string;
  readonly units?: string;
  readonly nav?: string;
  readonly value?: string;
  readonly cost?: string;
  readonly gain?: { readonly absolute?: string; readonly percentage?: string };
  readonly nominees: readonly string[];
  readonly transactions: readonly ReadTransaction[];
  readonly additional_info: Readonly<Record<string, string | boolean>>;
}

export interface ReadFolio {
  readonly folio_number: string;
  readonly amc?: string;
  readonly registrar?: string;
  readonly value?: string;
  readonly linked_holders: readonly { readonly name?: string; readonly pan?: string }[];
  readonly additional_info: Readonly<Record<string, string>>;
  readonly schemes: readonly ReadScheme[];
}

export interface ReadHolding {
  readonly isin: string;
  readonly name: string;
  readonly units?: string;
  readonly value?: string;
  readonly transactions: readonly ReadTransaction[];
  readonly additional_info: Readonly<Record<string, string>>;
}

export interface ReadAccount {
  readonly demat_type: string;
  readonly dp_id: string;
  readonly dp_name?: string;
  readonly client_id: string;
  readonly bo_id?: string;
  readonly value?: string;
  readonly linked_holders: readonly { readonly name?: string; readonly pan?: string }[];
  readonly holdings: Readonly<Record<string, readonly ReadHolding[]>>;
  readonly additional_info: Readonly<Record<string, unknown>>;
}

export interface ReadPension {
  readonly pran: string;
  readonly cra?: string;
  readonly value?: string;
  readonly funds: readonly {
    readonly name: string;
    readonly units?: string;
    readonly nav?: string;
    readonly value?: string;
    readonly additional_info: Readonly<Record<string, string>>;
  }[];
}

export interface ReadAnswer {
  readonly meta: {
    readonly cas_type: string;
    readonly statement_period?: { readonly from: string; readonly to: string };
  };
  readonly investor: Readonly<Record<string, string>>;
  readonly summary: {
    readonly total_value: string;
    readonly accounts: Readonly<Record<string, { count: string; total_value: string }>>;
  };
  readonly demat_accounts: readonly ReadAccount[];
  readonly mutual_funds: readonly ReadFolio[];
  readonly nps: readonly ReadPension[];
  readonly x_casparser: {
    readonly engine: string;
    readonly warnings: readonly {
      readonly code: string;
      readonly page: string;
      readonly row: string;
    }[];
    readonly notes: readonly { readonly text: string }[];
    readonly checks: Readonly<Record<string, { made: string; failed: string }>>;
    readonly sources: Readonly<Record<string, readonly [string, string]>>;
  };
}
