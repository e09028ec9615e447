import { generateStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import { statementKinds } from '../fixtures/statementsGenerator/kinds.ts';
import { chanceFrom } from '../fixtures/statementsGenerator/seededRandom.ts';

export interface FuzzInput {
  readonly name: string;
  readonly pdf: Uint8Array;
  readonly password: string;
  /** The statement before it was damaged. */
  readonly whole?: Uint8Array;
}

/** What is done to the bytes of a statement. */
const DAMAGES = ['flip', 'cut', 'repeat', 'zero', 'swap', 'digit'] as const;
const ENCRYPTIONS = ['none', 'none', 'RC4-128', 'AES-128'] as const;

/**
 * Random bytes behind a PDF's header, and statements with damaged bytes: the same damages for the same seed. The bytes of those
 * with AES differ each time.
 */
export function* inputs(count: number, seed: number): Generator<FuzzInput> {
  const bases = statementKinds.flatMap((kind) =>
    ENCRYPTIONS.map((encryption, index) => generateStatement(kind, seed + index, { encryption })),
  );
  const next = uniform(seed);
  for (let index = 0; index < count; index += 1) {
    if (index % 8 === 0) {
      yield { name: `random ${index}`, pdf: randomBytes(next), password: '' };
      continue;
    }
    const base = bases[Math.floor(next() * bases.length)];
    const damage = DAMAGES[Math.floor(next() * DAMAGES.length)] ?? 'flip';
    if (!base) continue;
    const times = 1 + Math.floor(next() ** 3 * 40);
    let pdf: Uint8Array = Uint8Array.from(base.pdf);
    for (let each = 0; each < times; each += 1) pdf = damaged(pdf, damage, next);
    yield { name: `${damage} ${index}`, pdf, password: base.password, whole: base.pdf };
  }
}

function uniform(seed: number): () => number {
  const chance = chanceFrom(seed);
  const steps = Array.from({ length: 1 << 16 }, (_, index) => index);
  return () => chance.pick(steps) / steps.length;
}

function randomBytes(next: () => number): Uint8Array {
  const bytes = Uint8Array.from({ length: Math.floor(next() * 3000) }, () =>
    Math.floor(next() * 256),
  );
  return next() < 0.3 ? bytes : joined(new TextEncoder().encode('%PDF-1.7\n'), bytes);
}

function damaged(
  pdf: Uint8Array,
  damage: (typeof DAMAGES)[number],
  next: () => number,
): Uint8Array {
  const at = Math.floor(next() * pdf.length);
  const length = Math.floor(next() * 200);
  switch (damage) {
    case 'flip':
      pdf[at] = Math.floor(next() * 256);
      return pdf;
    case 'cut':
      return joined(pdf.subarray(0, at), pdf.subarray(at + length));
    case 'repeat':
      return joined(pdf.subarray(0, at + length), pdf.subarray(at));
    case 'zero':
      return pdf.fill(0, at, at + length);
    case 'swap': {
      const from = Math.floor(next() * pdf.length);
      pdf.copyWithin(at, from, from + length);
      return pdf;
    }
    case 'digit': {
      // Numbers outside streams are lengths, object numbers and offsets.
      const digit = pdf.findIndex((byte, index) => index >= at && byte >= 48 && byte <= 57);
      if (digit !== -1) pdf[digit] = 48 + Math.floor(next() * 10);
      return pdf;
    }
  }
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(pieces));
}
