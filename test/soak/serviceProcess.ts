/** The local service in a process of its own, by a faster clock: `node serviceProcess.ts STATEMENTS BEGIN SPEED`. */
import type { Misbehaviour } from '../service/misbehaviour.ts';
import { opensWith } from '../service/openPdf.ts';
import { startCasParserService } from '../service/server.ts';
import { fasterNow } from './fasterTiming.ts';

const [statements = '', begin, speed] = process.argv.slice(2);
const clock = { begin: Number(begin), speed: Number(speed) };
const service = await startCasParserService({
  statements,
  credits: { limit: 1_000_000, used: 0, resets_at: null },
  now: () => fasterNow(clock),
});
// Loaded now: by the faster clock it would take seconds of the first parse.
await opensWith(Buffer.from('%PDF-1.7'), undefined);
process.on('message', (rules: readonly Misbehaviour[]) => {
  for (const rule of rules) service.misbehave(rule);
  process.send?.('done');
});
process.send?.({ origin: service.origin, key: service.key });
