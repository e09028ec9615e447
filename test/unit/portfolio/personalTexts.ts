/** What must not be seen of the statement below, written in any of these ways. */
export const PERSONAL_TEXTS = /MEENA|ABCDE1234F|ABCDE 1234 F|meena@example\.org|12345678/;

/** An answer whose texts say whose it is where nobody expects it: in the names of schemes and issuers, ISINs and dates. */
export function withPersonalTexts(): object {
  return {
    meta: {
      cas_type: 'CAMS_KFINTECH',
      statement_period: { from: '2024-04-01', to: '2025-03-31 of MEENA' },
    },
    investor: { name: 'MEENA ANIL IYER', pan: 'ABCDE1234F', email: 'meena@example.org' },
    mutual_funds: [
      {
        folio_number: '12345678/90',
        amc: 'AMC for meena@example.org',
        schemes: [
          {
            name: 'Fund (12345678 / 90, MEENA ANIL IYER, ABCDE 1234 F)',
            isin: 'INF000A01001 ABCDE1234F',
            type: 'Equity',
            units: 10,
            nav: 10,
            value: 1000,
            cost: 900,
            transactions: [
              {
                date: 'ABCDE1234F',
                type: 'PURCHASE',
                amount: 100,
                units: 10,
                nav: 10,
                balance: 10,
                description: 'by MEENA ANIL IYER',
              },
            ],
          },
        ],
      },
    ],
  };
}
