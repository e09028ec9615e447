import dns from 'node:dns';
import type { LookupAddress, LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import { mock } from 'node:test';

type Found = (error: Error | null, found?: LookupAddress[] | string, family?: number) => void;

/** The host names that this process knows, and the way back to what it knew before. */
export interface KnownNames {
  readonly names: Set<string>;
  restore(): void;
}

/** This process then knows only the names it is told to, all of them for 127.0.0.1, without a network. */
export function knowNoNames(): KnownNames {
  const names = new Set<string>();
  const real = dns.lookup;
  const lookup = (host: string, options: LookupOptions, found: Found) => {
    if (isIP(host)) {
      real(host, options, found);
      return;
    }
    setImmediate(() => {
      if (!names.has(host)) found(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
      else if (options.all) found(null, [{ address: '127.0.0.1', family: 4 }]);
      else found(null, '127.0.0.1', 4);
    });
  };
  const mocked = mock.method(dns, 'lookup', lookup as typeof dns.lookup);
  return { names, restore: () => mocked.mock.restore() };
}
