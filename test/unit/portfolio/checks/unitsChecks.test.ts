import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkOfKind, checksOfKind, inShort } from './checksOf.ts';

interface RowOfScheme {
  readonly type?: string;
  readonly date?: string;
  readonly units?: number | null;
  readonly balance?: number | null;
}

/** A statement of one scheme; its closing units are its units, unless told otherwise. */
function schemeWith(
  opening: number | null,
  transactions: readonly RowOfScheme[],
  units: number | null,
  closing: number | null = units,
): object {
  const info = { open_units: opening, close_units: closing };
  const scheme = { isin: 'INF000D01B29', units, transactions, additional_info: info };
  return { mutual_funds: [{ folio_number: '9000000001', schemes: [scheme] }] };
}

function bought(units: number, balance: number | null = null): RowOfScheme {
  return { type: 'PURCHASE', date: '2024-05-01', units, balance };
}

function sold(units: number, balance: number | null = null): RowOfScheme {
  return { type: 'REDEMPTION', date: '2024-06-01', units, balance };
}

describe('opening units + transactions = closing units', () => {
  it('agrees with all its figures', () => {
    const check = checkOfKind(schemeWith(100, [bought(50.5), sold(30.25)], 120.25), 'units');
    assert.deepEqual(inShort(check), {
      outcome: 'agrees',
      because: null,
      openingUnits: '100',
      movedUnits: '20.25',
      computedUnits: '120.25',
      closingUnits: '120.25',
      unitsTolerance: '0.001',
    });
  });

  it('differs when a row is missing, and has what it makes and what is printed', () => {
    const check = checkOfKind(schemeWith(100, [bought(50)], 160), 'units');
    assert.equal(check.outcome, 'differs');
    assert.equal(check.because, null);
    assert.equal(check.figures.computedUnits?.toString(), '150');
    assert.equal(check.figures.closingUnits?.toString(), '160');
  });

  it('agrees up to a thousandth of a unit', () => {
    const outcome = (closing: number) =>
      checkOfKind(schemeWith(1, [bought(1)], closing), 'units').outcome;
    assert.equal(outcome(2.001), 'agrees');
    assert.equal(outcome(1.999), 'agrees');
    assert.equal(outcome(2.0011), 'differs');
  });

  it('says that a row without units is the likely reason', () => {
    const rows = [{ type: 'PURCHASE', units: null }, bought(50)];
    const check = checkOfKind(schemeWith(100, rows, 160), 'units');
    assert.equal(check.because, 'rows-without-units');
  });

  it('cannot be made without opening or closing units', () => {
    const because = (answer: object) => inShort(checkOfKind(answer, 'units'));
    const opening = because(schemeWith(null, [bought(5)], 5));
    assert.deepEqual(opening, {
      outcome: 'not-in-statement',
      because: 'no-opening-units',
      openingUnits: null,
      movedUnits: '5',
      computedUnits: null,
      closingUnits: '5',
      unitsTolerance: '0.001',
    });
    assert.equal(
      checkOfKind(schemeWith(1, [bought(5)], null), 'units').because,
      'no-closing-units',
    );
  });

  it('takes the units held for the closing units where those are not printed', () => {
    const check = checkOfKind(schemeWith(1, [bought(5)], 6, null), 'units');
    assert.equal(check.outcome, 'agrees');
    assert.equal(check.closing, 'held');
  });

  it('says that the closing units are printed where they are', () => {
    assert.equal(checkOfKind(schemeWith(1, [bought(5)], 6), 'units').closing, 'printed');
  });

  it('counts the credit and debit of a depository, whatever the type and the sign', () => {
    const transactions = [
      { type: 'MISC', units: 50, additional_info: { credit: 50, debit: 0 } },
      { type: 'PURCHASE', units: 20, additional_info: { credit: 0, debit: 20 } },
    ];
    const info = { open_units: 25, close_units: 55 };
    const equities = [{ isin: 'INE000A01012', units: 55, transactions, additional_info: info }];
    const answer = { demat_accounts: [{ holdings: { equities } }] };
    assert.equal(checkOfKind(answer, 'units').outcome, 'agrees');
  });

  describe('when units changed and no transaction is listed', () => {
    const moved = (isin: string, transactions: readonly object[]) => {
      const info = { open_units: 10, close_units: 15 };
      return { isin, units: 15, transactions, additional_info: info };
    };
    const credit = [{ type: 'PURCHASE', additional_info: { credit: 5, debit: 0 } }];

    it('cannot be made where the statement lists none at all', () => {
      const check = checkOfKind(schemeWith(10, [], 15), 'units');
      assert.equal(check.outcome, 'not-in-statement');
      assert.equal(check.because, 'no-transactions');
      assert.equal(check.figures.computedUnits, null, 'nothing was computed');
    });

    it('differs in a demat account that lists others, and only there', () => {
      const account = (...equities: object[]) => ({ holdings: { equities } });
      const answer = {
        demat_accounts: [
          account(moved('INE000A01012', credit), moved('INE000B01028', [])),
          account(moved('INE000C01034', [])),
        ],
      };
      assert.deepEqual(
        checksOfKind(answer, 'units').map(({ outcome }) => outcome),
        ['agrees', 'differs', 'not-in-statement'],
      );
    });

    it('differs in a folio when another folio lists some', () => {
      const folio = (number: string, scheme: object) => ({
        folio_number: number,
        schemes: [scheme],
      });
      const answer = {
        mutual_funds: [
          folio('9000000001', moved('INF000D01B29', [{ type: 'PURCHASE', units: 5 }])),
          folio('9000000002', moved('INF000D01E59', [])),
        ],
      };
      assert.deepEqual(
        checksOfKind(answer, 'units').map(({ outcome }) => outcome),
        ['agrees', 'differs'],
      );
    });
  });
});

describe('the running balance', () => {
  it('agrees row by row, taxes and rows without a balance included', () => {
    const rows = [
      bought(50, 150),
      { type: 'STAMP_DUTY_TAX', units: null, balance: 150 },
      bought(10, null),
      sold(60, 100),
    ];
    const check = checkOfKind(schemeWith(100, rows, 100), 'running-balance');
    assert.deepEqual(inShort(check), {
      outcome: 'agrees',
      because: null,
      rows: '3',
      breaks: '0',
      unitsTolerance: '0.001',
    });
    assert.equal(check.firstBreak, null);
  });

  it('reports the first break with its figures, and how many there are', () => {
    const rows = [bought(50, 150), sold(10, 130), bought(5, 135), sold(35, 110)];
    const check = checkOfKind(schemeWith(100, rows, 110), 'running-balance');
    assert.equal(check.outcome, 'differs');
    assert.equal(check.figures.rows?.toString(), '4');
    assert.equal(check.figures.breaks?.toString(), '2', 'it goes on from what is printed');
    const { row, previous, moved, computed, printed, oppositeSignFits } =
      check.firstBreak ?? assert.fail('there is a break');
    assert.equal(row, 1);
    assert.deepEqual([previous, moved, computed, printed].map(String), [
      '150',
      '-10',
      '140',
      '130',
    ]);
    assert.equal(oppositeSignFits, false);
  });

  it('tells when the row would fit with the opposite sign', () => {
    // A reversal is taken to undo a purchase; this one undoes a redemption.
    const rows = [sold(40, 60), { type: 'REVERSAL', units: 40, balance: 100 }];
    const check = checkOfKind(schemeWith(100, rows, 100), 'running-balance');
    assert.equal(check.because, 'opposite-sign');
    assert.equal(check.firstBreak?.oppositeSignFits, true);
  });

  it('begins with the first printed balance where no opening is printed', () => {
    const check = checkOfKind(
      schemeWith(null, [bought(50, 150), sold(1, 149)], 149),
      'running-balance',
    );
    assert.equal(check.outcome, 'agrees');
    assert.equal(check.figures.rows?.toString(), '1');
  });

  it('is followed from the end where the newest row comes first', () => {
    const rows = [
      { ...sold(60, 90), date: '2024-03-01' },
      { ...bought(50, 150), date: '2024-01-01' },
    ];
    assert.equal(checkOfKind(schemeWith(100, rows, 90), 'running-balance').outcome, 'agrees');
    assert.equal(checkOfKind(schemeWith(100, rows, 90), 'last-balance').outcome, 'agrees');
  });

  it('cannot be followed without rows or balances', () => {
    const because = (rows: readonly RowOfScheme[]) =>
      checkOfKind(schemeWith(null, rows, 1), 'running-balance').because;
    assert.equal(because([]), 'no-transactions');
    assert.equal(because([bought(1)]), 'no-balances');
  });

  it('breaks exactly where one balance of a correct ledger is changed', () => {
    const movements = fc.array(
      fc.integer({ min: -99_999, max: 99_999 }).filter((units) => units !== 0),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(
        movements,
        fc.nat(),
        fc.integer({ min: 2, max: 9_999 }),
        (moves, place, error) => {
          const changed = place % moves.length;
          let thousandths = 1_000_000;
          const rows = moves.map((units, index) => {
            thousandths += units;
            const balance = (thousandths + (index === changed ? error : 0)) / 1000;
            const row = units > 0 ? bought(units / 1000, balance) : sold(units / 1000, balance);
            return { ...row, date: '2024-05-01' };
          });
          const check = checkOfKind(schemeWith(1000, rows, null), 'running-balance');
          assert.equal(check.firstBreak?.row, changed);
          const last = changed === moves.length - 1;
          assert.equal(check.figures.breaks?.toString(), last ? '1' : '2');
        },
      ),
    );
  });
});

describe('the units held', () => {
  it('are the balance after the last transaction', () => {
    const check = (units: number) =>
      checkOfKind(schemeWith(0, [bought(5, 5)], units), 'last-balance');
    assert.equal(check(5).outcome, 'agrees');
    assert.deepEqual(inShort(check(6)), {
      outcome: 'differs',
      because: null,
      lastBalance: '5',
      units: '6',
      unitsTolerance: '0.001',
    });
  });

  it('are the closing units', () => {
    const check = (units: number | null, closing: number | null) =>
      checkOfKind(schemeWith(null, [], units, closing), 'closing-units');
    assert.equal(check(5, 5.001).outcome, 'agrees');
    assert.equal(check(5, 5.01).outcome, 'differs');
    assert.equal(check(5, null).because, 'no-closing-units');
    assert.equal(check(null, 5).because, 'no-units');
  });
});
