import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Figure, atMost, listed } from './figure.ts';
import { median } from './median.ts';
import { type ClientUpload, uploadWithClient } from './upload/client.ts';
import { type CurlUpload, curlIsThere, peakMemoryOfCurl, uploadWithCurl } from './upload/curl.ts';
import { type ServiceAddresses, withService } from './upload/service.ts';
import type { Upload } from './upload/upload.ts';

const ROUNDS = 15;
const TARGET = 1.15;
/** Bytes; the larger one is the largest file that is sent at all (casparser.in FAQ: 10 MB). */
const sizes = { '50 KB': 50 * 1024, '10 MB': 10 * 1024 * 1024 } as const;

/**
 * A parse through the extension's client against `curl` with the same upload to the same service: time and memory.
 * The time of curl is that of the command, as whoever uses it waits for it; its transfer alone is listed beside it.
 * The two take turns. The client's process is warm: undici is loaded and one statement of 50 KB sent before.
 */
export async function uploadFigures(home: string): Promise<Figure[]> {
  const withCurl = await curlIsThere();
  return withService(async (service) => {
    const figures: Figure[] = [];
    const warmUp = await inventStatement(home, sizes['50 KB']);
    for (const [size, bytes] of Object.entries(sizes)) {
      const statement = await inventStatement(home, bytes);
      figures.push(...(await figuresOf(size, statement, warmUp, service, withCurl)));
    }
    return figures;
  });
}

async function figuresOf(
  size: string,
  statement: string,
  warmUp: string,
  { prompt, slow, key }: ServiceAddresses,
  withCurl: boolean,
): Promise<Figure[]> {
  const upload: Upload = { origin: prompt, key, statement, password: 'ABCDE1234F' };
  const client: ClientUpload[] = [];
  const curl: CurlUpload[] = [];
  const curlPeaks: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    client.push(await uploadWithClient(upload, warmUp));
    if (withCurl) curl.push(await uploadWithCurl(upload));
  }
  for (let round = 0; withCurl && round < 3; round++) {
    const peak = await peakMemoryOfCurl({ ...upload, origin: slow });
    if (peak !== undefined) curlPeaks.push(peak);
  }

  const time = medianIfAny(client.map(({ milliseconds }) => milliseconds));
  const curlTime = medianIfAny(curl.map(({ milliseconds }) => milliseconds));
  const curlProcess = medianIfAny(curl.map(({ wholeProcess }) => wholeProcess));
  const memory = client.flatMap((one) => one.memory ?? []);
  const growth = medianIfAny(memory.map(({ peak, idle }) => peak - idle));
  const curlPeak = medianIfAny(curlPeaks);
  const against = withCurl ? 'curl' : 'curl (not installed)';
  return [
    atMost(TARGET, `parse ${size}, time: client / ${against}`, ratio(time, curlProcess), 'x'),
    atMost(
      TARGET,
      `parse ${size}, memory: client's growth over idle / all of ${against}`,
      ratio(growth, curlPeak),
      'x',
    ),
    listed(
      `parse ${size}, time: client / ${against}, the transfer alone`,
      ratio(time, curlTime),
      'x',
    ),
    listed(`parse ${size}: client`, time, 'ms'),
    listed(`parse ${size}: curl`, curlProcess, 'ms'),
    listed(`parse ${size}: curl, the transfer alone`, curlTime, 'ms'),
    listed(`parse ${size}: client's growth over idle`, megabytes(growth), 'MB'),
    listed(
      `parse ${size}: all of the client's process`,
      megabytes(medianIfAny(memory.map(({ peak }) => peak))),
      'MB',
    ),
    listed(`parse ${size}: all of curl`, megabytes(curlPeak), 'MB'),
  ];
}

/** A file that the client takes for a PDF; like a real one it does not compress. */
async function inventStatement(home: string, bytes: number): Promise<string> {
  const header = '%PDF-1.7\n';
  const file = join(home, `${bytes}.pdf`);
  await writeFile(file, Buffer.concat([Buffer.from(header), randomBytes(bytes - header.length)]));
  return file;
}

function medianIfAny(values: readonly number[]): number | undefined {
  return values.length > 0 ? median(values) : undefined;
}

function ratio(ours: number | undefined, theirs: number | undefined): number | undefined {
  return ours === undefined || theirs === undefined ? undefined : ours / theirs;
}

function megabytes(kilobytes: number | undefined): number | undefined {
  return kilobytes === undefined ? undefined : kilobytes / 1024;
}
