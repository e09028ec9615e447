import assert from 'node:assert/strict';
import { type Engine, EngineWish, type Memory } from '../../../src/statements/engineWish.ts';

describe('Where statements are read', () => {
  const memory = (): Memory & { readonly kept: Map<string, unknown> } => {
    const kept = new Map<string, unknown>();
    return {
      kept,
      get: (name) => kept.get(name),
      update: (name, value) => {
        if (value === undefined) kept.delete(name);
        else kept.set(name, value);
        return Promise.resolve();
      },
    };
  };
  const never = () => Promise.reject(new Error('nobody is to be asked'));
  const say = (engine: Engine | undefined) => () => Promise.resolve(engine);

  it('is by the service without a question where nothing else was ever set', async () => {
    assert.equal(await new EngineWish(memory()).engineFor('cloud', never), 'cloud');
  });

  it('is asked before the first upload when the setting falls back while the window is open', async () => {
    const wish = new EngineWish(memory());
    assert.equal(await wish.engineFor('local', never), 'local');
    assert.equal(await wish.engineFor('cloud', say('local')), 'local');
    assert.equal(await wish.engineFor('cloud', say(undefined)), undefined);
  });

  it('is asked in the next window, too, and where nothing was read here yet', async () => {
    const shared = memory();
    await new EngineWish(shared).saw('local');
    const wish = new EngineWish(shared);
    await wish.saw('cloud');
    assert.equal(await wish.engineFor('cloud', say('local')), 'local');
  });

  it('is asked once: who agreed to uploads is not asked again, until it is set to here again', async () => {
    const shared = memory();
    const wish = new EngineWish(shared);
    await wish.saw('local');
    assert.equal(await wish.engineFor('cloud', say('cloud')), 'cloud');
    assert.equal(await wish.engineFor('cloud', never), 'cloud');
    assert.deepEqual([...shared.kept], [], 'nothing is left of it');
    await wish.saw('local');
    assert.equal(await wish.engineFor('cloud', say('local')), 'local');
  });
});
