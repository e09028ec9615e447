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
  const [found, wanted] = [JSON.parse(changed) as Answer, JSON.parse(healthy) as Answer];
  // Both ways: what one of them leaves out may be anything for the other.
  const paths = [...differences(wanted, found), ...differences(found, wanted)]
    .map((difference) => difference.split(': ')[0] ?? '')
    // Where numbers were read, and which checks were made, is beside the answer.
    .filter((path) => !path.startsWith('/x_casparser'));
  if (paths.length === 0) return 'none';
  const marks = Object.entries(found.x_casparser.confirmation.unconfirmed).flatMap(
    ([path, names]) =>
      names.map((name) => new RegExp(`^${`${path}/${name}`.replaceAll('*', '\\d+')}$`)),
  );
  const isMarked = (path: string): boolean => marks.some((mark) => mark.test(path));
  return paths.every(isMarked) ? 'marked' : 'silent';
}
