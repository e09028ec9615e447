import type { FactsFile } from '../../../src/portfolio/facts/factsFile.ts';

const FOLIO = '9000000001';
export const ISIN = 'INF000D01B29';
const SOLD = { date: '2025-06-15', type: 'REDEMPTION', description: 'Redemption' };

/** An answer with a gift that was partly sold, and a purchase with its stamp duty. */
export const GIFTED_FOLIO = JSON.stringify({
  meta: {
    cas_type: 'CAMS_KFINTECH',
    statement_period: { from: '2023-04-01', to: '2026-03-31' },
  },
  investor: { name: 'Asha Example', pan: 'ABCDE1234F' },
  mutual_funds: [
    {
      folio_number: FOLIO,
      amc: 'Sample Mutual Fund',
      schemes: [
        {
          ...{ isin: ISIN, name: 'Sample Equity Fund', type: 'Equity' },
          ...{ units: 600, nav: 60, value: 36000 },
          additional_info: { open_units: 0, close_units: 600 },
          transactions: [
            {
              ...{ date: '2024-05-02', type: 'PURCHASE', amount: 40000, units: 1000, nav: 40 },
              description: 'Gifting of units-FROM Folio No: 12345678902',
            },
            { ...SOLD, amount: -30000, units: -500, nav: 60 },
            { ...SOLD, type: 'STT_TAX', description: '*** STT Paid ***', amount: 0.3 },
            {
              ...{
                date: '2025-12-01',
                type: 'PURCHASE',
                amount: 4999.75,
                units: 100,
                nav: 49.9975,
              },
              description: 'Purchase',
            },
            { date: '2025-12-01', type: 'STAMP_DUTY_TAX', amount: 0.25 },
          ],
        },
      ],
    },
  ],
});

/** What the owner says of it: when the giver had bought the units. */
export const GIFT_FACTS: FactsFile = {
  version: 1,
  transfers: [
    {
      ...{ folio: FOLIO, isin: ISIN, date: '2024-05-02' },
      lots: [
        { acquired: '2017-01-10', units: '400', cost: '4000' },
        { acquired: '2020-01-10', units: '600', cost: '12000' },
      ],
    },
  ],
  schemes: { [ISIN]: { navOf31Jan2018: '22.5' } },
};
