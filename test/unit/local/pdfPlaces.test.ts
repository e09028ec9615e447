import assert from 'node:assert/strict';
import { linesOf } from '../../../src/local/layout/lines.ts';
import { readPdf } from '../../../src/local/pdf/readPdf.ts';
import { readPages } from '../../../src/local/readPages.ts';
import type { Decimal } from '../../../src/portfolio/decimal.ts';
import type { Transaction } from '../../../src/portfolio/model.ts';
import { pdfPlaces } from '../../../src/portfolio/pdfPlaces.ts';
import { readPortfolio } from '../../../src/portfolio/readPortfolio.ts';
import { fixturePassword, fixturePdf, KINDS } from './fixtures.ts';

describe('Where each number was read', () => {
  for (const kind of KINDS) {
    it(`is the page and line of a ${kind} statement that print it`, async () => {
      const pdf = await readPdf(await fixturePdf(kind), fixturePassword(kind));
      const read = readPortfolio(readPages(pdf).text);
      assert.ok(read.ok);
      const { dematAccounts, folios } = read.portfolio;
      const places = pdfPlaces(read.portfolio);
      const printedAt = (item: object): string => {
        const place = places.get(item);
        assert.ok(place, `${kind}: ${JSON.stringify(item)}`);
        const page = pdf.pages[place.page - 1];
        return (page && linesOf(page)[place.line - 1]?.text.replaceAll(',', '')) ?? '';
      };
      const holdings = [
        ...dematAccounts.flatMap(({ securities }) => securities),
        ...folios.flatMap(({ schemes }) => schemes),
      ];
      for (const holding of holdings) {
        assert.ok(isPrinted(printedAt(holding), holding.value), `${kind}: ${holding.name ?? ''}`);
        for (const row of holding.transactions) {
          assert.ok(isPrinted(printedAt(row), figureOf(row)), `${kind}: ${row.description ?? ''}`);
        }
      }
      assert.ok(holdings.length > 0);
    });
  }

  it('is not known of a portfolio that the service made', () => {
    const read = readPortfolio('{"mutual_funds":[{"schemes":[{"units":1}]}]}');
    assert.ok(read.ok);
    assert.equal(pdfPlaces(read.portfolio).size, 0);
  });
});

function figureOf({ units, amount }: Transaction): Decimal | null {
  return units ?? amount;
}

function isPrinted(line: string, figure: Decimal | null): boolean {
  return figure !== null && line.includes(figure.abs().toString());
}
