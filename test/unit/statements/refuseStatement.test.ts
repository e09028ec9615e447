import assert from 'node:assert/strict';
import { refuseStatement } from '../../../src/commands/smartExtract/refuseStatement.ts';
import { MOST_PAGES } from '../../../src/local/pdf/readPdf.ts';
import type { Container } from '../../../src/container.ts';
import { never, problemOf } from '../http/extensionClient.ts';
import { blankPdf } from '../local/blankPdf.ts';

describe('a PDF for a service that reads no account statements', () => {
  const store = { has: () => Promise.resolve(false) };
  const container = { keeping: () => ({ store }), localWorker: undefined } as unknown as Container;

  it('goes there when it holds no statement', async () => {
    await refuseStatement(container, blankPdf(2), never());
  });

  it('does not when it has more pages than can be looked through: nobody knows what it is', async () => {
    const { kind } = await problemOf(refuseStatement(container, blankPdf(MOST_PAGES + 1), never()));
    assert.equal(kind, 'notLookedThrough');
  });
});
