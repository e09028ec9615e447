/** What stands in for the component: it says that it is ready, takes a document, and gives its data when saved; or what was saved before, to edit it again. */
export function componentPage(speaks: boolean): string {
  const script = `
    const say = (message) => window.parent.postMessage(message, '*');
    const row = { unit: '101', monthlyRent: 1250 };
    let workbookData = { formulas: ['=SUM(B2:B9)'], saved: 0 };
    addEventListener('message', ({ data }) => {
      if (data?.type === 'sendEditDataRequest') ({ workbookData } = data.detail);
      else if (data?.type !== 'sendExtractDocumentRequest') return;
      document.querySelector('#name').textContent = data.detail.fileName;
      document.querySelector('#saved').textContent = workbookData.saved;
      document.querySelector('button').disabled = false;
    });
    document.querySelector('button').addEventListener('click', () => {
      workbookData.saved += 1;
      const rows = workbookData.saved > 1 ? [row, row] : [row];
      say({ type: 'data', detail: { workbookData, documentData: { rows } } });
    });
    say({ type: 'ready' });`;
  return `<!doctype html><title>SmartExtract</title>
<h1>SmartExtract</h1><p>Document: <span id="name">none</span></p>
<p>Saved before: <span id="saved">never</span></p>
<button disabled>Save</button>
${speaks ? `<script>${script}</script>` : ''}`;
}
