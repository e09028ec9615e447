/**
 * Takes from this thread what reaches the network, before anything else is loaded: nothing of a statement can leave by it. pdf.js
 * looks at `Response` alone, which would load all of Node's HTTP client, a tenth of a worker's start.
 */
const NETWORK = ['fetch', 'Request', 'Response', 'Headers', 'FormData', 'WebSocket', 'EventSource'];

class NoResponse {
  bytes(): never {
    throw new Error('There is no network here.');
  }
}

for (const name of NETWORK) Reflect.deleteProperty(globalThis, name);
Object.assign(globalThis, { Response: NoResponse });
