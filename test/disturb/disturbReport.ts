import type { TriedDisturbance } from './tryDisturbed.ts';

/** Wrong without a word at the place: in silence, or with warnings of other places only. */
export function isSilent({ outcome }: TriedDisturbance): boolean {
  return outcome === 'silent' || outcome === 'elsewhere';
}

/** The share of disturbances that were read wrong in silence, 0 to 1. Statements that are wrong undisturbed do not count. */
export function silentShare(tried: readonly TriedDisturbance[]): number {
  const counted = tried.filter(({ outcome }) => outcome !== 'wrongBefore');
  return counted.length === 0 ? 0 : counted.filter(isSilent).length / counted.length;
}

/** Counts of a group, in a line. */
export function countsLine(name: string, tried: readonly TriedDisturbance[]): string {
  const count = (outcome: TriedDisturbance['outcome']): number =>
    tried.filter((each) => each.outcome === outcome).length;
  const again = tried.filter(({ through }) => through !== null).length;
  const before = count('wrongBefore');
  return (
    `${name.padEnd(28)} ${tried.length} made (${again} saved again): ${count('right')} right, ` +
    `${count('rightButWarned')} right with a warning, ${count('warned')} warned of there, ${count('refused')} refused, ` +
    `${count('elsewhere')} warned of elsewhere, ${count('silent')} in silence (${(silentShare(tried) * 100).toFixed(2)} %)` +
    (before > 0 ? `, ${before} wrong before` : '')
  );
}

/** What was read wrong in silence: by disturbance and path, the most frequent first, each with seeds. */
export function silentLines(tried: readonly TriedDisturbance[], withDetails: boolean): string[] {
  const silent = tried.filter(isSilent);
  const groups = Map.groupBy(silent, ({ kind, disturbance, through, wrong }) => {
    const path = (wrong[0] ?? '').replace(/: .*$/s, '').replaceAll(/\/\d+(?=\/|$)/g, '/#');
    return `${kind} ${disturbance}${through ? ` through ${through}` : ''}: ${path}`;
  });
  return [...groups]
    .sort((a, b) => b[1].length - a[1].length)
    .flatMap(([group, some]) => [
      `  ${some.length} x ${group}; seeds ${some.map(seedOf).slice(0, 12).join(', ')}`,
      ...(withDetails ? some.flatMap(detailsOf) : []),
    ]);
}

function seedOf({ seed, outcome }: TriedDisturbance): string {
  return outcome === 'elsewhere' ? `${seed} (warned elsewhere)` : `${seed}`;
}

function detailsOf({ seed, what, wrong }: TriedDisturbance): string[] {
  return wrong.slice(0, 2).map((each) => `      ${seed}: ${what}: ${each}`);
}
