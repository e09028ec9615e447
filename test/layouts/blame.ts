import { plainOptions } from '../fixtures/statementsGenerator/options.ts';
import type { StatementOptions } from '../fixtures/statementsGenerator/options.ts';
import type { LayoutStatement, OptionName } from './layoutStatements.ts';
import { readLayout } from './readLayout.ts';
import type { LayoutReading } from './readLayout.ts';

/** The options that are not plain. */
export function settingsOf(options: StatementOptions): Partial<StatementOptions> {
  const set = Object.entries(options).filter(
    ([name, value]) => plainOptions[name as OptionName] !== value,
  );
  return Object.fromEntries(set);
}

/**
 * The fewest options off the plain path with which a statement of the same seed still goes wrong in one of the same ways: those
 * that are to blame. Halves of the options are made plain as long as the trouble stays, then quarters, down to single ones.
 */
export async function optionsToBlame(
  statement: LayoutStatement,
  reading: LayoutReading,
  read: (statement: LayoutStatement) => Promise<LayoutReading> = readLayout,
): Promise<Partial<StatementOptions>> {
  const symptoms = new Set(symptomsOf(reading));
  let names = Object.keys(settingsOf(statement.options)) as OptionName[];
  const { options } = statement;
  for (let size = names.length; size > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < names.length;) {
      const fewer = names.filter((_, index) => index < start || index >= start + size);
      const again = await read({ ...statement, options: only(fewer, options) });
      if (symptomsOf(again).some((symptom) => symptoms.has(symptom))) names = fewer;
      else start += size;
    }
  }
  return settingsOf(only(names, options));
}

/** The named options, and all others plain. */
function only(names: readonly OptionName[], options: StatementOptions): StatementOptions {
  return { ...plainOptions, ...Object.fromEntries(names.map((name) => [name, options[name]])) };
}

/** In which ways a reading went wrong: the same field of another row is the same way. */
export function symptomsOf({ wrong, falseWarnings }: LayoutReading): string[] {
  const paths = wrong.map((each) =>
    each.startsWith('refused')
      ? each
      : each.replace(/: .*$/s, '').replaceAll(/\/\d+(?=\/|$)/g, '/#'),
  );
  const codes = falseWarnings.map((each) => `warning ${each.replace(/,.*$/, '')}`);
  return [...new Set([...paths, ...codes])];
}
