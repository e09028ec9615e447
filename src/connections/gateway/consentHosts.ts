/** Where it is remembered what the person has confirmed. */
const CONFIRMED = 'casParser.consentHosts';

/** What the editor remembers for an extension. */
export interface Memory {
  get(name: string): unknown;
  update(name: string, value: unknown): Thenable<void>;
}

/** Where the person signs in, and where what that gives is sent. */
export interface ConsentHosts {
  readonly page: URL;
  readonly gateway: URL;
}

/**
 * Whether the person may be sent to the page: it is the gateway's own, or the person has confirmed that this page's host and this
 * gateway's belong together. A workspace that names one of them anew is asked about anew.
 * @param ask names both hosts to the person
 */
export async function mayOpenPage(
  memory: Memory,
  hosts: ConsentHosts,
  ask: () => Promise<boolean>,
): Promise<boolean> {
  if (hosts.page.origin === hosts.gateway.origin) return true;
  const pair = `${hosts.page.origin} ${hosts.gateway.origin}`;
  const remembered = memory.get(CONFIRMED);
  const confirmed = Array.isArray(remembered) ? (remembered as unknown[]) : [];
  if (confirmed.includes(pair)) return true;
  if (!(await ask())) return false;
  await memory.update(CONFIRMED, [...confirmed, pair]);
  return true;
}

/** Forgets what was confirmed for the gateway at an origin. */
export async function forgetPagesOf(memory: Memory, origin: string): Promise<void> {
  const remembered = memory.get(CONFIRMED);
  if (!Array.isArray(remembered)) return;
  const left = remembered.filter((pair) => !String(pair).endsWith(` ${origin}`));
  await memory.update(CONFIRMED, left.length > 0 ? left : undefined);
}
