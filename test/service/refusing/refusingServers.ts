import { isInstalled, startInstalledServer } from './installedServer.ts';
import { startNodeServer } from './nodeServer.ts';
import type { RefusingServer } from './refusingServer.ts';

interface KindOfServer {
  readonly name: string;
  /** Whether this machine has it. */
  readonly isThere: () => boolean;
  readonly start: () => Promise<RefusingServer>;
}

/** Servers that uploads really meet. */
export const refusingServers: readonly KindOfServer[] = [
  { name: 'Express', isThere: () => true, start: () => startNodeServer('express') },
  { name: 'Fastify', isThere: () => true, start: () => startNodeServer('fastify') },
  {
    name: 'HAProxy',
    isThere: () => isInstalled('haproxy'),
    start: () => startInstalledServer('haproxy'),
  },
  {
    name: 'nginx',
    isThere: () => isInstalled('nginx'),
    start: () => startInstalledServer('nginx'),
  },
];
