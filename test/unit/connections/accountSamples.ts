export const ORIGIN = 'https://api.casparser.test';
export const OTHER_ORIGIN = 'https://casparser.elsewhere.test';

/** An account that was approved in the browser, on a day of September. */
export const approved = (email: string, day: number) =>
  ({
    kind: 'approval',
    origin: ORIGIN,
    email,
    createdAt: `2026-09-0${day}T06:30:00.000Z`,
  }) as const;
/** An account whose key was typed in. */
export const pasted = (day: number) =>
  ({ kind: 'key', origin: ORIGIN, createdAt: `2026-09-0${day}T06:30:00.000Z` }) as const;
/** An account whose key stays in the environment. */
export const outside = {
  id: `environment ${ORIGIN}`,
  kind: 'environment',
  origin: ORIGIN,
  createdAt: '2026-09-05T06:30:00.000Z',
  variable: 'CASPARSER_API_KEY',
} as const;
