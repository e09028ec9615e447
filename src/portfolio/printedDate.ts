const HYPHEN = '-'.charCodeAt(0);
const MONTHS =
  'january february march april may june july august september october november december';

/** Numbers of the months by their English names, whole and short. */
const MONTH_NUMBERS: ReadonlyMap<string, string> = new Map(
  MONTHS.split(' ').flatMap((name, index): [string, string][] => {
    const number = String(index + 1).padStart(2, '0');
    return [
      [name, number],
      [name.slice(0, 3), number],
    ];
  }),
);

/** A date as `YYYY-MM-DD` where it names its month (`31-Mar-2025`, `1 April 2025`); anything else as it came. */
export function isoDate(printed: string): string {
  // Nearly every date is of the one form already.
  if (printed.length === 10 && printed.charCodeAt(4) === HYPHEN) return printed;
  const [, day = '', name = '', year = ''] =
    /^\s*(\d{1,2})[-/. ]([A-Za-z]{3,9})[-/., ]{1,2}(\d{4})\s*$/.exec(printed) ?? [];
  const month = MONTH_NUMBERS.get(name.toLowerCase());
  return month === undefined ? printed : `${year}-${month}-${day.padStart(2, '0')}`;
}
