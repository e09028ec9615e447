import type { StatementKind } from '../fixtures/statementsGenerator/kinds.ts';
import { symptomsOf } from './blame.ts';
import type { TriedLayout } from './tryLayouts.ts';

/** What went wrong in statements of a kind, in lines: the counts, then the options to blame, those of most statements first. */
export function reportOf(kind: StatementKind, tried: readonly TriedLayout[]): string[] {
  const groups = Map.groupBy(
    tried.filter(({ blame }) => blame),
    ({ blame }) => settingsText(blame ?? {}),
  );
  return [
    countsOf(kind, tried),
    ...[...groups]
      .sort((a, b) => b[1].length - a[1].length)
      .flatMap(([blame, some]) => groupLines(kind, blame, some)),
  ];
}

/** `kind: 70 statements, 12345 fields, 2 wrong, 0 false warnings` */
export function countsOf(name: string, tried: readonly TriedLayout[]): string {
  const sum = (count: (each: TriedLayout) => number): number =>
    tried.reduce((total, each) => total + count(each), 0);
  const troubled = tried.filter(({ blame }) => blame).length;
  return (
    `${name}: ${tried.length} statements, ${sum(({ fields }) => fields)} fields, ` +
    `${sum(({ wrong }) => wrong.length)} wrong, ${sum(({ falseWarnings }) => falseWarnings.length)} false warnings` +
    (troubled > 0 ? `, in ${troubled} statements` : '')
  );
}

function groupLines(kind: StatementKind, blame: string, some: readonly TriedLayout[]): string[] {
  const [first] = some;
  if (!first) return [];
  const ways = Map.groupBy(some.flatMap(symptomsOf), (symptom) => symptom);
  const { seed } = first.statement;
  const examples = [...first.wrong.slice(0, 3), ...first.falseWarnings.slice(0, 2)];
  return [
    `  ${blame}: ${some.length} statements, seeds ${some
      .map(({ statement }) => statement.seed)
      .slice(0, 8)
      .join(', ')}`,
    ...[...ways]
      .sort((a, b) => b[1].length - a[1].length)
      .slice(0, 6)
      .map(([symptom, times]) => `      ${times.length} x ${symptom}`),
    ...examples.map((example) => `      e.g. ${example.slice(0, 200)}`),
    `      node test/fixtures/statementsGenerator/write.ts ${kind} ${seed} /tmp/${kind}-${seed}.pdf '${JSON.stringify(first.blame)}'`,
  ];
}

/** `wrappedCells=true & grouping=none`; long lists are `all`. */
function settingsText(settings: object): string {
  const texts = Object.entries(settings).map(
    ([name, value]) =>
      `${name}=${Array.isArray(value) && value.length > 3 ? 'all' : String(value)}`,
  );
  return texts.length === 0 ? 'plain options' : texts.join(' & ');
}
