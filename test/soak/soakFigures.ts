import { type Figure, atLeast, atMost, listed } from '../bench/figure.ts';
import { soak } from './misbehavingService.ts';
import { throughput } from './throughput.ts';

/** The documented limit. */
const PERMITTED_A_MINUTE = 60;
const MINUTES = 2;
/** A parse takes 5 to 30 s. */
const PARSE_SECONDS = 8;

/** Batches of statements against a service that fails in every way, and against one that is well. */
export async function soakFigures(parses: number, seed: number): Promise<Figure[]> {
  const soaked = await soak(parses, seed);
  const share = await throughput(MINUTES, PARSE_SECONDS);
  const most = Math.max(soaked.mostSentInAMinute, soaked.mostSeenInAMinute);
  return [
    atMost(0, 'soak: neither parsed nor reported', soaked.unaccounted, 'statements'),
    atMost(0, 'soak: paid for twice', soaked.paidTwice, 'statements'),
    atMost(0, 'soak: paid for, neither parsed nor reported', soaked.paidInVain, 'statements'),
    atMost(PERMITTED_A_MINUTE, 'soak: most requests within a minute', most, 'requests'),
    atMost(1.1, 'soak: memory, last quarter / least', soaked.growth, 'x'),
    atMost(0, 'soak: errors that nobody expected', soaked.troubles.length, 'errors'),
    atLeast(0.95, `batch: sent / permitted, ${PARSE_SECONDS} s a parse`, share, 'x'),
    listed('soak: statements', soaked.statements, ''),
    listed('soak: of which paid for and lost on the way', soaked.lost, ''),
    listed('soak: requests', soaked.requests, ''),
  ];
}
