import { html } from './answer.ts';
import type { Answer } from './answer.ts';

/**
 * The page a sign-in opens in the browser. Its addresses are relative because it may be reached
 * through a reverse proxy, under a path such as /proxy/8787/agent-auth.
 */
export function approvalPage(clientName: string | null): Answer {
  return html(
    200,
    page(`
      <h1>Approve access</h1>
      <p><strong>${escapeHtml(clientName ?? 'An unnamed program')}</strong> asks to use your CAS Parser account.</p>
      <p>Approve only if you started this sign-in yourself.</p>
      <div id="choice">
        <button type="button" id="approve">Approve</button>
        <button type="button" id="decline">Decline</button>
      </div>
      <p id="outcome" role="status" tabindex="-1"></p>
      <script>${script}</script>`),
  );
}

/** Shown instead when the address lacks a usable token. */
export function badTokenPage(): Answer {
  return html(
    400,
    page(`
      <h1>This sign-in link is not valid</h1>
      <p role="alert">Token must be 16-128 characters. Go back to VS Code and start again.</p>`),
  );
}

function page(content: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Approve access - CAS Parser</title>
    <link rel="icon" href="data:,">
    <style>${style}</style>
  </head>
  <body>
    <main>${content}
    </main>
    <footer>Local stand-in for the CAS Parser service. No real account is involved.</footer>
  </body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const style = `
      :root { color-scheme: light dark; }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem; }
      h1 { font-size: 1.5rem; line-height: 1.25; }
      button { font: inherit; padding: 0.5rem 1.25rem; margin-right: 0.5rem; }
      footer { margin-top: 3rem; font-size: 0.875rem; opacity: 0.8; }
    `;

// The service takes any non-empty identity token; a real page would send its sign-in provider's.
const script = `
        const query = new URLSearchParams(location.search);
        const outcome = document.getElementById('outcome');
        function finish(text) {
          document.getElementById('choice').hidden = true;
          outcome.textContent = text;
          outcome.focus();
        }
        async function approve() {
          const token = encodeURIComponent(query.get('token'));
          const answer = await fetch('v1/agent-auth/token/' + token + '/approve', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({
              id_token: 'stand-in-identity',
              client_name: query.get('client_name') ?? undefined,
            }),
          });
          if (answer.ok) return finish('Approved. You can close this page and go back to VS Code.');
          const { detail } = await answer.json();
          finish('Not approved: ' + detail + '. Go back to VS Code and start again.');
        }
        document.getElementById('approve').addEventListener('click', () =>
          approve().catch(() => finish('Not approved: the service could not be reached.')),
        );
        document.getElementById('decline').addEventListener('click', () =>
          finish('Declined. Nothing was approved. You can close this page.'),
        );
      `;
