import assert from 'node:assert/strict';
import fc from 'fast-check';
import { personalSweeper } from '../../../src/portfolio/personal.ts';
import { portfolioOf } from './samples.ts';

const statement = portfolioOf(
  JSON.stringify({
    meta: { cas_type: 'CAMS_KFINTECH' },
    investor: {
      name: 'Mrs. MEENA ANIL IYER',
      pan: 'ABCDE1234F',
      email: 'meena@example.org',
      mobile: '+91 9000000001',
      address: '12 Sample Road, Sample Nagar, Pune',
      pincode: '411001',
    },
    demat_accounts: [
      {
        dp_name: 'Sample Broker',
        bo_id: '1200000000000001',
        client_id: '00000001',
        linked_holders: [{ name: 'ANIL IYER', pan: 'FGHIJ5678K' }],
        holdings: {},
      },
    ],
    mutual_funds: [
      {
        folio_number: '12345678/90',
        amc: 'AMC',
        schemes: [{ name: 'Fund', nominees: ['RAVI IYER'], transactions: [] }],
      },
    ],
  }),
);

/** Each way to write it stands in a text of its own. */
const ways: Readonly<Record<string, readonly string[]>> = {
  'a name': ['MEENA ANIL IYER', 'Meena  Anil\nIyer', 'meena-anil-iyer'],
  'first and last name': ['Meena Iyer', 'IYER MEENA ANIL'],
  'a name with initials': ['M A Iyer', 'M.A. IYER', 'M Iyer', 'Meena A. Iyer'],
  'a holder': ['Anil Iyer', 'FGHIJ5678K'],
  'a nominee': ['Ravi Iyer'],
  'its PAN': [
    'ABCDE1234F',
    'abcde1234f',
    'ABCDE 1234 F',
    'ABC\u200bDE1234F',
    '\uff21\uff22\uff23\uff24\uff25\uff11\uff12\uff13\uff14\uff26',
  ],
  'a PAN of somebody else': ['PQRSX9876Z', 'PQRSX-9876-Z'],
  'an e-mail address': ['meena@example.org', 'a.b@example.com', 'a.b (at) example.com'],
  'a folio': ['12345678/90', '12345678 / 90', '12345678'],
  'a mobile number': ['9000000001', '90000 00001', '+91 9000000001', '98765 43210'],
  'a demat account': ['1200000000000001', '12000000 00000001', 'IN300000-10000001'],
  'the PIN code': ['411001'],
  'a line of the address': ['12 Sample Road', '12, sample road', 'Sample Nagar'],
};

describe('What is taken out of a text for others', () => {
  const sweep = personalSweeper([statement]);

  for (const [what, texts] of Object.entries(ways))
    it(`is ${what}, however it is written`, () => {
      for (const text of texts) {
        assert.equal(sweep(`Fund ${text} Growth`), 'Fund \u2022\u2022\u2022\u2022 Growth');
        assert.equal(sweep(`(${text})`), '(\u2022\u2022\u2022\u2022)');
        assert.doesNotMatch(sweep(`Fund_${text}_Growth`), new RegExp(text.replace('+', '\\+')));
      }
    });

  it('is not a word or figure that only begins or ends so', () => {
    for (const text of [
      'Iyer Fund Growth',
      'Meenakshi Anil Iyengar Fund',
      'Pune Infrastructure Bonds',
      '112345678',
      '4,11,001.00',
      '411001.25',
      '12,345,678',
      '2025-03-31',
      'INF000A01001',
      'EXM01-Example Flexi Cap Fund - Direct Plan - Growth',
      '₹9,50,018.26',
    ])
      assert.equal(sweep(text), text);
  });

  it('leaves texts alone that have nothing of it, whatever their letters', () => {
    const nothing = personalSweeper([]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        fc.pre(!/[@]|\p{N}/u.test(text));
        assert.equal(nothing(text), text);
        assert.equal(sweep(text), text);
      }),
    );
  });

  it('is taken out wherever it stands, and what stands around it stays', () => {
    const around = fc.string({
      unit: fc.constantFrom('é', '\ufb01', '\u200d', ' ', '₹', 'क'),
      maxLength: 9,
    });
    fc.assert(
      fc.property(around, around, (before, after) => {
        const swept = sweep(`${before} (ABCDE1234F) ${after}`);
        assert.equal(swept, `${before} (\u2022\u2022\u2022\u2022) ${after}`);
      }),
    );
  });

  it('is a name of thousands of words, too, in a text as long, and a word of any length', () => {
    const words = Array.from({ length: 20_000 }, (_, index) => `word${index}`);
    const name = words.join(' ');
    const number = 'x'.repeat(5_000);
    const long = personalSweeper([
      portfolioOf(JSON.stringify({ meta: {}, investor: { name, cas_id: number } })),
    ]);
    assert.doesNotMatch(long(`Fund ${name} Growth`), /word\d/u);
    assert.match(long(`Fund ${name} Growth`), /^Fund \u2022.*\u2022 Growth$/u);
    assert.equal(long(`Fund ${number}`), 'Fund \u2022\u2022\u2022\u2022');
    assert.equal(long('other '.repeat(20_000)), 'other '.repeat(20_000));
  });
});
