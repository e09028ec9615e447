import { differences } from '../unit/local/differences.ts';

/** What a change does to an answer in which nothing is warned of. */
export type Effect =
  /** The answer is the same. */
  | 'none'
  /** Every value that differs is marked as read, not confirmed. */
  | 'marked'
  /** A value differs that the answer calls confirmed, or is gone. */
  | 'silent';

interface Answer {
  readonly x_casparser: {
    readonly confirmation: { readonly unconfirmed: Readonly<Record<string, readonly string[]>> };
  };
}

/** Compares the answer of a changed statement with that of the statement it was. */
export function effectOf(changed: string, healthy: string): Effect {
  const found = JSON.parse(changed) as Answer;
  const wanted = JSON.parse(healthy) as unknown;
  const all = differing(wanted, found);
  if (all.length === 0) return 'none';
  const marks = Object.entries(found.x_casparser.confirmation.unconfirmed).flatMap(
    ([path, names]) =>
      names.map((name) => new RegExp(`^${`${path}/${name}`.replaceAll('*', '\\d+')}$`)),
  );
  const isMarked = (path: string): boolean => marks.some((mark) => mark.test(path));
  const rest = differing(withoutMissing(wanted, found, isMarked), found);
  return rest.every(isMarked) ? 'marked' : 'silent';
}

/** Where two answers differ. Both ways: what one of them leaves out may be anything for the other. */
function differing(one: unknown, other: unknown): string[] {
  const paths = [...differences(one, other), ...differences(other, one)].map(
    (difference) => difference.split(': ')[0] ?? '',
  );
  // Where numbers were read, and which checks were made, is beside the answer.
  return paths.filter((path) => !path.startsWith('/x_casparser'));
}

/** What was wanted without the items that are missing from lists of which the answer says that items may be missing. */
function withoutMissing(
  wanted: unknown,
  found: unknown,
  isMarked: (path: string) => boolean,
  path = '',
): unknown {
  if (Array.isArray(wanted) && Array.isArray(found)) {
    const [all, some] = [wanted as readonly unknown[], found as readonly unknown[]];
    if (isMarked(path) && areAmong(some, all)) return some;
    return all.map((each, index) =>
      withoutMissing(each, some[index], isMarked, `${path}/${index}`),
    );
  }
  if (!isObject(wanted) || !isObject(found)) return wanted;
  const { transactions } = found;
  const hasNone = Array.isArray(transactions) && transactions.length === 0;
  // Balances before and after the transactions are said with them, so without any of them nothing is said, and nothing wrong.
  const all = hasNone && isMarked(`${path}/transactions`) ? withoutBalances(wanted, found) : wanted;
  return Object.fromEntries(
    Object.entries(all).map(([key, each]) => [
      key,
      withoutMissing(each, found[key], isMarked, `${path}/${key}`),
    ]),
  );
}

function withoutBalances(wanted: AnyObject, found: AnyObject): AnyObject {
  const [info, own] = [wanted.additional_info, found.additional_info];
  if (!isObject(info) || !isObject(own)) return wanted;
  const rest = Object.entries(info).filter(
    ([key]) => key in own || !['open_units', 'close_units'].includes(key),
  );
  return { ...wanted, additional_info: Object.fromEntries(rest) };
}

type AnyObject = Readonly<Record<string, unknown>>;

/** Whether a list is the other one, in its order, with none or some of its items left out. */
function areAmong(some: readonly unknown[], all: readonly unknown[]): boolean {
  let next = 0;
  for (const each of all) {
    if (next < some.length && differing(each, some[next]).length === 0) next += 1;
  }
  return next === some.length;
}

function isObject(value: unknown): value is AnyObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
