/**
 * Where an answer differs from the truth. What the truth leaves open (null) may be anything; everything else must be there, digit
 * for digit, and lists must be as long. What must not be said is an empty text.
 */
export function differences(truth: unknown, answer: unknown, path = ''): string[] {
  if (truth === null || truth === undefined) return [];
  if (Array.isArray(truth)) {
    // No holder named with a folio: the list of accounts may still say whose it is.
    if (truth.length === 0 && path.endsWith('/linked_holders')) return [];
    const list: readonly unknown[] = Array.isArray(answer) ? answer : [];
    const wrong = truth.flatMap((each, index) =>
      differences(each, list[index], `${path}/${index}`),
    );
    if (list.length !== truth.length)
      wrong.unshift(`${path}: ${list.length} instead of ${truth.length}`);
    return wrong;
  }
  if (typeof truth === 'object') {
    const object = (typeof answer === 'object' && answer !== null ? answer : {}) as Record<
      string,
      unknown
    >;
    return Object.entries(truth).flatMap(([key, each]) =>
      differences(each, object[key], `${path}/${key}`),
    );
  }
  if (truth === '' && (answer === undefined || answer === null)) return [];
  const [wanted, found] = [textOf(truth), textOf(answer)];
  return wanted === found || sameNumber(wanted, found)
    ? []
    : [`${path}: ${found} instead of ${wanted}`];
}

/**
 * Where the answer to a whole statement differs from its truth. Units of a demat account's rows may lack the sign that the truth
 * gives them: the shape's documents give them none, and what is printed under Debit is positive.
 */
export function statementDifferences(truth: unknown, answer: unknown): string[] {
  return differences(truth, answer).filter((each) => {
    const [, found, wanted] = DEMAT_UNITS.exec(each) ?? [];
    return found === undefined || !sameNumber(`-${found}`, wanted ?? '');
  });
}

const DEMAT_UNITS = /^\/demat_accounts\/.*\/transactions\/\d+\/units: (\S+) instead of (\S+)$/;

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

/** How many fields of the truth say something. */
export function fieldCount(truth: unknown): number {
  if (truth === null || truth === undefined) return 0;
  if (typeof truth !== 'object') return 1;
  return Object.values(truth).reduce((sum: number, each: unknown) => sum + fieldCount(each), 0);
}

/** The same number with other zeros at its end: a statement can print units with more decimals than the truth has. */
function sameNumber(one: string, other: string): boolean {
  return /^-?[\d.]+$/.test(one) && /^-?[\d.]+$/.test(other) && plain(one) === plain(other);
}

function plain(numeral: string): string {
  return numeral.includes('.') ? numeral.replace(/\.?0+$/, '') : numeral;
}
