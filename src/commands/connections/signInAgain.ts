import type { Rooms } from '../../rooms.ts';
import type { Problem } from '../../service/problem.ts';
import { addAsk } from '../ask/addAsk.ts';
import { signInToGateway } from '../gateway/signInToGateway.ts';
import { addConnection } from './addConnection.ts';

/**
 * Signs in once more to the system that a problem is about.
 * @param wider asks for what was missing, too
 * @returns whether it was done
 * @throws Problem
 */
export async function signInAgain(
  rooms: Rooms,
  { facts }: Problem,
  wider: boolean,
): Promise<boolean> {
  const known = (await rooms.accounts.listAll()).find(
    ({ origin }) => new URL(origin).host === facts.host,
  );
  if (known?.gateway) return signInToGateway(rooms, known.gateway, { wider });
  if (known?.ask) return addAsk(rooms, known.ask);
  return addConnection(rooms);
}
