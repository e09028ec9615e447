// own process: the simulation puts stand-ins in the place of what the product's modules load.
import assert from 'node:assert/strict';

import type { Attempt, Upload } from '../../simulate/attempts.ts';
import type { Plan } from '../../simulate/events.ts';
import type { Invariant, Violation } from '../../simulate/invariants.ts';
import type { Simulation } from '../../simulate/simulation.ts';
import { Simulation as TheSimulation, violations } from '../../simulate/simulated.ts';

/** Two windows parse, and one signs in: all goes well. */
const plan: Plan = {
  seed: 1,
  setting: {
    statements: ['plain'],
    parseTimeout: 60,
    part: 'pdf_file',
    replacesIds: false,
    keepStatements: true,
    credits: null,
    tellsProcesses: true,
    account: 'key',
  },
  events: [
    { at: 0, do: 'parse', in: 'A', file: 0 },
    { at: 10_000, do: 'parse', in: 'B', file: 0 },
    { at: 20_000, do: 'signIn', in: 'A', approve: 6_000 },
  ],
};

describe('each invariant of the simulation can be broken', () => {
  let simulation: Simulation;
  let attempt: Attempt;
  let upload: Upload;
  beforeEach(async () => {
    simulation = await TheSimulation.of(plan);
    assert.ok(await simulation.run());
    assert.deepEqual(violations(simulation, true), []);
    const [first] = simulation.attempts;
    const [sent] = first?.uploads ?? [];
    assert.ok(first && sent);
    [attempt, upload] = [first, sent];
  });

  const broken = (): Invariant[] => [
    ...new Set(violations(simulation, true).map((one: Violation) => one.broken)),
  ];
  /** As if the attempt had ended with a problem. */
  function failWith(details: object): void {
    const problem = Object.assign(new Error('timeout'), { kind: 'timeout', details });
    attempt.end = { problem: problem as never };
  }

  it('a second billed upload, but for the word of the person', () => {
    const later = { ...upload, sentAt: 50_000, heardAt: 56_000 };
    delete later.arrivedAt;
    attempt.uploads.push(later);
    assert.deepEqual(broken(), ['paid twice']);
    simulation.words.set(attempt.statement.name, 1);
    assert.deepEqual(broken(), []);
  });

  it('two uploads of a statement at the same time', () => {
    attempt.uploads.push({ ...upload, sentAt: upload.sentAt + 1 });
    delete attempt.uploads[1]?.billedAt;
    assert.deepEqual(broken(), ['sent twice at once']);
  });

  it('“nothing was charged” for what was', () => {
    delete upload.arrivedAt;
    failWith({ mayBeBilled: true });
    assert.deepEqual(broken(), []);
    failWith({ mayBeBilled: false });
    assert.deepEqual(broken(), ['said not charged']);
  });

  it('an answer that arrived and is neither shown nor offered', () => {
    failWith({ mayBeBilled: true, answer: upload.answer });
    assert.deepEqual(broken(), []);
    failWith({ mayBeBilled: true });
    assert.deepEqual(broken(), ['arrived and lost']);
  });

  it('a statement that is not kept, without a word', () => {
    attempt.keptOrTold = false;
    assert.deepEqual(broken(), ['arrived and lost']);
  });

  it('a key that was delivered and is gone', () => {
    const [delivery] = simulation.network.deliveries;
    assert.ok(delivery);
    delivery.keptOrTold = false;
    assert.deepEqual(broken(), ['key lost']);
  });

  it('a statement that waits for ever', () => {
    delete attempt.end;
    assert.deepEqual(broken(), ['never ended']);
    attempt.window.alive = false;
    assert.deepEqual(broken(), []);
  });

  it('a command that does not end', () => {
    attempt.window.underWay.add('casParser.signIn');
    assert.deepEqual(broken(), ['never ended']);
  });

  it('more requests than permitted within a minute', () => {
    const { departures } = simulation.network;
    const first = departures[0];
    assert.ok(first);
    const minute = Array.from({ length: 61 }, (_none, at) => ({ ...first, at: 1e6 + at * 999 }));
    departures.push(...minute.slice(0, 60));
    assert.deepEqual(broken(), []);
    departures.push(...minute.slice(60));
    assert.deepEqual(broken(), ['over the limit']);
  });

  it('an error that nobody expected', () => {
    simulation.bugs.push('TypeError');
    assert.deepEqual(broken(), ['unexpected error']);
  });
});
