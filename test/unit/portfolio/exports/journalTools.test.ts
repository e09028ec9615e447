import assert from 'node:assert/strict';
import fc from 'fast-check';
import { positions } from '../../../../src/portfolio/positions.ts';
import { largePortfolio } from '../largePortfolio.ts';
import { folioOf, row, schemeOf, statementOf } from '../lots/inventedRows.ts';
import { SAMPLES, samplePortfolio } from '../samples.ts';
import { ACCOUNTING_TOOLS, askTool } from './accountingTool.ts';
import type { AccountingTool } from './accountingTool.ts';
import { arbitraryAnswer } from './arbitraryAnswer.ts';
import { exported } from './exported.ts';

for (const tool of ACCOUNTING_TOOLS) {
  const { name, format, isInstalled, complaint } = tool;
  describe(`a ${format} journal, read by ${name} itself${reasonToSkip(tool)}`, function () {
    before(function () {
      if (!isInstalled) this.skip();
    });

    for (const sample of SAMPLES)
      it(`${sample}: is accepted, with the closing units of each position asserted`, () => {
        const portfolio = samplePortfolio(sample);
        const journal = exported(portfolio, { format });
        assert.equal(complaint(journal), '');
        const held = positions(portfolio).filter(({ units }) => units !== null);
        assert.equal(journal.match(/^\S+ balance | 0 "[^"]+" = /gm)?.length, held.length);
      });

    it('is refused when the closing units are others', () => {
      const journal = exported(samplePortfolio('cams_kfintech'), { format });
      assert.equal(journal.match(/671\.951/g)?.length, 1);
      assert.notEqual(complaint(journal.replace('671.951', '672.951')), '');
    });

    it('is accepted for a portfolio with every type of transaction', () => {
      const answer = largePortfolio({ schemes: 24, transactions: 1_200 });
      const journal = exported(answer, { format });
      assert.equal(complaint(journal), '');
    });

    it('is accepted where more was sold than there was, and units came for nothing afterwards', () => {
      const rows = [
        row('REDEMPTION', '2024-01-10', { amount: '-50', units: '-5' }),
        row('PURCHASE', '2024-02-10', { amount: '0', units: '3' }, 'Bonus'),
      ];
      const scheme = schemeOf(rows, { isin: 'INF000D01B29', units: '-2' });
      const portfolio = statementOf([folioOf([scheme])], { from: '2024-01-01', to: '2024-12-31' });
      assert.equal(complaint(exported(portfolio, { format })), '');
    });

    it('is accepted whatever the answer has in it', () => {
      fc.assert(
        fc.property(arbitraryAnswer, (answer) => {
          assert.equal(complaint(exported(answer, { format, sample: true })), '');
        }),
        { numRuns: 10 },
      );
    });
  });
}

const beancount = ACCOUNTING_TOOLS.find(({ format }) => format === 'beancount');

describe(`a beancount journal of a statement that shows every purchase${reasonToSkip(beancount)}`, function () {
  before(function () {
    if (!beancount?.isInstalled) this.skip();
  });

  it('has the gains that first in, first out gives', () => {
    const journal = exported(samplePortfolio('cams_kfintech'), { format: 'beancount' });
    const query = "SELECT account, sum(position) WHERE account ~ 'CapitalGains' GROUP BY account";
    const answer = askTool('bean-query', journal, (file) => [file, query]);
    // 150 units bought at 40.00 and sold for 10,500; 4 units bought at 2,000.00 and switched out for 11,000; less stamp duty of 0.30.
    assert.match(answer, /Income:CapitalGains +-7499\.70 INR/);
  });
});

function reasonToSkip(tool: AccountingTool | undefined): string {
  return tool?.isInstalled ? '' : ` (skipped: ${tool?.name ?? 'its tool'} is not installed)`;
}
