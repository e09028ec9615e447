import { type CallService, serviceClient } from '../../../src/service/client.ts';
import { gatewayRefusal } from '../../../src/service/gateway/gatewayRefusal.ts';
import { parseOnService } from '../../../src/service/parse.ts';
import { AppError } from '../../../src/service/appError.ts';
import { undiciTransport } from '../../../src/service/undiciTransport.ts';
import type { EarlyRefusal } from './refusingServer.ts';

/** Bytes of the uploads. */
export const uploadSizes = { '60 kB': 60_000, '1 MB': 1_000_000, '5 MB': 5_000_000 } as const;

/**
 * Uploads a statement to a gateway that refuses it early, several times.
 * @returns what each upload ended as: the status of the answer that was heard, or the failure, and whether it may have been charged
 */
export async function refusedUploads(
  origin: string,
  { path }: EarlyRefusal,
  bytes: number,
  times: number,
): Promise<readonly string[]> {
  const pdf = Buffer.alloc(bytes, '%PDF-1.7\n');
  const ends: string[] = [];
  for (let time = 0; time < times; time += 1)
    try {
      await parseOnService(clientOf(origin), {
        credential: { key: 'ended', origin, presentedAs: 'bearer' },
        pdf,
        password: 'ABCDE1234F',
        timeoutSeconds: 60,
        signal: new AbortController().signal,
        onWait: () => undefined,
        insist: true,
        gateway: { path, refusal: gatewayRefusal },
      });
      ends.push('accepted');
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { httpStatus, code, mayBeBilled } = error.details;
      const charged = mayBeBilled ? ', may be charged' : '';
      ends.push(`${error.kind} ${httpStatus ?? code}${charged}`);
    }
  return ends;
}

/** A new one has not used up any limit. */
function clientOf(origin: string): CallService {
  return serviceClient({
    send: undiciTransport(() => ({
      support: 'off',
      noProxy: [],
      strictSsl: true,
      systemCertificates: false,
    })),
    baseUrl: () => new URL(origin),
    onExchange: () => undefined,
  });
}
