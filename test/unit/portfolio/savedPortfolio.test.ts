import assert from 'node:assert/strict';

import { indentJson } from '../../../src/views/indentJson.ts';
import { isSample, savedName, textToSave } from '../../../src/portfolio/savedPortfolio.ts';
import { SAMPLES, sampleText } from './samples.ts';

describe('a portfolio to save', () => {
  it('is the service’s answer, byte for byte', () => {
    const odd = '\n {"meta" : {"n":12345678901234567890.10}, "w":"\\u20b9 ₹" , "x":1E+2}\r\n';
    for (const text of [odd, '{}', ...SAMPLES.map(sampleText)]) {
      assert.equal(textToSave(text, false), text);
      assert.equal(isSample(text), false);
    }
  });

  it('is marked as sample data when it comes from the sandbox, and is otherwise the same', () => {
    for (const name of SAMPLES) {
      const text = sampleText(name);
      const saved = textToSave(text, true);
      assert.ok(isSample(saved));
      assert.deepEqual(JSON.parse(saved), {
        x_casparser: { sample: true },
        ...(JSON.parse(text) as object),
      });
      assert.ok(saved.endsWith(text.slice(text.indexOf('"'))), 'what follows is untouched');
    }
  });

  it('is marked however the answer begins', () => {
    for (const text of ['{}', '{ }', '\n{\n}\n', '{"meta":{}}', '\t{\r\n  "meta": {} }']) {
      const saved = textToSave(text, true);
      assert.ok(isSample(saved), text);
      assert.deepEqual(JSON.parse(saved), {
        x_casparser: { sample: true },
        ...(JSON.parse(text) as object),
      });
    }
  });

  it('is not marked twice', () => {
    const once = textToSave('{"meta":{}}', true);
    assert.equal(textToSave(once, true), once);
  });

  it('keeps its mark when it is saved again, opened from a file', () => {
    const saved = textToSave('{"meta":{}}', true);
    assert.equal(textToSave(saved, false), saved);
  });

  it('keeps its mark when somebody lays the JSON out anew', () => {
    const saved = textToSave(sampleText('cdsl'), true);
    assert.ok(isSample(indentJson(saved)));
    assert.ok(isSample(JSON.stringify(JSON.parse(saved))));
    assert.ok(isSample(JSON.stringify(JSON.parse(saved), null, '\t')));
  });

  it('is not sample data for saying so elsewhere', () => {
    for (const text of [
      '{"meta":{"x_casparser":{"sample":true}}}',
      '{"investor":{"name":"{\\"x_casparser\\": {\\"sample\\": true"}}',
      '{"x_casparser":{"sample":false}}',
      '{"x_casparser":{"sample":"true"}}',
      '{"x_casparser":{"sample":truest}}',
      '{"x_casparser":true}',
      '[{"x_casparser":{"sample":true}}]',
      '',
    ])
      assert.equal(isSample(text), false, text);
  });
});

describe('the name of a saved portfolio', () => {
  const names = [
    ['august.pdf', 'august.cas.json'],
    ['AUGUST.PDF', 'AUGUST.cas.json'],
    ['a.pdf.pdf', 'a.pdf.cas.json'],
    ['pdf', 'pdf.cas.json'],
    ['statement', 'statement.cas.json'],
    ['my.pdf.txt', 'my.pdf.txt.cas.json'],
  ] as const;
  for (const [pdf, saved] of names) {
    it(`of ${pdf} is ${saved}`, () => assert.equal(savedName(pdf), saved));
  }
});
