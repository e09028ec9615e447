import { devNull } from 'node:os';
import { run } from '../../editor/cache.ts';
import { quietMachine } from '../quietMachine.ts';
import { memoryOf } from './peakMemory.ts';
import type { Upload } from './upload.ts';

export interface CurlUpload {
  /** curl's own `time_total`: from the start of the transfer to its end */
  readonly milliseconds: number;
  /** From the start of its process to its end. */
  readonly wholeProcess: number;
}

export async function curlIsThere(): Promise<boolean> {
  return run('curl', ['--version']).then(
    () => true,
    () => false,
  );
}

/** @throws Error when the answer is not a success */
export async function uploadWithCurl(upload: Upload): Promise<CurlUpload> {
  await quietMachine(3_000);
  const started = performance.now();
  const { stdout } = await run('curl', argumentsFor(upload));
  return { milliseconds: Number(stdout) * 1000, wholeProcess: performance.now() - started };
}

/**
 * The most memory that curl holds while it uploads, in KB.
 * @param upload to a service that answers late, so that curl is still there when it has sent everything
 */
export async function peakMemoryOfCurl(upload: Upload): Promise<number | undefined> {
  const curl = run('curl', argumentsFor(upload));
  let peak: number | undefined;
  const looking = setInterval(() => {
    peak = memoryOf(curl.child.pid ?? 0)?.peak ?? peak;
  }, 20);
  try {
    await curl;
    return peak;
  } finally {
    clearInterval(looking);
  }
}

function argumentsFor({ origin, key, statement, password }: Upload): string[] {
  return [
    '--silent',
    '--fail',
    '--noproxy',
    '*',
    '--output',
    devNull,
    '--write-out',
    '%{time_total}',
    '--header',
    'accept: application/json',
    '--header',
    `x-api-key: ${key}`,
    '--form',
    `pdf_file=@${statement};filename=statement.pdf;type=application/pdf`,
    '--form',
    `password=${password}`,
    `${origin}/v4/smart/parse`,
  ];
}
