import { groupKey } from '../groupKey.ts';
import type { PositionGroupedBy } from '../groupKey.ts';
import type { Position } from '../positions.ts';
import { groupReturn, positionReturn, returnsByScheme } from './groupReturn.ts';
import { NO_RETURN } from './noReturn.ts';
import { returnOfAll } from './portfolioReturn.ts';
import type { StatementFolios } from './portfolioReturn.ts';
import type { Return } from './return.ts';

/** A return as a program reads it. Percentages are decimal strings: `"2.00"` is 2 %. */
export interface ReportedReturn {
  /** `absolute` of all that was put in, over less than a year; `yearly` is the XIRR; `none` has a reason. */
  readonly kind: Return['kind'];
  readonly percent: string | null;
  /** From the first flow to the valuation, or to the last flow where nothing is held any more. */
  readonly days: number | null;
  /** The XIRR, also where the return is absolute; null where no yearly rate fits. */
  readonly yearlyPercent: string | null;
  /** A code, and the same in English; null where there is a return. */
  readonly reason: Extract<Return, { readonly kind: 'none' }>['reason'] | null;
  readonly why: string | null;
}

export interface ReportedGroup extends ReportedReturn {
  readonly by: PositionGroupedBy;
  /** The key of its first position, as of `positions`: names and account numbers are there. */
  readonly first: string;
  readonly holdings: number;
  /** How many of them have no return, which leaves the group without one. */
  readonly withoutReturn: number;
}

export interface ReturnsReport {
  readonly portfolio: ReportedReturn & {
    readonly schemes: number;
    readonly leftOut: number;
    /** INR as decimal strings, over the whole history of the schemes that count. */
    readonly putIn: string;
    readonly takenOut: string;
    readonly closingValue: string;
  };
  readonly holdings: readonly (ReportedReturn & { readonly holding: string })[];
  readonly groups: readonly ReportedGroup[];
}

const GROUPED_BY: readonly PositionGroupedBy[] = ['account', 'issuer', 'class'];

/**
 * The returns of what statements hold together, of each position and of each group of them, as the page shows them.
 *
 * @param statements each scheme once, as `positions` has them
 * @param positions closed ones included; named by their keys
 */
export function returnsReport(
  statements: readonly StatementFolios[],
  positions: readonly Position[],
): ReturnsReport {
  const all = returnOfAll(statements);
  const schemes = returnsByScheme(all.schemes);
  return {
    portfolio: {
      ...reportedReturn(all.result),
      schemes: all.counted,
      leftOut: all.leftOut,
      putIn: all.money.putIn.toString(),
      takenOut: all.money.takenOut.toString(),
      closingValue: all.closingValue.toString(),
    },
    holdings: positions.map((position) => ({
      holding: position.key,
      ...reportedReturn(positionReturn(position, schemes)),
    })),
    groups: GROUPED_BY.flatMap((by) =>
      [...Map.groupBy(positions, (position) => groupKey(position, by)).values()].map((group) => {
        const { result, missing } = groupReturn(group, schemes);
        return {
          by,
          first: group[0]?.key ?? '',
          holdings: group.length,
          withoutReturn: missing,
          ...reportedReturn(result),
        };
      }),
    ),
  };
}

/** A return as a program reads it. */
export function reportedReturn(result: Return): ReportedReturn {
  if (result.kind === 'none') {
    const { kind, reason } = result;
    return { kind, percent: null, days: null, yearlyPercent: null, reason, why: NO_RETURN[reason] };
  }
  const yearly = result.kind === 'yearly' ? result.percent : result.yearly;
  return {
    kind: result.kind,
    percent: result.percent.toString(),
    days: result.days,
    yearlyPercent: yearly?.toString() ?? null,
    reason: null,
    why: null,
  };
}
