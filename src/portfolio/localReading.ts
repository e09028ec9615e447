import { isJsonObject } from './exactJson.ts';
import type { JsonObject, JsonValue } from './exactJson.ts';
import type { Portfolio } from './model.ts';

/** What the engine on this computer said beside a portfolio that it read. */
export interface LocalReading {
  readonly warnings: readonly LocalReadingWarning[];
  /** Checks of the PDF against its own balances and totals while it was read: how many, and how many of them failed. */
  readonly checks: { readonly made: number; readonly failed: number };
}

export interface LocalReadingWarning {
  /** English. */
  readonly message: string;
  /** Where in the PDF, from 1. */
  readonly page: number | null;
}

/** The key of what is ours in a portfolio's JSON; the service does not use it. */
export const ENVELOPE = 'x_casparser';

/** Null for a portfolio that the service made. */
export function localReading({ rest }: Portfolio): LocalReading | null {
  const envelope = rest.find(({ path }) => path === ENVELOPE)?.value;
  if (!isJsonObject(envelope) || envelope.engine !== 'local') return null;
  const warnings = Array.isArray(envelope.warnings)
    ? (envelope.warnings as readonly JsonValue[])
    : [];
  return {
    warnings: warnings.filter(isJsonObject).map(readWarning),
    checks: sumOf(envelope.checks),
  };
}

function sumOf(checks: JsonValue | undefined): LocalReading['checks'] {
  const kinds = isJsonObject(checks) ? Object.values(checks).filter(isJsonObject) : [];
  const sum = (key: 'made' | 'failed') =>
    kinds.reduce((total, kind) => total + countOf(kind[key]), 0);
  return { made: sum('made'), failed: sum('failed') };
}

function countOf(value: JsonValue | undefined): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

function readWarning({ message, page }: JsonObject): LocalReadingWarning {
  return {
    message: typeof message === 'string' ? message : 'Something was not understood.',
    page: typeof page === 'number' ? page : null,
  };
}
