import { readFileSync } from 'node:fs';
import type { Portfolio } from '../../../src/portfolio/model.ts';
import { readPortfolio } from '../../../src/portfolio/readPortfolio.ts';

/** The answers that stand for what the API sends. */
export const SAMPLES = ['cdsl', 'nsdl', 'cams_kfintech', 'quirks.cams_kfintech'] as const;
export type Sample = (typeof SAMPLES)[number];

export function sampleText(sample: Sample): string {
  return readFileSync(new URL(`../../fixtures/answers/${sample}.json`, import.meta.url), 'utf8');
}

export function samplePortfolio(sample: Sample): Portfolio {
  return portfolioOf(sampleText(sample));
}

/** Reads a portfolio that has to be readable. */
export function portfolioOf(text: string): Portfolio {
  const result = readPortfolio(text);
  if (!result.ok) throw new Error(result.reason);
  return result.portfolio;
}
