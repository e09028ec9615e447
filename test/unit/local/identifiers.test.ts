import assert from 'node:assert/strict';
import { readStatement } from '../../../src/local/readStatement.ts';
import {
  drawStatement,
  planStatement,
} from '../../fixtures/statementsGenerator/generateStatement.ts';
import type { PlannedStatement } from '../../fixtures/statementsGenerator/generateStatement.ts';
import type { StatementKind } from '../../fixtures/statementsGenerator/kinds.ts';
import { plainOptions } from '../../fixtures/statementsGenerator/options.ts';
import type { StatementOptions } from '../../fixtures/statementsGenerator/options.ts';
import type { Run } from '../../fixtures/statementsGenerator/page/plan.ts';
import type { PrintedFigure, RowKind } from '../../fixtures/statementsGenerator/page/rows.ts';

function planned(kind: StatementKind, options: Partial<StatementOptions> = {}): PlannedStatement {
  return planStatement(kind, 5, { ...plainOptions, encryption: 'none', ...options });
}

interface Answer {
  readonly codes: readonly string[];
  readonly unconfirmed: Readonly<Record<string, readonly string[]>>;
}

/** Reads the statement with the text of the first run that `change` says another of. */
async function readChanged(
  statement: PlannedStatement,
  change: (run: Run, row: RowKind | undefined) => string | null,
): Promise<Answer> {
  const { plan } = statement;
  let isChanged = false;
  const pages = plan.pages.map((page) => ({
    runs: page.runs.map((run) => {
      const row = run.row === undefined ? undefined : plan.rows.get(run.row)?.kind;
      const text = isChanged ? null : change(run, row);
      if (text === null) return run;
      isChanged = true;
      return { ...run, text };
    }),
  }));
  const read = await readStatement(drawStatement(statement, { ...plan, pages }), '');
  const { x_casparser } = JSON.parse(read.text) as {
    x_casparser: { confirmation: Pick<Answer, 'unconfirmed'> };
  };
  return {
    codes: read.warnings.map(({ code }) => code),
    unconfirmed: x_casparser.confirmation.unconfirmed,
  };
}

const unchanged = (): null => null;

/** The figure of a row with its last digit turned by one. */
function otherDigit(row: RowKind, figure: PrintedFigure) {
  return (run: Run, kind: RowKind | undefined): string | null => {
    if (kind !== row || run.figure !== figure) return null;
    const last = (Number(run.text.at(-1)) + 1) % 10;
    return `${run.text.slice(0, -3)}${last}${run.text.slice(-2)}`;
  };
}

describe('Who and what a depository statement speaks of', () => {
  it('is confirmed where the pages of an account repeat what the list of accounts says', async () => {
    const { codes, unconfirmed } = await readChanged(planned('nsdl'), unchanged);
    assert.deepEqual(codes, []);
    const names = Object.entries(unconfirmed).flatMap(([path, each]) =>
      path.startsWith('/demat_accounts') || path === '/investor' ? each : [],
    );
    for (const name of ['dp_id', 'client_id', 'pan', 'additional_info/linked_pans'])
      assert.ok(!names.includes(name), name);
    assert.ok(names.includes('cas_id'));
  });

  it('is confirmed of folio numbers and their holders that the back matter lists', async () => {
    const { unconfirmed } = await readChanged(planned('nsdl'), unchanged);
    assert.ok(!(unconfirmed['/mutual_funds/*'] ?? []).includes('folio_number'));
    const misread = await readChanged(planned('nsdl'), ({ text, figure }, row) =>
      row === 'schemeHolding' && figure === undefined && /^\d{6,}$/.test(text) ? `${text}7` : null,
    );
    const first = Object.entries(misread.unconfirmed).find(([path]) =>
      /^\/mutual_funds\/\d+$/.test(path),
    );
    assert.ok(first?.[1].includes('folio_number'));
  });

  it('is warned of when an account names nobody of those it is listed with', async () => {
    let seen = 0;
    const { codes } = await readChanged(planned('nsdl'), ({ text }) => {
      seen += text.includes('(PAN:') ? 1 : 0;
      return seen > 1 ? 'FIGMENTA STANDINWAL (PAN:ABCDE1234Z)' : null;
    });
    assert.deepEqual(new Set(codes), new Set(['account-holders']));
  });

  it('is warned of when a folio number has the shape of none', async () => {
    const { codes } = await readChanged(planned('cdsl'), ({ text, figure }, row) =>
      row === 'schemeHolding' && figure === undefined && /^\d{6,}/.test(text)
        ? `${text},000`
        : null,
    );
    assert.ok(codes.includes('folio-number'), codes.join());
  });
});

describe('The figures of a depository statement', () => {
  it('are warned of when units times NAV do not give the value of a pension fund', async () => {
    const statement = planned('cdsl', { nps: true });
    assert.deepEqual((await readChanged(statement, unchanged)).codes, []);
    const { codes } = await readChanged(statement, otherDigit('npsHolding', 'units'));
    assert.deepEqual(codes, ['pension-fund-value']);
  });

  it('confirm the gain in percent by cost and gain', async () => {
    const { unconfirmed } = await readChanged(planned('cdsl', { fundColumns: 13 }), unchanged);
    const names = Object.entries(unconfirmed).flatMap(([path, each]) =>
      path.startsWith('/mutual_funds') ? each : [],
    );
    assert.ok(!names.includes('gain/percentage') && !names.includes('cost'));
  });
});
