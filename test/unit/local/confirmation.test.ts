import assert from 'node:assert/strict';
import { readStatement } from '../../../src/local/readStatement.ts';
import {
  drawStatement,
  planStatement,
} from '../../fixtures/statementsGenerator/generateStatement.ts';
import type { StatementKind } from '../../fixtures/statementsGenerator/kinds.ts';
import { plainOptions } from '../../fixtures/statementsGenerator/options.ts';
import type { StatementOptions } from '../../fixtures/statementsGenerator/options.ts';
import { fixturePassword, fixturePdf } from './fixtures.ts';

interface Confirmation {
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly unconfirmed: Readonly<Record<string, readonly string[]>>;
  readonly fallback: Readonly<Record<string, string>>;
}

interface Answer {
  readonly demat_accounts: readonly Record<string, unknown>[];
  readonly mutual_funds: readonly {
    readonly schemes: readonly {
      readonly units: number;
      readonly transactions: readonly Record<string, unknown>[];
    }[];
  }[];
  readonly x_casparser: { readonly confirmation: Confirmation };
}

async function read(kind: StatementKind, options: Partial<StatementOptions>): Promise<Answer> {
  const statement = planStatement(kind, 3, { ...plainOptions, encryption: 'none', ...options });
  const { text, warnings } = await readStatement(drawStatement(statement, statement.plan), '');
  assert.deepEqual(warnings, []);
  return JSON.parse(text) as Answer;
}

/** The unconfirmed values of the object at a pointer, those included that a `*` speaks for. */
function unconfirmedAt({ x_casparser: { confirmation } }: Answer, pointer: string): Set<string> {
  const own = Object.entries(confirmation.unconfirmed).filter(([path]) =>
    new RegExp(`^${path.replaceAll('*', '\\d+')}$`).test(pointer),
  );
  return new Set(own.flatMap(([, names]) => names));
}

/** Each fallback once, with the lists it stands in. */
function fallbacksOf({ x_casparser: { confirmation } }: Answer): Set<string> {
  const { fallback } = confirmation;
  return new Set(
    Object.entries(fallback).map(([path, why]) => `${path.replace(/\/(\d+|\*)/g, '')} ${why}`),
  );
}

describe('What an answer says of how its values were found', () => {
  const scheme = '/mutual_funds/0/schemes/0';

  it('is that units times NAV confirm all three of them, and nothing a cost that is in no total', async () => {
    const { text } = await readStatement(
      await fixturePdf('cams-summary'),
      fixturePassword('cams-summary'),
    );
    const answer = JSON.parse(text) as Answer;
    const unconfirmed = unconfirmedAt(answer, scheme);
    for (const name of ['units', 'nav', 'value', 'isin']) assert.ok(!unconfirmed.has(name), name);
    assert.ok(unconfirmed.has('cost'));
    assert.ok(unconfirmedAt(answer, '/mutual_funds/0').has('folio_number'));
    const { figures } = answer.x_casparser.confirmation.counts;
    // The last digit of a NAV does not show in the value of a few units.
    const few = answer.mutual_funds.filter((_, index) =>
      unconfirmedAt(answer, `/mutual_funds/${index}/schemes/0`).has('nav'),
    );
    assert.ok(few.every(({ schemes }) => Number(schemes[0]?.units) < 100));
    assert.equal(figures?.read, answer.mutual_funds.length + few.length);
  });

  it('is that a total of costs confirms each cost', async () => {
    const answer = await read('cams-detailed', {});
    assert.ok(!unconfirmedAt(answer, scheme).has('cost'));
  });

  it('is that running balances confirm what moves, and nothing the dates and words beside it', async () => {
    const answer = await read('cams-detailed', {});
    const rows = answer.mutual_funds[0]?.schemes[0]?.transactions ?? [];
    assert.ok(rows.length > 1);
    rows.forEach((_, index) => {
      const unconfirmed = unconfirmedAt(answer, `${scheme}/transactions/${index}`);
      assert.ok(!unconfirmed.has('balance') && !unconfirmed.has('units'), String(index));
      assert.ok(unconfirmed.has('date') && unconfirmed.has('description'), String(index));
    });
  });

  it('names what each worked-out value comes from: a NAV of statements without a column of prices', async () => {
    const answer = await read('kfin-detailed', { template: 'noPrice' });
    assert.deepEqual(
      fallbacksOf(answer),
      new Set(['/mutual_funds/schemes/transactions/nav amount-by-units']),
    );
    assert.ok(unconfirmedAt(answer, `${scheme}/transactions/0`).has('nav'));
  });

  it('names the balance that an opening was worked out from, and takes no confirmation from it', async () => {
    const answer = await read('nsdl', { otherDepository: true });
    assert.ok(
      [...fallbacksOf(answer)].some((each) =>
        each.endsWith('/additional_info/open_units balance-after-first-row'),
      ),
    );
  });

  it('is said once for what holds for all items of a list', async () => {
    const few = await read('cams-detailed', {});
    const many = await read('cams-detailed', { pages: 12 });
    const size = (answer: Answer): number =>
      Object.keys(answer.x_casparser.confirmation.unconfirmed).filter((path) => path.endsWith('*'))
        .length;
    assert.ok(size(many) <= size(few));
  });

  it('counts every figure once', async () => {
    const answer = await read('cdsl', { nps: true });
    const { figures } = answer.x_casparser.confirmation.counts;
    const { x_casparser, ...own } = answer;
    assert.ok(x_casparser);
    const counted = Object.values(figures ?? {}).reduce((sum, count) => sum + count, 0);
    assert.equal(counted, figuresIn(own));
  });
});

/** Numbers of the answer but those that the engine counts or concludes itself. */
function figuresIn(value: unknown, key = ''): number {
  if (typeof value === 'number') return key === 'count' || key === 'tier' ? 0 : 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [name, each]) => sum + figuresIn(each, name), 0);
}
