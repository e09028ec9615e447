import type { CallService } from '../service/client.ts';
import { gatewayRefusal } from '../service/gateway/gatewayRefusal.ts';
import { type ParseAnswer, type ParseUpload, parseOnService } from '../service/parse.ts';
import type { ParseRequest, ParseInteraction } from '../statements/parseRequest.ts';
import type { Account } from './account.ts';
import type { AccountStore } from './accountStore.ts';
import { withCredential } from './credentialSource.ts';
import type { Credentials } from './credentials.ts';
import { pathsOf } from './gateway/gateway.ts';
import { type Gateways, gatewayOf } from './gateway/gateways.ts';
import { parseAs } from './parseAs.ts';

export interface SenderServices {
  readonly call: CallService;
  readonly accounts: Pick<AccountStore, 'credentialOf'>;
  readonly credentials: Pick<Credentials, 'forParsing'>;
  readonly gateways: Gateways;
}

export interface SenderManner
  extends
    Pick<ParseRequest, 'pdf' | 'signal'>,
    Pick<ParseUpload, 'insist' | 'timeoutSeconds'>,
    Pick<ParseInteraction, 'onStep'> {}

/** How a PDF is sent to the service for an account: with the credential that the account parses with. */
export function statementSender(
  { call, accounts, credentials, gateways }: SenderServices,
  account: Account,
  { onStep, ...manner }: SenderManner,
): ParseInteraction['send'] {
  const isTokenOnly = account.kind === 'accessToken' || account.kind === 'gateway';
  const key = isTokenOnly ? undefined : () => accounts.credentialOf(account);
  const viaProxy = account.gateway?.parse === 'proxy';
  return (password, sends) => {
    const request = {
      ...manner,
      password,
      sends,
      onWait: (until: number) => onStep({ at: 'pausing', until }),
    };
    return viaProxy
      ? parseByProxy(gateways, account, request)
      : parseAs(call, credentials.forParsing(account), key, request);
  };
}

/** A gateway that takes statements itself: what it refuses as ended it has not looked at. @throws AppError */
function parseByProxy(
  gateways: Gateways,
  account: Account,
  request: Omit<ParseUpload, 'credential' | 'gateway'>,
): Promise<ParseAnswer> {
  const { signal, insist, onWait } = request;
  const gateway = { path: pathsOf(gatewayOf(account)).parse, refusal: gatewayRefusal };
  return withCredential(gateways.grants(account), { signal, insist, onWait }, (credential) =>
    parseOnService(gateways.callOf(account), { ...request, credential, gateway }),
  );
}
