import type { SendHttp } from '../../../src/service/http.ts';
import { thisWindow } from '../editorWindow.ts';

/** In place of undici: a window's way to the simulated network. */
export function undiciTransport(): SendHttp {
  const window = thisWindow();
  return (request) => window.world.network.send(window, request);
}
