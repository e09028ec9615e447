import type { Account } from '../../../../src/connections/account.ts';
import type { AnswerWay } from '../../../../src/connections/ask/askEndpoint.ts';
import { never } from '../../http/extensionClient.ts';
import { AskStage } from './askStage.ts';
import { type SystemRow, row } from './systemRow.ts';

const common = (answers: AnswerWay, acting: string) =>
  ({
    open: () => AskStage.open(),
    signIn: (stage: AskStage, wrong?: 'wrong') =>
      stage.signIn(answers, wrong ? 'sk-proj-unknown' : stage.service.key),
    wrongAs: 'signInRefused',
    verify: ({ asks }: AskStage, account: Account) => asks.usage(account, never()),
    act: (stage: AskStage, account: Account) => stage.ask(account),
    acting,
    // A key that is revoked stops working at once.
    spoil: ({ service }: AskStage) => service.keys.clear(),
    spoiltAs: 'signInRefused',
  }) as const;

const whole = {
  ...common('whole', 'POST /v1/chat/completions'),
  limit: ({ service }: AskStage, seconds: number) =>
    service.replace({
      on: 'POST /v1/chat/completions',
      status: 429,
      times: 1,
      headers: { 'Retry-After': String(seconds) },
      body: { error: { type: 'rate_limit_error', message: 'Rate limit exceeded.' } },
    }),
};

const streaming = (answers: AnswerWay) => ({
  ...common(answers, 'GET /v1/stream'),
  // A stream has no header to say how long: it is the minute of the documentation, which is longer.
  limit: ({ service }: AskStage) => (service.rules.nextStream = 'rateLimited'),
});

/** R10 and R11: questions to a chat service, and how its answers come. */
export const askRows: readonly SystemRow[] = [
  row({
    ...whole,
    name: 'R10, ask service, whole answers, with a key that was pasted',
    ids: ['S4-1', 'S4-2', 'S4-9', 'S4-16', 'S4-18', 'S4-20'],
  }),
  row({
    ...whole,
    name: 'R10, ask service, whole answers, with the key of the environment',
    ids: ['S4-5'],
    signIn: (stage, wrong) =>
      stage.signIn('whole', wrong ? 'sk-proj-unknown' : stage.service.key, true),
  }),
  row({
    ...streaming('stream'),
    name: 'R11, ask service, answers that stream, the key in a header',
    ids: ['S4-4'],
  }),
  row({
    ...streaming('streamWithKeyInAddress'),
    name: 'R11, ask service, answers that stream, the key in the address',
    ids: ['S4-4'],
    keyInAddress: /\?api_key=.*/,
    open: async () => {
      const stage = await AskStage.open();
      stage.service.rules.streamKey = 'address';
      return stage;
    },
  }),
];
