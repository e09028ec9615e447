import assert from 'node:assert/strict';

import { StatementStore } from '../../../../src/statements/storage/statementStore.ts';
import { StoreKey } from '../../../../src/statements/storage/storeKey.ts';
import { FileSecrets } from './fileSecrets.ts';
import { OtherWindow } from './otherWindow.ts';
import { Room, hashOf } from './room.ts';

describe('windows that do the same at the same time', () => {
  let room: Room;
  let windows: OtherWindow[];
  beforeEach(async () => {
    room = await Room.make();
    windows = [];
  });
  afterEach(async () => {
    for (const window of windows) await window.kill();
    await room.remove();
  });

  function open(count: number, task: string, ...rest: string[]): OtherWindow[] {
    const opened = Array.from({ length: count }, () => new OtherWindow(task, room.folder, ...rest));
    windows.push(...opened);
    return opened;
  }

  it('make one key', async () => {
    const makers = open(4, 'key');
    for (const maker of makers) await maker.end();
    const said = makers.flatMap(({ lines }) => lines);
    assert.equal(said.length, 4);
    assert.equal(new Set(said).size, 1);
    assert.match(said[0] ?? '', /^key [0-9a-f]{64}$/);
  });

  it('keep statements that each can open', async () => {
    const keepers = open(2, 'keep');
    for (const keeper of keepers) await keeper.hasSaid(15);
    const key = new StoreKey(room.folder, new FileSecrets(`${room.folder}-secrets`), room.clock);
    const store = new StatementStore(room.folder, key, room.clock, room.onTrouble);
    for (let look = 0; look < 30; look++)
      assert.ok(JSON.parse((await store.find(hashOf(`kept ${look % 3}`)))?.text ?? ''));
    room.assertTroubles();
    for (const { lines } of keepers) assert.ok(lines.every((line) => line.startsWith('kept ')));
  });

  it('do not both take a batch', async () => {
    for (let round = 0; round < 3; round++) {
      const [owner] = open(1, 'batch');
      await owner?.hasSaid(1);
      await owner?.kill();
      const id = owner?.lines[0]?.split(' ')[1] ?? '';
      const takers = open(3, 'take', id);
      for (const taker of takers) await taker.hasSaid(1);
      for (const taker of takers) taker.begin();
      for (const taker of takers) await taker.hasSaid(2);
      const said = takers.map(({ lines }) => lines[1]);
      assert.deepEqual(said.sort(), ['refused', 'refused', 'taken']);
      for (const taker of takers) await taker.kill();
    }
  });
});
