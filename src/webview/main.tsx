import { render } from 'preact';
import type { FamilyMessage, HostMessage, ShowMessage } from '../views/messages.ts';
import { App } from './App.tsx';
import { setAsk } from './ask/askStore.ts';
import { send } from './host.ts';
import { setWords } from './words.ts';

const page = document.getElementById('portfolio');
let shown: ShowMessage | FamilyMessage | undefined;
let masked = false;

window.addEventListener('message', ({ data }: MessageEvent<HostMessage | undefined>) => {
  if (data?.type === 'ask') {
    setAsk(data.ask);
    return;
  }
  if (data?.type === 'show' || data?.type === 'family') {
    shown = data;
    masked = data.masked;
    setWords(data.words);
  } else if (data?.type === 'mask') {
    ({ masked } = data);
  }
  if (!page || !shown) return;
  render(<App shown={shown} masked={masked} />, page);
  page.removeAttribute('aria-busy');
});

send({ type: 'ready' });
