import assert from 'node:assert/strict';

import { checkedAddress } from '../../../src/service/address.ts';
import { serviceClient } from '../../../src/service/client.ts';
import type { CallService, ExchangeLine } from '../../../src/service/client.ts';
import type { Credential } from '../../../src/service/credential.ts';
import { parseOnService } from '../../../src/service/parse.ts';
import type { ParseAnswer, ParseUpload } from '../../../src/service/parse.ts';
import { AppError } from '../../../src/service/appError.ts';
import type { Sends } from '../../../src/service/sends.ts';
import type { ProxyRules } from '../../../src/service/proxyRules.ts';
import { realTiming } from '../../../src/service/timing.ts';
import type { Timing } from '../../../src/service/timing.ts';
import { undiciTransport } from '../../../src/service/undiciTransport.ts';

/** The smallest file that passes for a PDF: the stand-in answers as it is told to, whatever is sent. */
export const anyPdf = Buffer.from('%PDF-1.7\n');

/** VS Code's own defaults, without a look at this machine's certificates. */
export const defaultRules: ProxyRules = {
  support: 'override',
  noProxy: [],
  strictSsl: true,
  systemCertificates: false,
};

/** The extension's way to a service, wired as `src/container.ts` wires it, without an editor. */
export interface ExtensionClient {
  readonly call: CallService;
  readonly credential: Credential;
  /** What went to the log, oldest first. */
  readonly log: ExchangeLine[];
}

/**
 * @param rules read before each request, as the settings are
 * @param timing without it, the time is the real one
 */
export function clientOf(
  service: { readonly origin: string; readonly key: string },
  rules: () => ProxyRules = () => defaultRules,
  timing: Timing = realTiming,
): ExtensionClient {
  const log: ExchangeLine[] = [];
  const baseUrl = () => checkedAddress(service.origin);
  const call = serviceClient({
    send: undiciTransport(rules),
    baseUrl,
    onExchange: (line) => log.push(line),
    timing,
  });
  return { call, log, credential: { key: service.key, origin: baseUrl().origin } };
}

/** Parses through a client; what a test does not care about is filled in. */
export function parse(
  { call, credential }: ExtensionClient,
  request: Partial<ParseUpload> = {},
): Promise<ParseAnswer> {
  return parseOnService(call, {
    credential,
    pdf: anyPdf,
    password: undefined,
    timeoutSeconds: 600,
    signal: never(),
    onWait: () => assert.fail('nothing was to be waited for'),
    ...request,
  });
}

/** Sends under this id, each time. */
export function sendsAs(requestId: string): Sends {
  return {
    begin: () => Promise.resolve({ requestId, free: () => Promise.resolve() }),
    isFree: () => Promise.resolve(true),
  };
}

/** A signal that nobody aborts. */
export function never(): AbortSignal {
  return new AbortController().signal;
}

/** The problem that a call has to end in. */
export async function problemOf(failing: Promise<unknown>): Promise<AppError> {
  try {
    await failing;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  return assert.fail('it succeeded');
}
