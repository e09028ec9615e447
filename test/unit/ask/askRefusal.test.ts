import assert from 'node:assert/strict';
import { askRefusal } from '../../../src/ask/askRefusal.ts';
import type { AppErrorKind } from '../../../src/service/appError.ts';

const KEY = 'sk-proj-secret';

describe('What the ask service refuses', () => {
  const error = (type: string, message: string) => ({ error: { type, message } });
  const table: readonly (readonly [string, number, object | undefined, AppErrorKind])[] = [
    [
      'a missing header [S4-15]',
      401,
      error('authentication_error', 'Missing Authorization header'),
      'signInRefused',
    ],
    [
      'a missing header, as the code answers it [S4-15]',
      403,
      { detail: 'Not authenticated' },
      'signInRefused',
    ],
    [
      'an unknown or revoked key [S4-16]',
      401,
      error('authentication_error', 'Invalid API key'),
      'signInRefused',
    ],
    [
      'an unknown key, as the code answers it [S4-16]',
      401,
      { detail: 'Invalid API key' },
      'signInRefused',
    ],
    ['a type that every object has', 400, error('constructor', 'No'), 'refused'],
    [
      'a tool that the key lacks [S4-17]',
      403,
      error('permission_error', "Tool 'Bash' is not allowed for this API key"),
      'notPermitted',
    ],
    [
      'too many requests [S4-18]',
      429,
      error('rate_limit_error', 'Rate limit exceeded. Reset in 60 seconds.'),
      'rateLimited',
    ],
    [
      'too many requests, as the code answers them [S4-18]',
      429,
      { detail: 'Rate limit exceeded' },
      'rateLimited',
    ],
    [
      'a budget that is used up',
      429,
      { detail: 'Budget exceeded for this API key' },
      'budgetUsedUp',
    ],
    [
      'a budget that is used up, by a type',
      429,
      error('rate_limit_error', 'Monthly budget exceeded'),
      'budgetUsedUp',
    ],
    [
      'a question that costs too much',
      429,
      { detail: 'Cost limit of $0.05 exceeded' },
      'budgetUsedUp',
    ],
    ['a question it does not understand', 422, { detail: [{ loc: ['body'] }] }, 'refused'],
    ['a question that takes too long', 504, { detail: 'Timeout' }, 'timeout'],
    ['everything, for now', 500, { detail: 'Internal Server Error' }, 'serviceDown'],
    ['everything, in HTML', 502, undefined, 'serviceDown'],
  ];
  for (const [what, status, body, kind] of table)
    it(`is told apart: ${what}`, () => {
      const problem = askRefusal({ status, headers: {}, text: '' }, body, [KEY]);
      assert.equal(problem?.kind, kind);
    });

  it('is told in its own words, without the key should it repeat it', () => {
    const body = error('permission_error', `${KEY} may not do this`);
    const problem = askRefusal({ status: 403, headers: {}, text: '' }, body, [KEY]);
    assert.equal(problem?.details.serviceSays, '*** may not do this');
  });

  it('is nothing in an answer', () => {
    for (const body of [{ content: 'x' }, { content: 'x', message: 'Hello' }, {}])
      assert.equal(askRefusal({ status: 200, headers: {}, text: '' }, body, []), undefined);
  });
});
