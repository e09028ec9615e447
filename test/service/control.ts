import { json } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Call } from './call.ts';
import { readJson } from './jsonBody.ts';
import { misbehaviourSchema } from './misbehaviour.ts';
import type { Misbehaviours } from './misbehaviour.ts';
import { withoutSecrets } from './recorder.ts';
import type { RecordedRequest } from './recorder.ts';
import { answerOrRefusal, detail } from './refusals.ts';

/** The stand-in's own addresses, under /stand-in/, for processes that cannot call it directly. */
export function answerControl(
  method: string,
  call: Call,
  misbehaviours: Misbehaviours,
  requests: readonly RecordedRequest[],
): Promise<Answer> {
  return answerOrRefusal(() => {
    switch (`${method} ${call.url.pathname}`) {
      case 'POST /stand-in/misbehave':
        misbehaviours.add(readJson(call, misbehaviourSchema));
        return json(200, { status: 'success' });
      case 'DELETE /stand-in/misbehave':
        misbehaviours.forget();
        return json(200, { status: 'success' });
      case 'GET /stand-in/requests':
        return json(200, requests.map(withoutSecrets));
      default:
        throw detail(404, 'Known here: POST or DELETE /stand-in/misbehave, GET /stand-in/requests');
    }
  });
}
