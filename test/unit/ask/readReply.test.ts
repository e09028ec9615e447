import assert from 'node:assert/strict';
import { readReply } from '../../../src/ask/readReply.ts';

describe('An answer of the ask service [S4-21]', () => {
  const shapes: Readonly<Record<string, object>> = {
    'the documentation’s': {
      content: [
        { type: 'text', text: 'Yes' },
        { type: 'tool_use', id: 'x' },
        { type: 'text', text: '.' },
      ],
      usage: { total_tokens: 321, cost: 0.0042 },
    },
    'the code’s': {
      id: '1',
      model: 'haiku',
      content: 'Yes.',
      usage: { input_tokens: 300, output_tokens: 21, total_tokens: 321 },
      cost: 0.0042,
      project_id: 'default',
    },
    'that of gateways in OpenAI’s manner': {
      choices: [{ message: { role: 'assistant', content: 'Yes.' } }],
      usage: { prompt_tokens: 300, completion_tokens: 21 },
      metadata: { cost_usd: 0.0042 },
    },
    'a task’s': {
      content: 'Yes.',
      usage: { input_tokens: 300, output_tokens: 21, total_cost: 0.0042 },
    },
  };
  for (const [name, body] of Object.entries(shapes))
    it(`is read in the shape ${name}: text, tokens and cost`, () => {
      const read = readReply(body);
      assert.equal(read?.text, 'Yes.');
      assert.equal(read.usage.tokens, 321);
      assert.equal(read.usage.cost?.toString(), '0.0042');
    });

  it('is read without tokens and cost, or with nonsense for them', () => {
    for (const body of [
      { content: 'Yes.' },
      { content: 'Yes.', usage: { total_tokens: 'many', cost: -1 }, cost: null },
      { content: 'Yes.', usage: [], metadata: 7 },
    ]) {
      const read = readReply(body);
      assert.equal(read?.text, 'Yes.');
      assert.deepEqual(read.usage, { tokens: undefined, cost: undefined });
    }
  });

  it('is none in any other shape', () => {
    for (const body of [
      undefined,
      null,
      'Yes.',
      {},
      { content: '' },
      { content: [] },
      { choices: [] },
    ])
      assert.equal(readReply(body), undefined, JSON.stringify(body));
  });
});
