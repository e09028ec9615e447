/** An answer of the API: 1,00,000 that became 1,02,000 in a month. */
export function monthAnswer(): string {
  return JSON.stringify({
    meta: { statement_period: { from: '2026-10-01', to: '2026-10-31' } },
    mutual_funds: [
      {
        schemes: [
          {
            name: 'Sample Fund',
            units: 1000,
            value: 102_000,
            additional_info: { open_units: 0, close_units: 1000 },
            transactions: [
              {
                date: '2026-10-01',
                type: 'PURCHASE',
                description: 'Purchase',
                amount: 100_000,
                units: 1000,
              },
            ],
          },
        ],
      },
    ],
  });
}
