import type { StatementKind } from '../fixtures/statementsGenerator/kinds.ts';
import { plainOptions } from '../fixtures/statementsGenerator/options.ts';
import type { StatementOptions } from '../fixtures/statementsGenerator/options.ts';
import type { LayoutStatement } from './layoutStatements.ts';

/** Options that are read right alone, but not yet in every mixture. */
interface KnownFault {
  readonly kinds: readonly StatementKind[];
  readonly options: Partial<StatementOptions>;
}

const depositories = ['nsdl', 'cdsl'] as const;

const knownFaults: readonly KnownFault[] = [
  { kinds: depositories, options: { wrappedNumbers: 'units' } },
  { kinds: depositories, options: { wrappedNumbers: 'money' } },
  { kinds: depositories, options: { unknownColumn: 'behindWords' } },
  { kinds: depositories, options: { unknownColumn: 'betweenNumbers' } },
  { kinds: depositories, options: { unknownColumn: 'last' } },
  { kinds: depositories, options: { doubledDigits: true, textObjects: 'perGlyph' } },
  { kinds: ['cdsl'], options: { nilAlignment: 'center', summaryPage: true } },
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
