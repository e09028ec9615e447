import assert from 'node:assert/strict';

import { readChecks } from '../../../src/connections/connectionCheck.ts';
import type { CheckAnswer } from '../../../src/connections/connectionCheck.ts';
import { readCredits } from '../../../src/service/credits.ts';
import { AppError } from '../../../src/service/appError.ts';
import type { AppErrorDetails, AppErrorKind } from '../../../src/service/appError.ts';

/** Reachable, key, plan, rate limit, credits: each yes, no or ? */
type Answers = `${string} ${string} ${string} ${string} ${string}`;

const signs = { good: 'yes', bad: 'no', unknown: '?' } as const;
const told = (answers: readonly CheckAnswer[]) =>
  answers.map(({ verdict }) => signs[verdict]).join(' ');

describe('the check of a connection', () => {
  it('answers five questions, always in the same order', () => {
    const order = ['reachable', 'key', 'plan', 'rateLimit', 'credits'];
    const credits = readCredits({ remaining: 5 });
    assert.ok(credits);
    for (const asked of [credits, new AppError('timeout')])
      assert.deepEqual(
        readChecks(asked).map(({ name }) => name),
        order,
      );
  });

  describe('reads from the credits', () => {
    const features = ['smart_parser', 'inbox_pull'];
    const table: [string, object, Answers][] = [
      ['all well', { remaining: 34, enabled_features: features }, 'yes yes yes yes yes'],
      ['one credit', { remaining: 1, enabled_features: features }, 'yes yes yes yes yes'],
      ['less than one', { remaining: 0.8, enabled_features: features }, 'yes yes yes yes no'],
      ['none', { remaining: 0, enabled_features: features }, 'yes yes yes yes no'],
      ['owed', { remaining: -1, enabled_features: features }, 'yes yes yes yes no'],
      ['unlimited', { remaining: null, enabled_features: features }, 'yes yes yes yes yes'],
      ['unlimited by its flag', { is_unlimited: true, remaining: 0 }, 'yes yes ? yes yes'],
      ['nothing about what is left', { used: 3 }, 'yes yes ? yes ?'],
      ['nothing about features', { remaining: 5 }, 'yes yes ? yes yes'],
      [
        'the parsers that the specification lists',
        { remaining: 5, enabled_features: ['cams_kfintech_cas_parser', 'cdsl_cas_parser'] },
        'yes yes yes yes yes',
      ],
      [
        'the names of the quickstart page',
        { remaining: 5, features: ['cdsl', 'nsdl', 'cams_kfintech', 'inbox', 'cdsl_fetch'] },
        'yes yes yes yes yes',
      ],
      [
        'what is like a parser of statements, and is none',
        { remaining: 5, enabled_features: ['contract_note_parser', 'cdsl_cas_fetch'] },
        'yes yes no yes yes',
      ],
      ['other features', { remaining: 5, enabled_features: ['inbox_pull'] }, 'yes yes no yes yes'],
      ['no features', { remaining: 0, enabled_features: [] }, 'yes yes no yes no'],
    ];
    for (const [what, answer, answers] of table) {
      it(`${what}: ${answers}`, () => {
        const credits = readCredits(answer);
        assert.ok(credits);
        assert.equal(told(readChecks(credits)), answers);
      });
    }
  });

  describe('reads from a failure, and guesses nothing', () => {
    const table: [AppErrorKind, AppErrorDetails, Answers][] = [
      ['keyRefused', { httpStatus: 401 }, 'yes no ? yes ?'],
      ['keyRefused', { httpStatus: 403 }, 'yes no ? yes ?'],
      ['tokenInvalid', { httpStatus: 200 }, 'yes no ? yes ?'],
      ['keyMissing', {}, '? no ? ? ?'],
      ['secretsLocked', {}, '? ? ? ? ?'],
      ['rateLimited', { httpStatus: 429 }, 'yes ? ? no ?'],
      ['rateLimited', { retryAfter: 400 }, '? ? ? no ?'],
      ['creditsUsedUp', { httpStatus: 402 }, 'yes ? ? yes no'],
      ['refused', { httpStatus: 400 }, 'yes ? ? ? ?'],
      ['answerUnknown', { httpStatus: 200 }, 'yes ? ? ? ?'],
      ['answerNotJson', { httpStatus: 200 }, 'no ? ? ? ?'],
      ['serviceDown', { httpStatus: 500 }, 'no ? ? ? ?'],
      ['serviceDown', { httpStatus: 403 }, 'no ? ? ? ?'],
      ['circuitOpen', {}, 'no ? ? ? ?'],
      ['answerCutOff', {}, 'no ? ? ? ?'],
      ['nameNotFound', {}, 'no ? ? ? ?'],
      ['connectionRefused', {}, 'no ? ? ? ?'],
      ['connectionLost', {}, 'no ? ? ? ?'],
      ['tlsRefused', {}, 'no ? ? ? ?'],
      ['proxyRefused', {}, 'no ? ? ? ?'],
      ['timeout', {}, 'no ? ? ? ?'],
    ];
    for (const [kind, facts, answers] of table) {
      it(`${kind} ${JSON.stringify(facts)}: ${answers}`, () => {
        const problem = new AppError(kind, facts);
        const checks = readChecks(problem);
        assert.equal(told(checks), answers);
        for (const { name, verdict, problem: decided } of checks)
          if (verdict === 'bad') assert.equal(decided, problem, `${name} says why`);
      });
    }
  });
});
