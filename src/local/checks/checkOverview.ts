import { Decimal } from '../../portfolio/decimal.ts';
import type { Composition } from '../grammars/depository/composition.ts';
import type { DepositoryStatement } from '../grammars/depository/depository.ts';
import type { Printed } from '../statement.ts';
import { addsUp } from './addsUp.ts';
import type { Checks } from './checkResult.ts';

/** What a depository's first pages say of all accounts: the list of them and the composition of the whole. */
export function checkOverview(read: DepositoryStatement, checks: Checks): void {
  checkRoster(read, checks);
  checkAll(read, checks);
  checkGroups(read, checks);
  checkCompositions(read, checks);
}

function checkRoster({ roster, statement }: DepositoryStatement, checks: Checks): void {
  if (!roster) {
    checks.expect(false, 'no-account-list', 'The list of accounts was not found.', {
      page: 1,
      row: 1,
    });
    return;
  }
  const funds = roster.rows.filter(({ what }) => what === 'funds');
  const schemes = statement.folios.flatMap((folio) => folio.schemes);
  const fundValues = schemes.map(({ value }) => value);
  const listed = sumOf(funds.map(({ value }) => value));
  const [first] = funds;
  if (first && listed) {
    checks.expect(
      addsUp(fundValues, { value: listed, ...first.place }),
      'funds-value',
      'The fund folios do not add up to what the list of accounts says.',
      first.place,
      fundValues,
    );
    const count = sumOf(funds.map(({ count }) => count));
    if (count) {
      checks.expect(
        count.equals(Decimal.fromInteger(schemes.filter(({ value }) => value !== null).length)),
        'funds-count',
        'There are not as many fund schemes as the list of accounts says.',
        first.place,
      );
    }
  } else if (schemes[0]) {
    checks.expect(
      false,
      'funds-value',
      'The list of accounts names no fund folios.',
      schemes[0].place,
    );
  }
  const insured = roster.rows.find(({ what }) => what === 'insurance');
  if (insured) {
    checks.expect(
      statement.policies.length > 0,
      'insurance',
      'The list of accounts names insurance, but no policy was read.',
      insured.place,
    );
  }
  if (roster.grandTotal) {
    checks.expect(
      addsUp(
        roster.rows.map(({ value }) => value),
        roster.grandTotal,
      ),
      'grand-total',
      'The accounts do not add up to the grand total.',
      roster.grandTotal,
      roster.rows.map(({ value }) => value),
    );
  } else {
    checks.expect(
      false,
      'grand-total',
      'The list of accounts has no grand total.',
      roster.rows[0]?.place ?? { page: 1, row: 1 },
    );
  }
}

/** All that was read, wherever it stood, and what the list of accounts says is all. */
function checkAll({ roster, statement }: DepositoryStatement, checks: Checks): void {
  const all = roster?.grandTotal;
  if (!all) return;
  const { accounts, folios, pensions } = statement;
  const parts = [
    ...accounts.flatMap(({ closingValue, listedValue, holdings }) =>
      closingValue
        ? [closingValue]
        : holdings.length === 0
          ? [listedValue]
          : holdings.map(({ value }) => value),
    ),
    ...folios.flatMap(({ schemes }) => schemes.map(({ value }) => value)),
    ...pensions.flatMap(({ value, funds }) => (value ? [value] : funds.map((fund) => fund.value))),
    ...roster.rows.flatMap(({ what, value }) => (what === 'insurance' ? [value] : [])),
  ];
  checks.expect(
    addsUp(parts, all),
    'all-read',
    'What was read of all accounts does not add up to the grand total.',
    all,
    parts,
  );
}

/** The rows of each group of holders and the total below them. */
function checkGroups({ roster }: DepositoryStatement, checks: Checks): void {
  for (const { rows, total } of roster?.groups ?? []) {
    if (!total) continue;
    const values = rows.map(({ value }) => value);
    checks.expect(
      addsUp(values, total),
      'group-total',
      'The accounts of these holders do not add up to their total.',
      total,
    );
  }
}

/** A composition is of all that is listed, or one of several that together are. */
function checkCompositions(
  { compositions, sections, roster }: DepositoryStatement,
  checks: Checks,
): void {
  const all = roster?.grandTotal ?? null;
  for (const { rows, total } of compositions) {
    const printed = total ?? (compositions.length === 1 ? all : null);
    if (!printed) continue;
    const values = rows.map(({ value }) => value);
    checks.expect(
      addsUp(values, printed),
      'composition',
      'The composition table does not add up to its total.',
      printed,
    );
  }
  const isWhole = ({ total }: Composition): boolean =>
    compositions.length === 1 || (all !== null && total !== null && addsUp([total], all));
  for (const whole of compositions.filter(isWhole)) checkSections([whole], sections, checks);
  const parts = compositions.filter((composition) => !isWhole(composition));
  checkSections(parts, sections, checks);
  const [last] = parts.flatMap(({ total }) => total ?? []).slice(-1);
  if (!last || !all) return;
  checks.expect(
    addsUp(
      parts.map(({ total }) => total),
      all,
    ),
    'composition',
    'The composition tables do not add up to the grand total.',
    last,
  );
}

/** What tables say of each kind of asset, together, and what is held of it. */
function checkSections(
  compositions: readonly Composition[],
  sections: DepositoryStatement['sections'],
  checks: Checks,
): void {
  const byCode = Map.groupBy(
    compositions.flatMap(({ rows }) => rows),
    ({ code }) => code,
  );
  for (const [code, rows] of byCode) {
    const values = rows.map(({ value }) => value);
    const [first] = values;
    const sum = sumOf(values);
    if (code === null || !first || !sum || !sections.has(code)) continue;
    const held = sections.get(code) ?? [];
    checks.expect(
      addsUp(held, { ...first, value: sum }),
      'composition',
      'The holdings of this kind do not add up to the composition table.',
      first,
      held,
    );
  }
}

function sumOf(values: readonly (Printed | null)[]): Decimal | null {
  const printed = values.flatMap((value) => (value ? [value.value] : []));
  return printed.length > 0 ? Decimal.sum(printed) : null;
}
