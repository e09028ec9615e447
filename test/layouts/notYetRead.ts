import type { StatementKind } from '../fixtures/statementsGenerator/kinds.ts';
import { plainOptions } from '../fixtures/statementsGenerator/options.ts';
import type { StatementOptions } from '../fixtures/statementsGenerator/options.ts';
import type { LayoutStatement } from './layoutStatements.ts';

/** Options that are read right alone, but not yet in every mixture. */
interface KnownFault {
  readonly kinds: readonly StatementKind[];
  readonly options: Partial<StatementOptions>;
}

const knownFaults: readonly KnownFault[] = [
  {
    kinds: ['cams-summary', 'kfin-summary'],
    options: { softHyphenIsin: true, textObjects: 'perGlyph' },
  },
];

/** The statement without what is known not to be read right yet: of the options of each such fault, the first is plain. */
export function withoutKnownFaults(statement: LayoutStatement): LayoutStatement {
  let { options } = statement;
  for (const fault of knownFaults) {
    const names = Object.keys(fault.options) as (keyof StatementOptions)[];
    const [first] = names;
    const isHere =
      fault.kinds.includes(statement.kind) &&
      names.every((name) => options[name] === fault.options[name]);
    if (isHere && first) options = { ...options, [first]: plainOptions[first] };
  }
  return { ...statement, options };
}
