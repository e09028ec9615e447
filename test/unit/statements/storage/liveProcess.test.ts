import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { uptime } from 'node:os';

import { type ProcessIdentity, isRunning } from '../../../../src/statements/storage/liveProcess.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('a process of which the system does not tell when it started', () => {
  const bootedAt = Date.now() - uptime() * 1000;
  /** A number that a running process has. */
  const noted = (more: Partial<ProcessIdentity>): ProcessIdentity => ({
    pid: process.ppid,
    owner: randomUUID(),
    at: Date.now(),
    ...more,
  });

  it('runs, where it was noted since the last boot', () => {
    assert.equal(isRunning(noted({})), true);
    assert.equal(isRunning(noted({ up: uptime() - 1 })), true);
  });

  it('runs, where the clock was set forward since', () => {
    assert.equal(isRunning(noted({ at: bootedAt - HOUR_MS, up: uptime() - 1 })), true);
    assert.equal(isRunning(noted({ at: bootedAt - 3 * DAY_MS, up: uptime() - 1 })), true);
  });

  it('is gone, where the machine was started anew since', () => {
    assert.equal(isRunning(noted({ at: bootedAt - HOUR_MS, up: uptime() + 60 })), false);
    assert.equal(isRunning(noted({ at: bootedAt - 8 * DAY_MS, up: 1 })), false);
    assert.equal(isRunning(noted({ at: bootedAt - HOUR_MS })), false);
  });
});
