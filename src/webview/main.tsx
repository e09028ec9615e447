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
import type { FamilyMessage, HostMessage, ShowMessage } from '../views/messages.ts';
import { App } from './App.tsx';
import { setAsk } from './ask/askStore.ts';
import { send } from './host.ts';
import { setWords } from './words.ts';

const page = document.getElementById('portfolio');
let shown: ShowMessage | FamilyMessage | undefined;
let masked = false;

/** Of a long portfolio that is on its way. */
let parts: Uint8Array[] = [];

window.addEventListener('message', ({ data }: MessageEvent<HostMessage | undefined>) => {
  if (data?.type === 'ask') {
    setAsk(data.ask);
    return;
  }
  if (data?.type === 'show' || data?.type === 'family') {
    shown = data.type === 'show' && data.inParts ? { ...data, text: joined(parts) } : data;
    parts = [];
    masked = data.masked;
    setWords(data.words);
  } else if (data?.type === 'mask') {
    ({ masked } = data);
  } else if (data?.type === 'part') {
    parts = [...(data.first ? [] : parts), data.bytes];
    return;
  }
  if (!page || !shown) return;
  render(<App shown={shown} masked={masked} />, page);
  page.removeAttribute('aria-busy');
});

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

send({ type: 'ready' });
