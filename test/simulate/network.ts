import type { HttpAnswer, HttpRequest } from '../../src/service/http.ts';
import { AppError, type AppErrorDetails, type AppErrorKind } from '../../src/service/appError.ts';
import { type Upload, theAttempt } from './attempts.ts';
import type { SimulatedClock } from './clock.ts';
import type { EditorWindow } from './editorWindow.ts';
import type { Fate, FreeFate } from './fates.ts';
import type { Ending, SimulatedService } from './service.ts';

/** A request as it left. */
export interface Departure {
  readonly window: EditorWindow;
  readonly key: string;
  /** Milliseconds since the begin. */
  readonly at: number;
}

/** A key that a window was handed at the end of a sign-in. */
export interface Delivery {
  readonly window: EditorWindow;
  readonly key: string;
  readonly at: number;
  /** Whether it is kept, or the person was told that it is not, once the sign-in has ended. */
  keptOrTold?: boolean;
}

const page = '<html><body><h1>Bad Gateway</h1></body></html>';
/** What a request needs for one way. */
const WAY_MS = 20;
/** How long the service works when all goes well. */
const WORK_MS = 6_000;

/** The way to the service, with what goes wrong on it: each fate meets the next request of its kind. */
export class SimulatedNetwork {
  readonly fates: Fate[] = [];
  readonly freeFates: FreeFate[] = [];
  readonly departures: Departure[] = [];
  readonly deliveries: Delivery[] = [];
  /** Until when there is no way to anywhere, in milliseconds since the begin. */
  offlineUntil = 0;
  readonly #clock: SimulatedClock;
  readonly #service: SimulatedService;

  constructor(clock: SimulatedClock, service: SimulatedService) {
    this.#clock = clock;
    this.#service = service;
  }

  /** As every transport of the product: its failures are Problems. */
  send(window: EditorWindow, request: HttpRequest): Promise<HttpAnswer> {
    const key = request.headers['x-api-key'];
    if (key !== undefined) this.departures.push({ window, key, at: this.#clock.elapsed });
    const upload = request.url.pathname === '/v4/smart/parse' ? this.#left() : undefined;
    return new Promise((resolve, reject) => {
      let over = false;
      const end = (act: () => void) => {
        if (over) return;
        over = true;
        request.signal.removeEventListener('abort', cancel);
        deadline.cancel();
        if (!window.alive) return;
        if (upload) upload.heardAt = this.#clock.elapsed;
        act();
      };
      const fail = (kind: AppErrorKind, details: AppErrorDetails) =>
        end(() => reject(new AppError(kind, details)));
      const cancel = () => fail('cancelled', { mayBeBilled: true });
      const deadline = this.#clock.after(request.timeoutMs, () =>
        fail('timeout', { mayBeBilled: true }),
      );
      request.signal.addEventListener('abort', cancel);
      const wire: Wire = {
        fail: (afterMs, kind, mayBeBilled) =>
          this.#clock.after(afterMs, () => fail(kind, { mayBeBilled })),
        answer: (afterMs, answer, arrived) =>
          this.#clock.after(afterMs, () =>
            end(() => {
              arrived?.();
              resolve(answer);
            }),
          ),
      };
      if (request.signal.aborted) cancel();
      else if (this.#clock.elapsed < this.offlineUntil) wire.fail(5, 'nameNotFound', false);
      else if (upload) this.#parse(request, upload, wire);
      else this.#free(window, request, wire);
    });
  }

  #left(): Upload {
    const attempt = theAttempt();
    if (!attempt) throw new Error('a statement is sent by an attempt only');
    const upload: Upload = { statement: attempt.statement, sentAt: this.#clock.elapsed };
    attempt.uploads.push(upload);
    return upload;
  }

  #parse(request: HttpRequest, upload: Upload, wire: Wire): void {
    const fate = this.fates.shift() ?? { how: 'well', work: WORK_MS };
    switch (fate.how) {
      case 'refused':
        wire.fail(5, 'connectionRefused', false);
        return;
      case 'portal':
        wire.answer(WAY_MS, this.#page(200));
        return;
      case 'refusedPage':
        wire.answer(WAY_MS, this.#page(401));
        return;
      case 'lost':
        wire.fail(fate.after, 'connectionLost', true);
        if (fate.reaches) this.#work(request, upload, fate.work, 'parsed', unheard);
        return;
      case 'page': {
        const retry = fate.retryAfter;
        const headers = retry === undefined ? {} : { 'retry-after': String(retry) };
        wire.answer(fate.after, this.#page(fate.status, headers));
        if (fate.reaches) this.#work(request, upload, fate.work, 'parsed', unheard);
        return;
      }
      case 'cut':
        this.#work(request, upload, fate.work, 'parsed', () =>
          wire.fail(WAY_MS, 'answerCutOff', true),
        );
        return;
      case 'busy':
      case 'limited':
        this.#turnedAway(request, wire, fate.how, fate.retryAfter);
        return;
      case 'twice':
        this.#work(request, upload, fate.first, 'failed', () =>
          this.#work(request, upload, fate.work, 'parsed', this.#heard(upload, wire)),
        );
        if (fate.after !== undefined) wire.fail(fate.after, 'connectionLost', true);
        return;
      case 'failed':
      case 'garbled':
      case 'strange':
        this.#work(request, upload, fate.work, fate.how, this.#heard(upload, wire));
        return;
      case 'well':
        this.#work(request, upload, fate.work, 'parsed', this.#heard(upload, wire));
    }
  }

  #heard(upload: Upload, wire: Wire): (answer: HttpAnswer) => void {
    return (answer) =>
      wire.answer(WAY_MS, answer, () => {
        if (answer.text === upload.answer) upload.arrivedAt = this.#clock.elapsed;
      });
  }

  /** An upload reaches the service, which works on it to its end, whoever waits for that. */
  #work(
    request: HttpRequest,
    upload: Upload,
    workMs: number,
    ending: Ending,
    done: (answer: HttpAnswer) => void,
  ): void {
    this.#clock.after(WAY_MS, () => {
      const id = this.#service.idOf(request);
      const refused = this.#service.refusedUpload(request, upload, id);
      if (refused) done(refused);
      else this.#clock.after(workMs, () => done(this.#service.ended(request, upload, id, ending)));
    });
  }

  /** The service says that it does not look at the request. */
  #turnedAway(request: HttpRequest, wire: Wire, how: 'busy' | 'limited', retryAfter: number): void {
    this.#clock.after(WAY_MS, () => {
      const service = this.#service;
      const id = service.idOf(request);
      const customer = service.customerOf(request);
      if (customer) service.log(customer, request, id, how === 'busy' ? 503 : 429, 0);
      const busy = { status: 'failed', msg: 'Service is busy' };
      wire.answer(
        WAY_MS,
        how === 'busy'
          ? service.json(id, 503, busy, { 'retry-after': String(retryAfter) })
          : service.limited(id, retryAfter),
      );
    });
  }

  #free(window: EditorWindow, request: HttpRequest, wire: Wire): void {
    const at = this.freeFates.findIndex(({ on }) => request.url.pathname.includes(on));
    const [fate] = at === -1 ? [] : this.freeFates.splice(at, 1);
    if (fate?.how === 'refused') {
      wire.fail(5, 'connectionRefused', false);
      return;
    }
    if (fate?.how === 'page') {
      wire.answer(WAY_MS, this.#page(fate.status ?? 502));
      return;
    }
    this.#clock.after(WAY_MS, () => {
      const id = this.#service.idOf(request);
      const answer = this.#service.free(request, id);
      if (fate?.how === 'lost') wire.fail(WAY_MS, 'connectionLost', true);
      else if (fate?.how === 'strange') wire.answer(WAY_MS, { ...answer, text: '{"odd":true}' });
      else
        wire.answer(fate?.how === 'slow' ? 8_000 : WAY_MS, answer, () =>
          this.#delivered(window, answer),
        );
    });
  }

  #delivered(window: EditorWindow, { text }: HttpAnswer): void {
    const key = /"api_key":"([^"]+)"/.exec(text)?.[1];
    if (key !== undefined) this.deliveries.push({ window, key, at: this.#clock.elapsed });
  }

  #page(status: number, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
    return { status, text: page, headers: { 'content-type': 'text/html', ...headers } };
  }
}

/** Ways for a request to end; the first one counts. Times in milliseconds from now. */
interface Wire {
  readonly fail: (afterMs: number, kind: AppErrorKind, mayBeBilled: boolean) => void;
  readonly answer: (afterMs: number, answer: HttpAnswer, arrived?: () => void) => void;
}

/** Nobody is there any more for what the service answers. */
const unheard = () => undefined;
