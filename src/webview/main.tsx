import '../../media/portfolio.css';
import '../../media/ask.css';
import '../../media/allocation.css';
import '../../media/holdings.css';
import '../../media/transactions.css';
import '../../media/checks.css';
import '../../media/charts.css';
import '../../media/folds.css';
import '../../media/gains.css';
import '../../media/family.css';
import { render } from 'preact';
import type {
  FamilyMessage,
  GzippedJson,
  HostMessage,
  JsonText,
  ShowMessage,
} from '../views/messages.ts';
import { App } from './App.tsx';
import type { UnpackedShow } from './App.tsx';
import { setAsk } from './ask/askStore.ts';
import { keepFiles, send } from './host.ts';
import { unpackedJson } from './model/unpackedJson.ts';
import { setWords } from './words.ts';

const page = document.getElementById('portfolio');
let shown: UnpackedShow | FamilyMessage | undefined;
let masked = false;
let turn = 0;
const ASK_AGAIN_MS = 2_000;

/** Of a long portfolio that is on its way. */
let parts: Uint8Array[] = [];

window.addEventListener('message', ({ data }: MessageEvent<HostMessage | undefined>) => {
  if (data?.type === 'ask') setAsk(data.ask);
  else if (data?.type === 'part') parts = [...(data.first ? [] : parts), data.bytes];
  else if (data?.type === 'show' || data?.type === 'family') void show(data);
  else if (data?.type === 'facts') {
    if (shown?.type === 'show') shown = { ...shown, facts: data.facts };
    draw();
  } else if (data?.type === 'mask') {
    ({ masked } = data);
    draw();
  }
});

async function show(message: ShowMessage | FamilyMessage): Promise<void> {
  clearInterval(asking);
  ({ masked } = message);
  setWords(message.words);
  const mine = ++turn;
  if (message.type === 'family') {
    keepFiles(message.files);
    shown = message;
  } else {
    const packed = message.inParts ? joined(parts, message.inParts) : message.text;
    parts = [];
    const text = await unpackedJson(packed).catch(() => null);
    // Something else came meanwhile.
    if (mine !== turn) return;
    if (text === null) {
      // A part was lost on the way.
      setTimeout(() => send({ type: 'ready', again: true }), ASK_AGAIN_MS);
      return;
    }
    shown = { ...message, text };
  }
  draw();
}

function draw(): void {
  if (!page || !shown) return;
  render(<App shown={shown} masked={masked} />, page);
  page.removeAttribute('aria-busy');
}

function joined(pieces: readonly Uint8Array[], how: 'plain' | 'gzip'): JsonText | GzippedJson {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return how === 'gzip' ? { gzip: whole } : whole;
}

// VS Code hands over what the host sent meanwhile when a page has loaded, or after 200 ms: earlier, that is, than to a page which took longer.
send(performance.now() < 150 ? { type: 'ready' } : { type: 'ready', again: true });
const asking = setInterval(() => send({ type: 'ready', again: true }), ASK_AGAIN_MS);
