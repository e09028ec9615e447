import fc from 'fast-check';

/** Text that means something to a spreadsheet, to Markdown, to a journal, to JavaScript, or to nobody. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    '=HYPERLINK("http://example.com")',
    '@SUM(1)',
    '; comment',
    'a | b',
    'say "so"',
    'back\\slash\\',
    '[2025/13/45]',
    'date:2025-13-45',
    ':tag:',
    'key:: 1/0',
    '(code) x',
    '! x',
    '* x',
    '  two  spaces\tand a tab',
    'two\r\nlines\n2025-01-01 * injected\n    Assets:Bank  1 INR',
    '*/ end comment',
    'include /etc/passwd',
    '<script>alert(1)</script>',
    '{{5 INR}}',
    '@@ 5 INR',
    '\u202Eevil\u0000\u200B',
    '\ud800',
    'फंड',
    'Ünïcode – Fund',
    'constructor',
    '__proto__',
    'INR',
    'TRUE',
    '1',
    '-',
    'x'.repeat(5_000),
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

const numeral = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => n / 1000) },
  fc.constantFrom(0, -0, 1e21, -1e-9, '12345678901234567890.123', '(1,234.50)', 'none'),
);
const figure = fc.option(numeral, { freq: 6 });

const day = fc
  .integer({ min: 0, max: 12_000 })
  .map((days) => new Date(Date.UTC(1995, 0, 1 + days)).toISOString().slice(0, 10));
const date = fc.oneof(
  { weight: 8, arbitrary: day },
  fc.constantFrom('2025-02-30', '0001-01-01', '9999-12-31', '31-Mar-2025', null),
);

const TYPES = [
  'PURCHASE',
  'PURCHASE_SIP',
  'REDEMPTION',
  'SWITCH_IN',
  'SWITCH_IN_MERGER',
  'SWITCH_OUT',
  'SWITCH_OUT_MERGER',
  'DIVIDEND_PAYOUT',
  'DIVIDEND_REINVEST',
  'SEGREGATION',
  'STAMP_DUTY_TAX',
  'TDS_TAX',
  'STT_TAX',
  'MISC',
  'REVERSAL',
  'UNKNOWN',
  'SOME_FUTURE_TYPE',
];

const transaction = fc.record(
  {
    date,
    description: fc.option(hostileText),
    type: fc.constantFrom(...TYPES),
    amount: figure,
    units: figure,
    nav: figure,
    balance: figure,
    dividend_rate: figure,
    additional_info: fc.record(
      { credit: figure, debit: figure, stamp_duty: figure, price: figure },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['date', 'type'] },
);

const isin = fc.option(
  fc.oneof(fc.constantFrom('INF000D01B29', 'INF000D01E59', 'INE000A01012'), hostileText),
);

const holding = {
  isin,
  name: fc.option(hostileText),
  units: figure,
  value: figure,
  transactions: fc.array(transaction, { maxLength: 8 }),
  additional_info: fc.record({ open_units: figure, close_units: figure }, { requiredKeys: [] }),
};

const scheme = fc.record({
  ...holding,
  nav: figure,
  cost: figure,
  type: fc.constantFrom('Equity', 'Debt', null),
});

/** Answers of the API that are as odd as an answer can be, in everything that an export writes. */
export const arbitraryAnswer = fc.record({
  meta: fc.record({
    cas_type: fc.constantFrom('CDSL', 'NSDL', 'CAMS_KFINTECH', 'OTHER'),
    statement_period: fc.record({ from: date, to: date }),
  }),
  investor: fc.record({ name: fc.option(hostileText), pan: fc.constant('ABCDE1234F') }),
  demat_accounts: fc.array(
    fc.record({
      dp_name: fc.option(hostileText),
      bo_id: fc.option(hostileText),
      holdings: fc.record({ equities: fc.array(fc.record(holding), { maxLength: 3 }) }),
    }),
    { maxLength: 2 },
  ),
  mutual_funds: fc.array(
    fc.record({
      amc: fc.option(hostileText),
      folio_number: fc.option(hostileText),
      schemes: fc.array(scheme, { maxLength: 4 }),
    }),
    { maxLength: 3 },
  ),
  nps: fc.array(
    fc.record({
      cra: fc.option(hostileText),
      pran: fc.option(hostileText),
      funds: fc.array(
        fc.record({
          name: fc.option(hostileText),
          units: figure,
          nav: figure,
          value: figure,
          cost: figure,
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 1 },
  ),
});
