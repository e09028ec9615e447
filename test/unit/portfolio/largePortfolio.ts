import { seededRandom } from '../../soak/seededRandom.ts';
import type { Answer } from './answerShape.ts';
import { inventFolio, PERIOD } from './inventedFolio.ts';

export interface PortfolioSize {
  readonly schemes: number;
  /** Over all schemes, exactly. */
  readonly transactions: number;
}

/** What a long-standing investor has. */
export const TYPICAL: PortfolioSize = { schemes: 40, transactions: 2_000 };
/** What no investor should have, though an adviser's family may: about 11 MB of JSON. */
export const LARGE: PortfolioSize = { schemes: 500, transactions: 50_000 };

const SCHEMES_OF_A_FOLIO = 3;

/**
 * An invented answer of the API, the same for the same size and seed. Its figures fit together: balances run from the opening
 * to the closing units, a value is units times NAV to the paisa, totals are the sums of their parts. Some schemes are closed,
 * some have units from before the statement, and every type of transaction occurs if it is large enough.
 */
export function largePortfolio({ schemes, transactions }: PortfolioSize, seed = 1): Answer {
  const random = seededRandom(seed);
  const rows = Array.from(
    { length: schemes },
    (_, index) =>
      Math.floor((transactions * (index + 1)) / schemes) -
      Math.floor((transactions * index) / schemes),
  );
  const folios = Array.from({ length: Math.ceil(schemes / SCHEMES_OF_A_FOLIO) }, (_, index) => {
    const first = index * SCHEMES_OF_A_FOLIO;
    return inventFolio(index, first, rows.slice(first, first + SCHEMES_OF_A_FOLIO), random);
  });
  const paise = folios.reduce((total, { value }) => total + Math.round(value * 100), 0);
  return {
    meta: {
      cas_type: 'CAMS_KFINTECH',
      statement_period: PERIOD,
      generated_at: '2025-04-02T06:30:00Z',
    },
    investor: {
      name: 'Sample Investor',
      pan: 'ABCDE1234F',
      email: 'sample.investor@example.com',
      address: 'Flat 0, Example Apartments, Test Road, Sampleville, Maharashtra',
      pincode: '400000',
      mobile: '9000000000',
    },
    summary: {
      total_value: paise / 100,
      accounts: {
        demat: { count: 0, total_value: 0 },
        mutual_funds: { count: folios.length, total_value: paise / 100 },
        insurance: { count: 0, total_value: 0 },
        nps: { count: 0, total_value: 0 },
      },
    },
    demat_accounts: [],
    mutual_funds: folios,
    insurance: { life_insurance_policies: [] },
    nps: [],
  };
}
