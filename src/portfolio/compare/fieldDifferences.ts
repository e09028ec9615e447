import { accounts } from '../accounts.ts';
import type { Account } from '../accounts.ts';
import type { Holder, Portfolio, Summary } from '../model.ts';
import type { Position } from '../positions.ts';
import {
  DEMAT,
  FOLIO,
  INVESTOR,
  NPS,
  NPS_FUND,
  POLICY,
  SCHEME,
  SECURITY,
  STATEMENT,
  SUMMARY,
  TRANSACTION,
} from './comparedFields.ts';
import { differingFields, differingValues } from './differingFields.ts';
import type { DifferingField } from './differingFields.ts';
import { accountIdentity } from './identity.ts';
import { pairRows } from './pairRows.ts';
import type { Row } from './pairRows.ts';
import { pairUp } from './pairUp.ts';
import type { Pair } from './pairUp.ts';

/** What two readings of one statement have a different value for. */
export type DifferencePlace =
  | { readonly of: 'statement' | 'investor' | 'summary' }
  | { readonly of: 'account'; readonly account: Pair<Account> }
  | { readonly of: 'position'; readonly position: Pair<Position> }
  | {
      readonly of: 'transaction';
      readonly position: Pair<Position>;
      readonly row: Pair<Row>;
    };

/** What differs at one place: fields, by their names in the model; or the whole, which only one reading has. */
export interface FieldDifference {
  readonly place: DifferencePlace;
  readonly onlyIn: 'earlier' | 'later' | null;
  readonly fields: readonly DifferingField[];
}

/**
 * Every field in which two readings of one statement differ, as two engines may give them. Not compared are fields that the model
 * does not know, and when an answer was made.
 *
 * @param positions of both, paired
 */
export function fieldDifferences(
  earlier: Portfolio,
  later: Portfolio,
  positions: readonly Pair<Position>[],
): FieldDifference[] {
  const pairs = pairUp(accounts(earlier), accounts(later), [{ identify: accountIdentity }]);
  const whole = [
    differenceAt(
      { of: 'statement' },
      differingFields(STATEMENT, earlier.statement, later.statement),
    ),
    differenceAt({ of: 'investor' }, differingFields(INVESTOR, earlier.investor, later.investor)),
    differenceAt({ of: 'summary' }, inSummary(earlier.summary, later.summary)),
  ];
  const inAccounts = pairs.map((account) =>
    differenceOf({ of: 'account', account }, account, inAccount),
  );
  const inPositions = positions.flatMap((position) => [
    differenceOf({ of: 'position', position }, position, inPosition),
    ...inRows(position),
  ]);
  return [...whole, ...inAccounts, ...inPositions].filter(
    ({ onlyIn, fields }) => onlyIn !== null || fields.length > 0,
  );
}

function differenceAt(place: DifferencePlace, fields: readonly DifferingField[]): FieldDifference {
  return { place, onlyIn: null, fields };
}

function differenceOf<Item>(
  place: DifferencePlace,
  pair: Pair<Item>,
  compare: (earlier: Item, later: Item) => readonly DifferingField[],
): FieldDifference {
  if (pair.earlier === null) return { place, onlyIn: 'later', fields: [] };
  if (pair.later === null) return { place, onlyIn: 'earlier', fields: [] };
  return differenceAt(place, compare(pair.earlier, pair.later));
}

function inSummary(earlier: Summary, later: Summary): readonly DifferingField[] {
  return Object.entries(SUMMARY).flatMap(([path, read]) =>
    differingValues(path, read(earlier), read(later)),
  );
}

function inAccount(earlier: Account, later: Account): readonly DifferingField[] {
  if (earlier.of === 'demat' && later.of === 'demat') {
    return [
      ...differingFields(DEMAT, earlier.account, later.account),
      ...inHolders(earlier, later),
    ];
  }
  if (earlier.of === 'folio' && later.of === 'folio') {
    return [
      ...differingFields(FOLIO, earlier.account, later.account),
      ...inHolders(earlier, later),
    ];
  }
  if (earlier.of === 'nps' && later.of === 'nps') {
    return [...differingFields(NPS, earlier.account, later.account), ...inHolders(earlier, later)];
  }
  return [];
}

interface WithHolders {
  readonly account: { readonly holders: readonly Holder[] };
}

function inHolders(earlier: WithHolders, later: WithHolders): readonly DifferingField[] {
  const list = ({ account }: WithHolders) =>
    account.holders.map(({ name, pan }) => [name, pan].filter((text) => text !== null).join(', '));
  return differingValues('holders', list(earlier), list(later));
}

/** No statement prints these: the service adds them from a database, and the engine on this computer has none. */
const FROM_DATABASE: ReadonlySet<string> = new Set(['type', 'amfiCode']);

/** Whether a difference is one of readings; a field that one engine cannot know says nothing about how the other read. */
function isOfStatement({ field, earlier, later }: DifferingField): boolean {
  return !FROM_DATABASE.has(field) || (earlier !== null && later !== null);
}

function inPosition(
  { source: one }: Position,
  { source: other }: Position,
): readonly DifferingField[] {
  if (one.of === 'scheme' && other.of === 'scheme') {
    return differingFields(SCHEME, one.scheme, other.scheme).filter(isOfStatement);
  }
  if (one.of === 'security' && other.of === 'security') {
    return differingFields(SECURITY, one.security, other.security);
  }
  if (one.of === 'nps-fund' && other.of === 'nps-fund') {
    return differingFields(NPS_FUND, one.fund, other.fund);
  }
  if (one.of === 'policy' && other.of === 'policy') {
    return differingFields(POLICY, one.policy, other.policy);
  }
  return [];
}

function inRows(position: Pair<Position>): FieldDifference[] {
  const { earlier, later } = position;
  if (!earlier || !later) return [];
  return pairRows(earlier.transactions, later.transactions).map((row) =>
    differenceOf({ of: 'transaction', position, row }, row, (one, other) =>
      differingFields(TRANSACTION, one.transaction, other.transaction),
    ),
  );
}
