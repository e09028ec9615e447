import * as z from 'zod/mini';
import { parseDay } from '../days.ts';
import { AMOUNT, NAV, UNITS } from './typed.ts';

export const isin = z.string().check(z.regex(/^IN[0-9A-Z]{10}$/, 'is no ISIN'));
export const day = z.string().check(z.refine((text) => parseDay(text) !== null, 'is no day'));
export const amount = z.string().check(z.regex(AMOUNT, 'is no amount in INR'));
const units = z.string().check(z.regex(UNITS, 'is no number of units'));
export const nav = z.string().check(z.regex(NAV, 'is no NAV'));
export const folio = z.string().check(z.minLength(1), z.maxLength(40));
export const kind = z.enum(['equity-oriented', 'specified-debt', 'foreign-or-gold', 'other']);
export const previousLots = z
  .array(z.strictObject({ acquired: day, units, cost: amount }))
  .check(z.minLength(1), z.maxLength(1000));
export const anniversary = z.enum(['long', 'short']);

/**
 * What only the owner of units knows, as it is kept and as `--facts` takes it: version 1. Money, units and NAVs are decimal
 * strings, days ISO dates.
 */
export const FactsFile = z.strictObject({
  version: z.literal(1),
  /** By ISIN. */
  schemes: z.optional(
    z.record(
      isin,
      z.strictObject({
        kind: z.optional(kind),
        /** INR per unit. */
        navOf31Jan2018: z.optional(nav),
      }),
    ),
  ),
  /** What units that came by a gift, transmission or transfer on `date` had cost their previous owner: as many as came. */
  transfers: z.optional(z.array(z.strictObject({ folio, isin, date: day, lots: previousLots }))),
  /** What the fund kept back of the sales of `date` beside what the statement prints. */
  exitLoads: z.optional(z.array(z.strictObject({ folio, isin, date: day, amount }))),
  /** How a sale on the very anniversary counts. */
  anniversary: z.optional(anniversary),
});
export type FactsFile = z.infer<typeof FactsFile>;
