import type { Roster } from '../grammars/depository/roster.ts';
import type { PrintedPension, PrintedPensionFund } from '../statement.ts';
import { addsUp } from './addsUp.ts';
import { agreeingInProduct } from './agreeing.ts';
import type { Checks } from './checkResult.ts';
import { halfDigit, PAISA } from './rounding.ts';

/** The funds of a pension account, each against its own NAV, and the account against the list of accounts. */
export function checkPension(pension: PrintedPension, roster: Roster | null, checks: Checks): void {
  for (const fund of pension.funds) checkFund(fund, checks);
  const row = roster?.rows.find(({ pran }) => pran === pension.pran);
  const { value } = pension;
  if (!row?.value || !value || row.value === value) return;
  checks.expect(
    addsUp([value], row.value),
    'pension-value',
    'The value of this pension account is not that of the list of accounts.',
    value,
    [value, row.value],
  );
}

/** Units of pension funds have four decimals, and what is printed of them can be rounded. */
function checkFund({ units, nav, value }: PrintedPensionFund, checks: Checks): void {
  if (!units || !nav || !value) return;
  const slack = halfDigit(units.value)
    .times(nav.value.abs())
    .plus(halfDigit(nav.value).times(units.value.abs()))
    .plus(PAISA);
  const off = units.value.times(nav.value).minus(value.value).abs();
  checks.expect(
    off.compare(slack) <= 0,
    'pension-fund-value',
    'Units times NAV do not give the value of this pension fund.',
    value,
    agreeingInProduct({ units, price: nav, amount: value, off, slack }),
  );
}
