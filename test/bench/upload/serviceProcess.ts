/**
 * The local service in a process of its own, so that it shares no event loop with what is measured. It reads every
 * upload whole and answers without opening the PDF, so that the way there and back is all that takes time.
 */
import { startCasParserService } from '../../service/server.ts';
import type { ServiceAddresses } from './service.ts';

const answer = { on: 'parse', status: 200, body: { summary: { total_value: 0 } } } as const;

const prompt = await startCasParserService();
prompt.misbehave(answer);
const slow = await startCasParserService();
slow.misbehave({ ...answer, delayMs: 300 });

const addresses: ServiceAddresses = {
  key: prompt.key,
  prompt: prompt.origin,
  slow: slow.origin,
};
process.send?.(addresses);
process.once('disconnect', () => process.exit());
