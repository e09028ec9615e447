/** What goes back to a client. `credits` is what the request was billed. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
  credits: number;
}

export function jsonText(status: number, text: string): Answer {
  return { status, headers: { 'Content-Type': 'application/json' }, body: text, credits: 0 };
}

export function json(status: number, body: unknown): Answer {
  return jsonText(status, JSON.stringify(body));
}

export function html(status: number, body: string): Answer {
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body,
    credits: 0,
  };
}
