import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Misbehaviour } from '../service/misbehaviour.ts';
import type { RecordedRequest } from '../service/recorder.ts';
import type { FasterClock } from './fasterTiming.ts';

/** The local service in another process, so that its memory and its work are not taken for the extension's. */
export interface RemoteService {
  readonly origin: string;
  readonly key: string;
  misbehave(rules: readonly Misbehaviour[]): Promise<void>;
  /** All that came so far, oldest first; times by the faster clock. */
  requests(): Promise<RecordedRequest[]>;
  close(): void;
}

/** @param statements folder of the PDFs that it knows */
export async function startRemoteService(
  statements: string,
  { begin, speed }: FasterClock,
): Promise<RemoteService> {
  const program = join(import.meta.dirname, 'serviceProcess.ts');
  const service = fork(program, [statements, String(begin), String(speed)]);
  const [{ origin, key }] = (await once(service, 'message')) as [{ origin: string; key: string }];
  return {
    origin,
    key,
    async misbehave(rules) {
      service.send(rules);
      await once(service, 'message');
    },
    async requests() {
      const answer = await fetch(`${origin}/stand-in/requests`);
      return (await answer.json()) as RecordedRequest[];
    },
    close: () => void service.kill(),
  };
}
