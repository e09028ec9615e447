/** What stands in for the component: it says that it is ready, takes a document, and gives its data when saved. */
export function componentPage(speaks: boolean): string {
  const script = `
    const say = (message) => window.parent.postMessage(message, '*');
    addEventListener('message', ({ data }) => {
      if (data?.type !== 'sendExtractDocumentRequest') return;
      document.querySelector('#name').textContent = data.detail.fileName;
      document.querySelector('button').disabled = false;
    });
    document.querySelector('button').addEventListener('click', () =>
      say({
        type: 'data',
        detail: {
          workbookData: { sheets: [] },
          documentData: { rows: [{ unit: '101', monthlyRent: 1250 }] },
        },
      }),
    );
    say({ type: 'ready' });`;
  return `<!doctype html><title>SmartExtract</title>
<h1>SmartExtract</h1><p>Document: <span id="name">none</span></p>
<button disabled>Save</button>
${speaks ? `<script>${script}</script>` : ''}`;
}
