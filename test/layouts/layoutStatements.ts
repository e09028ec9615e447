import type { StatementKind } from '../fixtures/statementsGenerator/kinds.ts';
import { optionKinds } from '../fixtures/statementsGenerator/optionKinds.ts';
import { optionLimits, refusedValues } from '../fixtures/statementsGenerator/optionLimits.ts';
import type { OptionLimit } from '../fixtures/statementsGenerator/optionLimits.ts';
import { plainOptions } from '../fixtures/statementsGenerator/options.ts';
import type { StatementOptions } from '../fixtures/statementsGenerator/options.ts';
import { dimensionValues } from '../fixtures/statementsGenerator/randomOptions.ts';
import { chanceFrom } from '../fixtures/statementsGenerator/seededRandom.ts';
import { coveringArray } from './coveringArray.ts';

export type OptionName = keyof StatementOptions;

/** An option and what it may be. */
export interface Dimension {
  readonly name: OptionName;
  readonly values: readonly unknown[];
}

export interface LayoutStatement {
  readonly kind: StatementKind;
  readonly seed: number;
  readonly options: StatementOptions;
}

/** Of each kind: six kinds have 420. */
const LEAST_OF_A_KIND = 70;
/** As few as the portfolio takes, or tables that go on over pages. */
const PAGES = [null, 5];

/** Everything in which statements of a kind differ, as the options say. */
export function dimensionsOf(kind: StatementKind): Dimension[] {
  const described = Object.entries(dimensionValues).map(([text, values]): Dimension => {
    const name = text as keyof typeof dimensionValues;
    const refused: readonly unknown[] = refusedValues[name] ?? [];
    return { name, values: values.filter((value) => !refused.includes(value)) };
  });
  const drawn = described.filter(
    ({ name }) => name === 'pages' || optionKinds[name].includes(kind),
  );
  return [...drawn, { name: 'pages', values: PAGES }];
}

/** Whether two values of two options can both be seen in a statement of a kind. */
export function canMeet(
  kind: StatementKind,
  one: readonly [OptionName, unknown],
  other: readonly [OptionName, unknown],
): boolean {
  return !optionLimits.some(
    (limit) =>
      (limit.kinds?.includes(kind) ?? true) &&
      (hides(limit, one, other) || hides(limit, other, one)),
  );
}

function hides(
  { where, hidden }: OptionLimit,
  [name, value]: readonly [OptionName, unknown],
  [otherName, otherValue]: readonly [OptionName, unknown],
): boolean {
  const values: readonly unknown[] | undefined = hidden[otherName];
  return name in where && where[name] === value && (values?.includes(otherValue) ?? false);
}

/** Statements of a kind in which every two values of two options meet that can; the same for the same seed. */
export function layoutStatements(kind: StatementKind, seed: number): LayoutStatement[] {
  const dimensions = dimensionsOf(kind);
  const settingOf = ({ dimension, value }: { dimension: number; value: number }) => {
    const { name, values } = dimensions[dimension] ?? { name: 'pages', values: [] };
    return [name, values[value]] as const;
  };
  const rows = coveringArray({
    sizes: dimensions.map(({ values }) => values.length),
    mayMeet: (one, other) => canMeet(kind, settingOf(one), settingOf(other)),
    chance: chanceFrom(seed),
    leastRows: LEAST_OF_A_KIND,
  });
  return rows.map((row, index) => {
    const settings = row.map((value, dimension) => settingOf({ dimension, value }));
    return {
      kind,
      seed: seed * 1000 + index,
      options: { ...plainOptions, ...Object.fromEntries(settings) },
    };
  });
}
