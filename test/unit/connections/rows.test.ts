import assert from 'node:assert/strict';

import type { Account } from '../../../src/connections/account.ts';
import { readChecks } from '../../../src/connections/connectionCheck.ts';
import { AppError } from '../../../src/service/appError.ts';
import { verifyAccessToken } from '../../../src/service/token.ts';
import { never } from '../http/extensionClient.ts';
import { connectionRows } from './connectionRows.ts';
import { ConnectionStage, PASSWORD } from './connectionStage.ts';

const MINUTE = 60_000;

for (const row of connectionRows) {
  describe(`the connection ${row.name}`, () => {
    let stage: ConnectionStage;
    beforeEach(async () => (stage = await ConnectionStage.open(row.withTokens)));
    afterEach(() => stage.close());

    const keyOf = (account: Account) => stage.accounts.credentialOf(account);
    const presented = () => stage.uploads.map(({ headers }) => headers['x-api-key'] ?? '');
    async function signedIn(): Promise<Account> {
      const account = await row.signIn(stage);
      stage.service.requests.length = 0;
      return account;
    }
    async function refused(account: Account): Promise<AppError> {
      const problem = await stage.problemOr(stage.parse(account));
      assert.ok(problem instanceof AppError, 'it was parsed');
      return problem;
    }

    it('signs in, and is in use from then on', async () => {
      assert.equal(await stage.accounts.current(), undefined);
      const account = await row.signIn(stage);
      assert.equal(account.origin, stage.service.origin);
      assert.deepEqual(await stage.accounts.current(), account);
      const { key, origin } = await keyOf(account);
      assert.equal(origin, stage.service.origin);
      assert.equal(key.startsWith('at_'), account.kind === 'accessToken');
      if (row.cost === 1 && account.kind !== 'accessToken') assert.equal(key, stage.service.key);
      assert.equal(stage.billed, 0);
    });

    it('is checked, question by question, at no cost', async () => {
      const answers = readChecks(await stage.ask(await signedIn()));
      assert.deepEqual(
        answers.map(({ name, verdict }) => [name, verdict]),
        row.checked,
      );
      assert.equal(stage.billed, 0);
    });

    it('parses a statement, which the account pays for [S0-2] [S0-10] [S0-15]', async () => {
      const account = await signedIn();
      const before = stage.service.account.used;
      const { text } = await stage.parse(account);
      assert.ok('investor' in (JSON.parse(text) as object));
      assert.equal(stage.uploads.length, 1);
      assert.equal(stage.billed, row.cost);
      assert.equal(stage.service.account.used - before, row.cost);
      const { key } = await keyOf(account);
      if (!row.withTokens) {
        assert.deepEqual(presented(), [key]);
        assert.equal(stage.mints.length, 0);
        return;
      }
      await stage.parse(account);
      const [token = '', again] = presented();
      assert.match(token, /^at_/);
      assert.equal(again, token);
      assert.equal(stage.mints.length, 1);
      const { origin } = stage.service;
      const asked = verifyAccessToken(stage.client.call, { origin, key }, token, never());
      assert.equal((await asked).valid, true);
    });

    it('is refused by name when its credential is wrong, and nothing is billed', async () => {
      if (row.checkedFirst) {
        const problem = await stage.problemOr(row.signIn(stage, 'wrong'));
        assert.ok(problem instanceof AppError, 'it was taken');
        assert.equal(problem.kind, row.refusedAs);
        assert.equal(stage.vault.kept.size, 0);
        assert.equal(await stage.accounts.current(), undefined);
      }
      const account = await signedIn();
      row.spoil(stage);
      const { kind, details } = await refused(account);
      assert.equal(kind, row.refusedAs);
      assert.equal(details.mayBeBilled, false);
      assert.ok(stage.uploads.length <= 1);
      assert.equal(stage.billed, 0);
      const answers = readChecks(await stage.ask(account));
      assert.equal(answers.find(({ name }) => name === 'key')?.verdict, 'bad');
    });

    if (row.withTokens) {
      it('renews a token that the service says has ended, once, and sends again, billed once', async () => {
        const account = await signedIn();
        await stage.parse(account);
        stage.serviceAhead = 61 * MINUTE;
        await stage.parse(account);
        const [first, ended, renewed] = stage.uploads;
        assert.deepEqual([first?.answered, ended?.answered, renewed?.answered], [200, 403, 200]);
        assert.deepEqual(presented().slice(0, 2), [presented()[0], presented()[0]]);
        assert.notEqual(presented()[2], presented()[0]);
        assert.notEqual(renewed?.headers['x-request-id'], ended?.headers['x-request-id']);
        assert.deepEqual(
          stage.service.requests.map(({ path }) => path),
          ['/v1/token', '/v4/smart/parse', '/v4/smart/parse', '/v1/token', '/v4/smart/parse'],
        );
        assert.equal(stage.billed, 2);
      });

      for (const status of [401, 403]) {
        it(`renews a token refused with HTTP ${status} exactly once, whatever follows`, async () => {
          const account = await signedIn();
          stage.service.misbehave({ on: 'parse', status });
          const { details } = await refused(account);
          assert.equal(details.httpStatus, status);
          assert.equal(details.mayBeBilled, false);
          assert.equal(stage.uploads.length, 2);
          assert.equal(stage.mints.length, 2);
          assert.equal(new Set(presented()).size, 2);
        });
      }

      it('renews a token at 80 % of its life, before it is ever refused', async () => {
        const account = await signedIn();
        await stage.parse(account);
        stage.timing.setClock(48 * MINUTE - 1);
        await stage.parse(account);
        assert.equal(stage.mints.length, 1);
        stage.timing.setClock(1);
        await stage.parse(account);
        assert.equal(stage.mints.length, 2);
        assert.deepEqual(
          stage.uploads.map(({ answered }) => answered),
          [200, 200, 200],
        );
      });
    } else {
      for (const status of [401, 403]) {
        it(`takes a refusal with HTTP ${status} as final, after exactly one upload`, async () => {
          const account = await signedIn();
          stage.service.misbehave({ on: 'parse', times: 1, status });
          const { details } = await refused(account);
          assert.equal(details.httpStatus, status);
          assert.equal(stage.uploads.length, 1);
          assert.equal(stage.mints.length, 0);
          assert.equal(stage.billed, 0);
        });
      }
    }

    for (const on of row.withTokens ? (['parse', 'token'] as const) : (['parse'] as const)) {
      it(`waits as long as HTTP 429 says (${on}), and sends nothing earlier`, async () => {
        const account = await signedIn();
        stage.service.misbehave({
          on,
          times: 1,
          status: 429,
          headers: { 'retry-after': '17' },
        });
        await stage.parse(account);
        const limited = stage.service.requests.findIndex(({ answered }) => answered === 429);
        const [refusedAt = 0, ...later] = stage.service.requests
          .slice(limited)
          .map(({ at }) => (at - stage.timing.begin) / 1000);
        assert.equal(limited, on === 'parse' && row.withTokens ? 1 : 0);
        assert.ok(later.length > 0);
        assert.ok(later.every((time) => time >= refusedAt + 17));
        assert.equal(stage.billed, row.cost);
      });
    }

    it('leaves nothing behind when it signs out', async () => {
      const account = await signedIn();
      await stage.parse(account);
      await stage.accounts.rename(account, 'own');
      stage.service.requests.length = 0;

      await stage.accounts.forget(account);
      assert.deepEqual([...stage.vault.kept], []);
      assert.equal(await stage.accounts.current(), undefined);
      assert.deepEqual(await stage.accounts.listAll(), []);
      // Whoever still holds the account, such as a batch that is under way, gets no further.
      const { kind, details } = await refused(account);
      assert.equal(kind, 'keyMissing');
      assert.equal(details.mayBeBilled, false);
      assert.deepEqual(stage.service.requests, []);
    });

    it('shows no secret anywhere', async () => {
      const account = await row.signIn(stage);
      await stage.accounts.rename(account, 'own');
      const { key } = await keyOf(account);
      await stage.parse(account);
      const [sent = ''] = presented();

      const echo = `${sent}, ${key} and ${PASSWORD}`;
      const body = { status: 'failed', msg: sent === key ? echo : `${sent} and ${PASSWORD}` };
      for (const how of [
        { status: 400, body },
        { status: 401, body },
        { how: 'cut-off' },
      ] as const) {
        stage.service.behave();
        stage.service.misbehave({ on: 'parse', times: 1, ...how });
        stage.service.misbehave({ on: 'parse', status: 401 });
        await refused(account);
      }
      stage.service.behave();
      const detail = `${key} is not for ${key}`;
      stage.service.misbehave({ on: 'any', status: 400, body: { detail } });
      await stage.ask(account);
      stage.service.behave();
      row.spoil(stage);
      await refused(account);

      const paths = stage.service.requests.map(({ path }) => path);
      const approvals = paths.flatMap((path) => /[0-9a-f]{64}/.exec(path)?.[0] ?? []);
      const secrets = [...presented(), key, PASSWORD, ...approvals].filter(
        (secret) => row.cost === 1 || secret === PASSWORD,
      );
      assert.ok(stage.problems.length >= 4);
      const told = JSON.stringify([
        stage.client.log,
        stage.problems.map(({ message, stack, details }) => [message, stack, details]),
        account,
        await stage.accounts.listAll(),
        [...stage.vault.kept.keys()],
        [...stage.vault.kept].filter(([name]) => !name.includes(account.id)),
        paths.filter((path) => !path.includes('/agent-auth')),
      ]);
      for (const secret of secrets) assert.ok(!told.includes(secret), secret.slice(0, 3));

      const entrusted = [...stage.vault.kept.values()].filter((text) => text.includes(key));
      assert.equal(entrusted.length, row.keptIn === 'account' ? 1 : 0);
      const others = [...stage.vault.kept.values()].join();
      for (const secret of secrets)
        assert.ok(secret === key || !others.includes(secret), secret.slice(0, 3));
    });
  });
}
