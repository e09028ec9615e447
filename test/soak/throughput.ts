import { MINUTE_MS } from './accounts.ts';
import { onFasterStage } from './fasterStage.ts';

const SPEED = 10;
const PERMITTED_A_MINUTE = 60;

/**
 * How near a batch comes to the documented limit of 60 requests a minute, with a service that is well.
 * @param minutes of the faster clock
 * @param parseSeconds that the service takes for each, by the faster clock
 * @returns statements sent / requests permitted in that time, at most 60/61: the pacer keeps a second's distance
 */
export function throughput(minutes: number, parseSeconds: number): Promise<number> {
  return onFasterStage({ speed: SPEED, seed: 1 }, async ({ service, window, invent }) => {
    await service.misbehave([{ on: 'parse', delayMs: (parseSeconds * 1000) / SPEED }]);
    // The one more begins the next minute.
    const statements = await invent(minutes * PERMITTED_A_MINUTE + 1);
    await window.batch.run(statements.map(({ path }) => path));
    if (window.ends.some((end) => end !== 'parsed')) throw new Error('Not all were parsed.');
    const sent = statements.length - 1;
    const [first = 0, last = 0] = [window.departures[0], window.departures.at(-1)];
    return sent / (((last - first) / MINUTE_MS) * PERMITTED_A_MINUTE);
  });
}
