/** One HTTP exchange. The only shape in which the rest of the extension sees the network. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | MultipartForm;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface MultipartForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: { readonly part: string; readonly name: string; readonly bytes: Uint8Array };
}

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * Sends a request and reads the whole answer.
 * @throws AppError of the "no answer" kinds or `answerCutOff`; `mayBeBilled` is false only when nothing was sent.
 */
export type SendHttp = (request: HttpRequest) => Promise<HttpAnswer>;
