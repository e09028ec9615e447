import assert from 'node:assert/strict';
import { counted, sentence, setWords, t } from '../../../src/webview/words.ts';

describe('the words of the page', () => {
  afterEach(() => setWords({}));

  it('are English where there is no translation', () => {
    assert.equal(t('Save'), 'Save');
    assert.equal(t('cost known for {0} of {1} holdings', 2, 9), 'cost known for 2 of 9 holdings');
  });

  it('are translated by their English, with the values where the translation wants them', () => {
    setWords({ 'cost known for {0} of {1} holdings': '{1} में से {0} की लागत ज्ञात' });
    assert.equal(t('cost known for {0} of {1} holdings', 2, 9), '9 में से 2 की लागत ज्ञात');
  });

  it('take values as they are, braces included', () => {
    assert.equal(t('type printed as {0}', '{1} $& {0}'), 'type printed as {1} $& {0}');
  });

  it('are not found among what objects have by nature', () => {
    assert.equal(t('constructor'), 'constructor');
  });

  it('count in the singular and in the plural', () => {
    assert.equal(counted(1, '1 folio', '{0} folios'), '1 folio');
    assert.equal(counted(0, '1 folio', '{0} folios'), '0 folios');
    assert.equal(counted(123456, '1 folio', '{0} folios'), '1,23,456 folios');
  });

  it('make sentences around elements', () => {
    assert.deepEqual(sentence('{0} in folio {1}', 'A', 'B'), ['', 'A', ' in folio ', 'B', '']);
  });
});
