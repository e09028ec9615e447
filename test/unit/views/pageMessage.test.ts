import assert from 'node:assert/strict';

import { readPageMessage } from '../../../src/views/pageMessage.ts';

describe('a message from the page', () => {
  for (const type of ['ready', 'save', 'showJson'] as const) {
    it(`is understood: ${type}`, () => assert.deepEqual(readPageMessage({ type }), { type }));
  }

  it('tells what is typed into the filters, but no more of it than anyone types', () => {
    const typed = { holdings: 'sample', transactions: '' };
    assert.deepEqual(readPageMessage({ type: 'typed', typed }), { type: 'typed', typed });
    const long = { ...typed, holdings: 'x'.repeat(1001) };
    assert.equal(readPageMessage({ type: 'typed', typed: long }), undefined);
  });

  it('brings what only the owner of units knows, or takes it back, and nothing that is neither', () => {
    const change = { of: 'nav', isin: 'INF000D01B29', nav: '45.67' };
    for (const nav of ['45.67', null]) {
      const message = { type: 'fact', change: { ...change, nav } };
      assert.deepEqual(readPageMessage(message), message);
    }
    for (const wrong of [{ nav: '0' }, { nav: '1e9' }, { isin: '__proto__' }, { of: 'name' }])
      assert.equal(readPageMessage({ type: 'fact', change: { ...change, ...wrong } }), undefined);
  });

  it('asks for a Schedule 112A of a financial year, and of nothing else', () => {
    const spec = { format: 'schedule112a', year: '2024-25' };
    assert.deepEqual(readPageMessage({ type: 'export', spec }), { type: 'export', spec });
    const under = { ...spec, template: true };
    assert.deepEqual(readPageMessage({ type: 'export', spec: under }), {
      type: 'export',
      spec: under,
    });
    for (const wrong of [{ year: '../x' }, { template: '/etc/passwd' }])
      assert.equal(readPageMessage({ type: 'export', spec: { ...spec, ...wrong } }), undefined);
  });

  it('brings nothing with it that was not asked for', () => {
    const smuggled = { type: 'save', path: '/etc/passwd', text: 'x' };
    assert.deepEqual(readPageMessage(smuggled), { type: 'save' });
  });

  const others: [string, unknown][] = [
    ['what only the extension sends', { type: 'show', text: '{}' }],
    ['an unknown type', { type: 'delete' }],
    ['a type in other letters', { type: 'Save' }],
    ['a type with a space', { type: 'save ' }],
    ['a type that objects have by nature', { type: 'toString' }],
    ['a type that is no text', { type: 1 }],
    ['a type in a list', { type: ['save'] }],
    ['a type within a type', { type: { type: 'save' } }],
    ['no type', { save: true }],
    ['an empty object', {}],
    ['a list', [{ type: 'save' }]],
    ['its name alone', 'save'],
    ['a number', 1],
    ['true', true],
    ['null', null],
    ['nothing', undefined],
    ['JSON text', '{"type":"save"}'],
  ];
  for (const [what, message] of others) {
    it(`is not understood: ${what}`, () => assert.equal(readPageMessage(message), undefined));
  }
});
