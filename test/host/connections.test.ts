import { allRows } from '../unit/connections/rows/allRows.ts';
import { eightChecks } from '../unit/connections/rows/eightChecks.ts';

/** The same table as on Node alone, with the editor's own Node and its patched network. */
describe('In the extension host', () => {
  const ofEditor = Object.getOwnPropertyDescriptor(globalThis, 'navigator');

  before(() => {
    // The stand-in opens PDFs with pdf.js, which wants to make a navigator of its own; the editor's is read-only.
    Object.defineProperty(globalThis, 'navigator', {
      configurable: true,
      writable: true,
      value: { language: 'en-US', platform: '', userAgent: '' },
    });
  });
  after(() => {
    if (ofEditor) Object.defineProperty(globalThis, 'navigator', ofEditor);
  });

  eightChecks(allRows);
});
