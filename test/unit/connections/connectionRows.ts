import assert from 'node:assert/strict';

import type { Account } from '../../../src/connections/account.ts';
import { SANDBOX_KEY } from '../../../src/service/sandbox.ts';
import {
  approvalUrl,
  awaitApproval,
  newApprovalToken,
} from '../../../src/connections/browserApproval.ts';
import type { CheckAnswer, CheckName } from '../../../src/connections/connectionCheck.ts';
import { keyAmong } from '../../../src/connections/environmentKey.ts';
import { pollApproval } from '../../../src/service/approval.ts';
import { fetchCredits } from '../../../src/service/credits.ts';
import { AppError, type AppErrorKind } from '../../../src/service/appError.ts';
import { mintAccessToken, verifyAccessToken } from '../../../src/service/token.ts';
import { never } from '../http/extensionClient.ts';
import type { ConnectionStage } from './connectionStage.ts';

/** A way to acquire a credential, and what is expected of it. A further system is one more of these. */
export interface ConnectionRow {
  readonly name: string;
  /** Statements are parsed with access tokens minted from the key. */
  readonly withTokens: boolean;
  /** Signs in as the command does. @param wrong with something that the service does not know */
  readonly signIn: (stage: ConnectionStage, wrong?: 'wrong') => Promise<Account>;
  /** Whether a wrong credential is found out while signing in: what the browser brings is kept first. */
  readonly checkedFirst: boolean;
  /** Credits that a statement costs. */
  readonly cost: 0 | 1;
  /** What the check of a good connection answers, from the first question to the last. */
  readonly checked: readonly [CheckName, CheckAnswer['verdict']][];
  /** Makes the credential wrong while it is in use. */
  readonly spoil: (stage: ConnectionStage) => void;
  readonly refusedAs: AppErrorKind;
  /** Where the credential is kept; nowhere if it is not. */
  readonly keptIn: 'account' | 'nowhere';
}

const ALL_GOOD: ConnectionRow['checked'] = [
  ['reachable', 'good'],
  ['key', 'good'],
  ['plan', 'good'],
  ['rateLimit', 'good'],
  ['credits', 'good'],
];

const at = (stage: ConnectionStage) => ({
  origin: stage.service.origin,
  createdAt: new Date(stage.timing.now()).toISOString(),
});

/** As `src/commands/keepOnceChecked.ts` does. */
async function keepOnceChecked(
  stage: ConnectionStage,
  account: Parameters<ConnectionStage['accounts']['keep']>[0],
  key: string,
  keepKey: boolean,
): Promise<Account> {
  const { origin } = stage.service;
  await fetchCredits(stage.client.call, { key, origin }, never());
  return stage.accounts.keep(account, keepKey ? key : undefined);
}

async function signInByBrowser(stage: ConnectionStage): Promise<Account> {
  const { service, client, timing } = stage;
  const token = newApprovalToken();
  const page = await fetch(approvalUrl(new URL(service.origin), token));
  assert.equal(page.status, 200);
  service.approve(token);
  const poll = (signal: AbortSignal) => pollApproval(client.call, token, signal);
  const outcome = await stage.passing(awaitApproval(poll, timing, never()));
  assert.equal(outcome.status, 'approved');
  const { key, email } = outcome.approval;
  return stage.accounts.keep(
    { kind: 'approval', ...at(stage), ...(email === undefined ? {} : { email }) },
    key,
  );
}

const paste: ConnectionRow['signIn'] = (stage, wrong) => {
  const key = wrong ? 'sk_unknown_to_the_service' : stage.service.key;
  return keepOnceChecked(stage, { kind: 'key', ...at(stage) }, key, true);
};

const fromEnvironment: ConnectionRow['signIn'] = (stage, wrong) => {
  stage.environment.CAS_PARSER_API_KEY = wrong ? 'sk_unknown' : stage.service.key;
  const found = keyAmong(stage.environment);
  assert.ok(found);
  const { origin } = stage.service;
  const account = { ...at(stage), id: `environment ${origin}`, variable: found.variable };
  return keepOnceChecked(stage, { ...account, kind: 'environment' }, found.key, false);
};

const sandbox: ConnectionRow['signIn'] = (stage) => {
  const id = `sandbox ${stage.service.origin}`;
  return keepOnceChecked(stage, { kind: 'sandbox', id, ...at(stage) }, SANDBOX_KEY, false);
};

/** As `src/commands/useAccessToken.ts` does, with a token that a colleague has made. */
const handedOver: ConnectionRow['signIn'] = async (stage, wrong) => {
  const { call } = stage.client;
  const { origin, key } = stage.service;
  const made = await mintAccessToken(call, { key, origin }, 30, {
    signal: never(),
    now: stage.timing.now,
  });
  const token = wrong ? 'at_unknown_to_the_service' : made.token;
  const checked = await verifyAccessToken(call, { origin }, token, never());
  if (!checked.valid) throw new AppError('tokenInvalid', { serviceSays: checked.says });
  return stage.accounts.keep({ id: `token ${origin}`, kind: 'accessToken', ...at(stage) }, token);
};

const revoke = (stage: ConnectionStage) => (stage.service.account.revoked = true);

const withKey = {
  withTokens: false,
  checkedFirst: true,
  cost: 1,
  checked: ALL_GOOD,
  spoil: revoke,
  refusedAs: 'keyRefused',
  keptIn: 'account',
} as const;

export const connectionRows: readonly ConnectionRow[] = [
  {
    ...withKey,
    name: 'R1, approved in the browser',
    signIn: signInByBrowser,
    checkedFirst: false,
  },
  { ...withKey, name: 'R2, a key that was pasted', signIn: paste },
  {
    ...withKey,
    name: 'R2, a key of the environment',
    signIn: fromEnvironment,
    spoil: ({ environment }) => (environment.CASPARSER_API_KEY = 'sk_of_nobody'),
    keptIn: 'nowhere',
  },
  {
    ...withKey,
    name: 'R3, the sandbox',
    signIn: sandbox,
    checkedFirst: false,
    cost: 0,
    spoil: ({ service }) => service.misbehave({ on: 'any', status: 401 }),
    keptIn: 'nowhere',
  },
  {
    ...withKey,
    name: 'R4, access tokens minted from a pasted key',
    withTokens: true,
    signIn: paste,
  },
  {
    ...withKey,
    name: 'R4, access tokens minted from a key of the environment',
    withTokens: true,
    signIn: fromEnvironment,
    spoil: ({ environment }) => (environment.CASPARSER_API_KEY = 'sk_of_nobody'),
    keptIn: 'nowhere',
  },
  {
    ...withKey,
    name: 'an access token that was handed over',
    signIn: handedOver,
    checked: [
      ['reachable', 'good'],
      ['key', 'good'],
      ['plan', 'unknown'],
      ['rateLimit', 'good'],
      ['credits', 'unknown'],
    ],
    spoil: (stage) => (stage.serviceAhead = 31 * 60_000),
    refusedAs: 'tokenInvalid',
  },
];
