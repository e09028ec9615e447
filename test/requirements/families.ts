/** The documents that the requirements were read from, and how many each has. Their ids are stable: `S3-24`. */
export const families = {
  S0: { document: 'CAS Parser: authentication', count: 30 },
  S1: { document: 'CAS Parser: the same page as rendered', count: 32 },
  S2: { document: 'Clik.ai SmartExtract: authentication', count: 13 },
  S3: { document: 'A generic API: the team’s gateway', count: 31 },
  S4: { document: 'The ask service', count: 26 },
} as const;

/** S1 repeats S0 up to here, word for word: what shows the one shows the other. */
const REPEATED = 30;

/** All ids, in order. */
export function allIds(): string[] {
  return Object.entries(families).flatMap(([family, { count }]) =>
    Array.from({ length: count }, (_none, n) => `${family}-${n + 1}`),
  );
}

/** The id whose tests show this one. */
export function shownBy(id: string): string {
  const [, number = ''] = /^S1-(\d+)$/.exec(id) ?? [];
  return number !== '' && Number(number) <= REPEATED ? `S0-${number}` : id;
}
