import assert from 'node:assert/strict';
import { gainsOfReturn } from '../../../../src/portfolio/gains/gainsOfReturn.ts';
import { realisedGains } from '../../../../src/portfolio/gains/realisedGains.ts';
import type { Scheme } from '../../../../src/portfolio/model.ts';
import { folioOf, row, schemeOf, statementOf } from '../lots/inventedRows.ts';
import { dealt, PERIOD, text } from './inventedGains.ts';

function returnOf(year: string, ...schemes: readonly Scheme[]) {
  return gainsOfReturn(realisedGains(statementOf([folioOf(schemes)], PERIOD)), year);
}

const deal = (bought: string, sold: string, brought = '1500') => dealt({ bought, sold, brought });

describe('The gains of a year as the return asks for them', () => {
  it('stand by section and by rate, which changed on 23 July 2024, and by the five periods', () => {
    const { sections } = returnOf(
      '2024-25',
      deal('2020-01-10', '2024-06-15'),
      deal('2020-01-10', '2024-07-23', '1600'),
      deal('2024-05-10', '2025-03-16', '900'),
    );
    assert.deepEqual(
      sections.map(({ section, gain, quarters }) => [
        ...[section.section, section.rate, gain.toString(), quarters.map(text).join(' ')],
      ]),
      [
        ['111A', '20', '-100', '0 0 0 0 -100'],
        ['112A', '10', '500', '500 0 0 0 0'],
        ['112A', '12.5', '600', '0 600 0 0 0'],
      ],
    );
  });

  it('leave the exemption less the gains, never less than nothing nor more than all of it', () => {
    const left = (year: string, sold: string, brought: string) => {
      const { exemption } = returnOf(year, deal('2020-01-10', sold, brought));
      return [text(exemption?.limit), text(exemption?.left)];
    };
    assert.deepEqual(left('2024-25', '2024-06-15', '26000'), ['125000', '100000']);
    assert.deepEqual(left('2023-24', '2024-03-31', '26000'), ['100000', '75000']);
    assert.deepEqual(left('2025-26', '2025-06-15', '500000'), ['125000', '0']);
    assert.deepEqual(left('2025-26', '2025-06-15', '500'), ['125000', '125000']);
  });

  it('do not tell what is left of it where a sale, or a whole scheme, is not told', () => {
    const unexplained = schemeOf(
      [row('REDEMPTION', '2025-06-01', { amount: '600', units: '50' })],
      { units: '10', type: 'Equity' },
    );
    const bonus = schemeOf(
      [
        row('PURCHASE', '2020-01-10', { amount: '0', units: '10' }),
        row('REDEMPTION', '2025-06-01', { amount: '600', units: '10' }),
      ],
      { units: '0', type: 'Equity' },
    );
    for (const other of [unexplained, bonus]) {
      const { exemption } = returnOf('2025-26', deal('2020-01-10', '2025-06-15'), other);
      assert.equal(text(exemption?.limit), '125000');
      assert.equal(exemption?.left, null);
    }
    const debt = { ...unexplained, type: 'Debt' as const };
    const { exemption } = returnOf('2025-26', deal('2020-01-10', '2025-06-15'), debt);
    assert.equal(text(exemption?.left), '124500');
  });
});
