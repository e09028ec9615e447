import assert from 'node:assert/strict';

import type { Account } from '../../../../src/connections/account.ts';
import {
  type CheckNumber,
  type SystemRow,
  type SystemStage,
  problemIn,
  whatOf,
} from './systemRow.ts';

/** The eight checks that every row of the table of systems has to pass, over real sockets. */
export function eightChecks(rows: readonly SystemRow[]): void {
  for (const row of rows) {
    const { ids } = row;
    describe(`${row.name}${'length' in ids ? inBrackets(ids) : ''}`, () => {
      let stage: SystemStage;
      beforeEach(async () => (stage = await row.open()));
      afterEach(() => stage.close());

      const shows = (check: CheckNumber) => ('length' in ids ? '' : inBrackets(ids[check] ?? []));
      const actions = () => stage.arrived().filter((one) => whatOf(one) === row.acting);
      const act = (account: Account) => stage.passing(row.act(stage, account));
      async function signedIn(): Promise<Account> {
        const account = await stage.passing(row.signIn(stage));
        stage.forgetArrived();
        return account;
      }

      it(`1 signs in${shows(1)}`, async () => {
        const account = await stage.passing(row.signIn(stage));
        assert.deepEqual(await stage.accounts.listAll(), [account]);
        assert.ok(stage.arrived().length > 0 || row.wrongAs === undefined);
      });

      it(`2 is verified${shows(2)}`, async () => {
        const account = await signedIn();
        assert.notEqual(await stage.passing(row.verify(stage, account)), undefined);
        assert.ok(stage.arrived().every(({ answered }) => answered === 200));
      });

      it(`3 acts${shows(3)}`, async () => {
        const account = await signedIn();
        assert.notEqual(await act(account), undefined);
        assert.deepEqual(
          actions().map(({ answered }) => answered),
          [200],
        );
      });

      it(`4 is refused by name with a wrong credential, which is not sent again${shows(4)}`, async () => {
        if (row.wrongAs !== undefined) {
          const { kind } = await problemIn(stage.passing(row.signIn(stage, 'wrong')));
          assert.equal(kind, row.wrongAs);
          assert.equal(stage.vault.kept.size, 0);
        }
        const account = await signedIn();
        row.spoil(stage);
        const { kind, details } = await problemIn(act(account));
        assert.equal(kind, row.spoiltAs);
        assert.notEqual(details.mayBeBilled, true);
        const arrived = stage.arrived().map(whatOf);
        assert.equal(new Set(arrived).size, arrived.length, 'something was sent again');
        assert.ok(actions().every(({ answered }) => answered !== 200));
      });

      if (row.expire) {
        it(`5 renews what has ended, once for all that wait, and sends again${shows(5)}`, async () => {
          const account = await signedIn();
          await act(account);
          row.expire?.(stage);
          stage.forgetArrived();
          await Promise.all([act(account), act(account), act(account)]);
          const renewals = stage.arrived().filter((one) => whatOf(one) === row.renewing);
          assert.deepEqual(
            renewals.map(({ answered }) => answered),
            [200],
          );
          assert.equal(actions().filter(({ answered }) => answered === 200).length, 3);
          assert.ok(actions().length <= 6, 'each was sent again once at the most');
        });
      } else {
        it(`5 takes a refusal as final, since nothing renews it${shows(5)}`, async () => {
          const account = await signedIn();
          row.spoil(stage);
          await problemIn(act(account));
          assert.ok(actions().length <= 1);
        });
      }

      it(`6 waits as long as HTTP 429 says${shows(6)}`, async () => {
        const account = await signedIn();
        row.limit(stage, 17);
        await act(account);
        const limited = stage.arrived().find(({ answered }) => answered === 429);
        assert.ok(limited, 'nothing was limited');
        const at = (name: string) => stage.arrived().filter((one) => whatOf(one) === name);
        const again = at(whatOf(limited)).find(({ answered }) => answered === 200);
        assert.ok(again && again.at - limited.at >= 17_000, 'it was sent earlier');
      });

      it(`7 leaves nothing behind when it is signed out${shows(7)}`, async () => {
        const account = await signedIn();
        await act(account);
        await stage.accounts.rename(account, 'ours');
        stage.forgetArrived();
        await stage.accounts.forget(account);
        assert.deepEqual([...stage.vault.kept], []);
        const { kind } = await problemIn(act(account));
        assert.equal(kind, 'keyMissing');
        assert.deepEqual(stage.arrived(), []);
      });

      it(`8 shows no secret in log, settings, problems and messages to pages${shows(8)}`, async () => {
        const account = await stage.passing(row.signIn(stage));
        await act(account);
        row.expire?.(stage);
        await act(account);
        const messages = await row.pageMessages?.(stage, account);
        row.spoil(stage);
        const problem = await problemIn(act(account));
        const { message, stack, details } = problem;
        const shown = JSON.stringify([
          stage.log,
          message,
          stack,
          details,
          // What stands in settings is the account without its secret.
          await stage.accounts.listAll(),
          [...stage.vault.kept.keys()],
          stage
            .arrived()
            .map(({ path }) =>
              path.replace(/\/agent-auth[^"]*/, '').replace(row.keyInAddress ?? /$^/, ''),
            ),
        ]);
        const secrets = stage.secrets();
        assert.ok(secrets.length > 0 || row.wrongAs === undefined);
        for (const secret of secrets) {
          assert.ok(!shown.includes(secret), `${secret.slice(0, 3)}… is shown`);
          assert.ok(
            row.pageMayHave?.test(secret) === true ||
              !JSON.stringify(messages ?? '').includes(secret),
            `${secret.slice(0, 3)}… is in a message to a page`,
          );
        }
      });
    });
  }
}

function inBrackets(ids: readonly string[]): string {
  return ids.map((id) => ` [${id}]`).join('');
}
