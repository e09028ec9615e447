import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Decimal } from '../../../../src/portfolio/decimal.ts';
import { costInBeancount } from '../../../../src/portfolio/exports/journal/costInBeancount.ts';
import { ACCOUNTING_TOOLS, askTool } from './accountingTool.ts';

const isInstalled = ACCOUNTING_TOOLS.some(
  (tool) => tool.format === 'beancount' && tool.isInstalled,
);

describe(`The cost of a lot in Beancount${isInstalled ? '' : ' (skipped: Beancount is not installed)'}`, function () {
  before(function () {
    if (!isInstalled) this.skip();
  });

  it('is shown to the paisa by bean-query, which cuts off what it should round', () => {
    const lots = fc.sample(
      fc.tuple(
        fc.integer({ min: 1, max: 9_999_999_999 }),
        fc.integer({ min: 1, max: 999_999_999 }),
      ),
      { numRuns: 400, seed: 7 },
    );
    const expected = lots.map(([paise]) => (paise / 100).toFixed(2));
    const entries = lots.map(([paise, thousandths]) => {
      const cost = Decimal.fromInteger(paise).dividedBy(Decimal.fromInteger(100), 2);
      const units = Decimal.fromInteger(thousandths).dividedBy(Decimal.fromInteger(1000), 3);
      const written = costInBeancount(cost, units);
      assert.ok(written.minus(cost).abs().toNumber() < 1e-6);
      return `2024-01-01 * "lot"\n  Assets:Fund  ${units.toString()} FUND {{${written.toString()} INR}}\n  Assets:Bank  ${cost.negated().toString()} INR\n`;
    });
    const journal = ['2020-01-01 open Assets:Fund', '2020-01-01 open Assets:Bank', ...entries];
    const query = "SELECT cost(position) WHERE account = 'Assets:Fund'";
    const shown = askTool('bean-query', journal.join('\n'), (file) => {
      return ['-q', '-f', 'csv', file, query];
    });
    assert.deepEqual(shown.match(/\d+\.\d\d(?= )/g), expected);
  });
});
