import { exactly } from './fixtures.ts';

/** What an answer says of the portfolio: where it was read and what was checked are left out. */
export function saidIn(text: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(exactly(text)).filter(([key]) => key !== 'x_casparser'));
}
