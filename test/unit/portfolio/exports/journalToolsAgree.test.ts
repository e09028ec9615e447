import assert from 'node:assert/strict';
import { Decimal } from '../../../../src/portfolio/decimal.ts';
import type { Portfolio, Scheme } from '../../../../src/portfolio/model.ts';
import { positions } from '../../../../src/portfolio/positions.ts';
import { portfolioReturn } from '../../../../src/portfolio/returns/portfolioReturn.ts';
import { schemeCashFlows } from '../../../../src/portfolio/returns/cashFlows.ts';
import { datedAmounts } from '../../../../src/portfolio/returns/schemeReturn.ts';
import { xirr } from '../../../../src/portfolio/returns/xirr.ts';
import { portfolioOf } from '../samples.ts';
import { ACCOUNTING_TOOLS, askTool } from './accountingTool.ts';
import type { BookFigures } from './bookFigures.ts';
import { bookKinds } from './bookKinds.ts';
import { exported } from './exported.ts';
import { inventedBooks } from './inventedBooks.ts';
import { inOneJournal, reportedFigures } from './journalReports.ts';
import { pageFigures } from './pageFigures.ts';
import type { PageFigures } from './pageFigures.ts';

const HALF_A_PAISA = Decimal.parse('0.005') ?? Decimal.zero;

const GROUPS = [
  { what: 'each kind of event', books: bookKinds },
  {
    what: '70 generated portfolios',
    books: () => inventedBooks(70, 20_250_331),
  },
];

for (const { name, format, isInstalled, complaint } of ACCOUNTING_TOOLS)
  for (const { what, books } of GROUPS)
    describe(`${format} journals of ${what}, by the reports of ${name}${isInstalled ? '' : ` (skipped: ${name} is not installed)`}`, function () {
      let portfolios: readonly Portfolio[];
      let journals: readonly string[];
      let page: PageFigures;
      let tool: BookFigures;
      before(function () {
        if (!isInstalled) this.skip();
        portfolios = books().map(({ answer }) => portfolioOf(JSON.stringify(answer)));
        journals = portfolios.map((portfolio) => exported(portfolio, { format }));
        page = pageFigures(portfolios);
        tool = reportedFigures(format, journals);
      });

      it('hold the units of the page', () => {
        const known = isNotOf(page.withoutLots);
        assert.deepEqual(tool.units.toJSON(known), page.figures.units.toJSON(known));
      });

      it('have the gains of the page by scheme and financial year, and no others', () => {
        assert.deepEqual(tool.gains.toJSON(), page.figures.gains.toJSON());
      });

      it('have what is left at the cost of the page', () => {
        const known = isNotOf(page.withoutLots);
        assert.deepEqual(tool.cost.toJSON(known), page.figures.cost.toJSON(known));
      });

      it('have the money of the page in and out by scheme', () => {
        const known = isNotOf(new Set([...page.withoutMoney, ...page.withoutLots]));
        for (const side of ['putIn', 'takenOut', 'switched'] as const)
          assert.deepEqual(tool[side].toJSON(known), page.figures[side].toJSON(known), side);
      });

      it('have the money that the page says of whole portfolios', () => {
        const whole = portfolios.filter((portfolio) => portfolioReturn(portfolio).leftOut === 0);
        assert.ok(whole.length > 0);
        for (const portfolio of whole) {
          const { money } = portfolioReturn(portfolio);
          const names = portfolio.folios.flatMap(({ schemes }) =>
            schemes.map((each) => each.name ?? ''),
          );
          const all = (side: 'putIn' | 'takenOut' | 'switched') =>
            Decimal.sum(names.map((scheme) => tool[side].get(scheme)));
          const net = all('takenOut').plus(all('switched')).minus(all('putIn'));
          assert.equal(
            net.round(2).toString(),
            money.takenOut.minus(money.putIn).round(2).toString(),
          );
          // What is left of switches that are not of one amount is in or out for the page.
          if (all('switched').sign !== 0) continue;
          assert.equal(all('putIn').round(2).toString(), money.putIn.round(2).toString());
        }
      });

      it('are worth in each account what the page says', () => {
        for (const portfolio of portfolios) {
          const { figures } = pageFigures([portfolio]);
          for (const account of figures.value.names()) {
            if (page.withoutLots.has(account)) continue;
            // The tool rounds once what the page rounds for each scheme.
            const schemes = figures.units.names().filter((each) => each.startsWith(`${account} `));
            const most = HALF_A_PAISA.times(Decimal.fromInteger(schemes.length + 1));
            const difference = tool.value.get(account).minus(figures.value.get(account)).abs();
            assert.ok(difference.compare(most) <= 0, `${account}: ${difference.toString()}`);
          }
        }
      });

      it('are accepted, with the closing units of every position asserted that is told', () => {
        assert.equal(complaint(inOneJournal(format, journals)), '');
        const asserted = journals.flatMap(
          (journal) => journal.match(/^\S+ balance | 0 "[^"]+" = /gm) ?? [],
        );
        const untold = [...page.withoutLots].filter((name) => !name.startsWith('Assets:'));
        const held = portfolios.flatMap((portfolio) => positions(portfolio));
        assert.ok(asserted.length >= held.length - untold.length);
      });
    });

function isNotOf(names: ReadonlySet<string>): (name: string) => boolean {
  return (name) => !names.has(name) && !names.has(name.slice(0, name.lastIndexOf(' ')));
}

const hledger = ACCOUNTING_TOOLS.find(({ format }) => format === 'hledger');

describe(`hledger roi${hledger?.isInstalled ? '' : ' (skipped: hledger is not installed)'}`, function () {
  before(function () {
    if (!hledger?.isInstalled) this.skip();
  });

  for (const { name: kind, answer } of bookKinds())
    it(`has the rates of the page, asked as the head of the journal says: ${kind}`, () => {
      const portfolio = portfolioOf(JSON.stringify(answer));
      const journal = exported(portfolio, { format: 'hledger' });
      const [, held = '', pnl = ''] = /roi -V --inv "([^"]+)" --pnl "([^"]+)"/.exec(journal) ?? [];
      for (const scheme of portfolio.folios.flatMap(({ schemes }) => schemes)) {
        const rate = rateToTheNextDay(scheme, portfolio.statement.to);
        if (rate === null) continue;
        const inv = `${held} desc:'^${scheme.name ?? ''} [|]'`;
        const table = askTool('hledger', journal, (file) => {
          return ['-f', file, 'roi', '-V', '--inv', inv, '--pnl', pnl, '-e', '2025-04-01'];
        });
        const [, percent = 'none'] = /\|\| +(-?[\d.]+)% \|/.exec(table) ?? [];
        assert.ok(Math.abs(Number(percent) - 100 * rate) < 0.011, `${percent} % for ${rate}`);
        assert.doesNotMatch(table, /@@/);
      }
    });
});

/** hledger values at the end of the last day, which is the next one for its reckoning of days. */
function rateToTheNextDay(scheme: Scheme, to: string | null): number | null {
  const cash = schemeCashFlows(scheme, to);
  if (!cash.ok) return null;
  const { closing } = cash;
  const rate = xirr(
    datedAmounts({ ...cash, closing: closing && { ...closing, day: closing.day + 1 } }),
  );
  return rate.ok ? rate.rate : null;
}
