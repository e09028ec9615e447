import { earlyRefusals } from '../service/refusing/refusingServer.ts';
import { refusedUploads, uploadSizes } from '../service/refusing/refusedUploads.ts';
import { refusingServers } from '../service/refusing/refusingServers.ts';
import { type Figure, atLeast, listed } from './figure.ts';

const UPLOADS = 100;
/** Of a hundred. */
const TARGET = 99;

/** How many uploads that a server refused before it had read them were told by that server's own answer, and as not charged. */
export async function refusalFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, isThere, start } of refusingServers) {
    const server = isThere() ? await start() : undefined;
    for (const refusal of earlyRefusals)
      for (const [size, bytes] of Object.entries(uploadSizes)) {
        const figure = `refused early by ${name} with ${refusal.status}, ${size}: told by its answer`;
        if (!server) {
          figures.push(listed(`${figure} (not installed)`, undefined, 'of 100'));
          continue;
        }
        const ends = await refusedUploads(server.origin, refusal, bytes, UPLOADS);
        const told = ends.filter((end) => end.endsWith(` ${refusal.status}`)).length;
        figures.push(atLeast(TARGET, figure, told, 'of 100'));
      }
    await server?.close();
  }
  return figures;
}
