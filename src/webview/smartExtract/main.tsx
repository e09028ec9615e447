import '../../../media/portfolio.css';
import '../../../media/smartExtract.css';
import { render } from 'preact';
import type {
  FromComponentPage,
  ToComponentPage,
} from '../../views/smartExtract/componentMessages.ts';
import { setWords } from '../words.ts';
import { ComponentFrame } from './ComponentFrame.tsx';

declare function acquireVsCodeApi(): { postMessage(message: FromComponentPage): void };

const vscode = acquireVsCodeApi();
const page = document.getElementById('smartExtract');
const send = (message: FromComponentPage) => vscode.postMessage(message);

/** What the host says comes to this window, too, and from here only: the frame has another origin. */
function fromHost({ origin, data }: MessageEvent<ToComponentPage | undefined>) {
  return origin === window.origin ? data : undefined;
}

let frameOrigin: string | undefined;
let silent: number | undefined;
let notice = false;
let hasData = false;
let opened: Extract<ToComponentPage, { type: 'open' }> | undefined;

function draw(): void {
  if (!page || !opened) return;
  render(
    <ComponentFrame
      url={opened.url}
      fileName={opened.fileName}
      hasData={hasData}
      silent={notice}
      onSave={() => send({ type: 'save' })}
      onOpenInBrowser={() => send({ type: 'openInBrowser' })}
    />,
    page,
  );
  page.removeAttribute('aria-busy');
}

function theFrame(): HTMLIFrameElement | null {
  return document.querySelector('iframe');
}

function show(isSilent: boolean): void {
  window.clearTimeout(silent);
  notice = isSilent;
  draw();
}

function obey(message: ToComponentPage): void {
  if (message.type === 'open') {
    opened = message;
    frameOrigin = message.origin;
    setWords(message.words);
    draw();
    silent = window.setTimeout(() => show(true), message.patience);
  } else if (message.type === 'hasData') {
    hasData = true;
    draw();
  } else {
    const { request } = message;
    if (frameOrigin !== undefined) theFrame()?.contentWindow?.postMessage(request, frameOrigin);
  }
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const { source, origin, data } = event;
  const isFrame = source !== null && source === theFrame()?.contentWindow;
  if (isFrame && origin === frameOrigin) {
    show(false);
    send({ type: 'frame', message: data });
    return;
  }
  const message = isFrame ? undefined : fromHost(event as MessageEvent<ToComponentPage>);
  if (message) obey(message);
});

// The frame was sent where it may not be.
document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
  if (effectiveDirective === 'frame-src') show(true);
});

send({ type: 'ready' });
