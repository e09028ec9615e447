import * as z from 'zod/mini';
import { parseJson } from '../service/json.ts';

const statement = z.object({ investor: z.object({ pan: z.string() }) });

/** The PAN of a statement's first holder, where the portfolio's JSON has one. */
export function investorPan(text: string): string | undefined {
  return statement.safeParse(parseJson(text)).data?.investor.pan;
}
