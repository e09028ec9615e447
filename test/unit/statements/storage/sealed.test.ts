import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';

import { isOfAnotherKey, markOf, open, seal } from '../../../../src/statements/storage/sealed.ts';

describe('sealed bytes', () => {
  const key = randomBytes(32);
  const plain = Buffer.from('{"folio":"1000000/01"}');
  const sealed = seal(plain, key, 'statement a');

  it('open under the same key in the same context', () => {
    assert.deepEqual(open(sealed, key, 'statement a'), plain);
    assert.deepEqual(open(seal(new Uint8Array(), key, ''), key, ''), Buffer.alloc(0));
  });

  it('do not show what is in them, nor that two are the same', () => {
    assert.ok(!sealed.includes(plain.subarray(0, 8)));
    const again = seal(plain, key, 'statement a');
    assert.notDeepEqual(again.subarray(1, 13), sealed.subarray(1, 13));
    assert.notDeepEqual(again.subarray(29), sealed.subarray(29));
  });

  it('do not open with any one bit changed', () => {
    for (let at = 0; at < sealed.length * 8; at++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at >> 3) ^ (1 << (at & 7)), at >> 3);
      assert.equal(open(changed, key, 'statement a'), undefined, `bit ${at}`);
    }
  });

  it('do not open cut off anywhere, nor with anything added', () => {
    for (let length = 0; length < sealed.length; length++)
      assert.equal(open(sealed.subarray(0, length), key, 'statement a'), undefined);
    assert.equal(open(Buffer.concat([sealed, Buffer.of(0)]), key, 'statement a'), undefined);
  });

  it('do not open under another key', () => {
    assert.equal(open(sealed, randomBytes(32), 'statement a'), undefined);
  });

  it('say which key has sealed them, and nothing of the key', () => {
    assert.equal(isOfAnotherKey(sealed, key), false);
    assert.equal(isOfAnotherKey(sealed, randomBytes(32)), true);
    assert.equal(isOfAnotherKey(sealed, undefined), true);
    assert.equal(isOfAnotherKey(sealed.subarray(0, 20), randomBytes(32)), false);
    assert.equal(isOfAnotherKey(Buffer.from('{"folio":"1000000/01"}'.repeat(3)), key), false);
    assert.match(markOf(key), /^[0-9a-f]{16}$/);
    assert.ok(!key.toString('hex').includes(markOf(key).slice(0, 8)));
  });

  it('do not open in another context', () => {
    for (const context of ['statement b', 'batch a', 'statement', ''])
      assert.equal(open(sealed, key, context), undefined);
  });
});
