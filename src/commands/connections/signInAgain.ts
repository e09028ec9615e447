import type { Rooms } from '../../rooms.ts';
import { addAsk } from '../ask/addAsk.ts';
import { signInToGateway } from '../gateway/signInToGateway.ts';
import { addConnection } from './addConnection.ts';

/**
 * Signs in once more to a system. Nothing is taken for granted of the arguments, since any extension may call.
 * @param host of the system; the user chooses where no connection is to it
 * @param wider asks for the permissions that were missing, too
 * @returns whether it was done
 * @throws Problem
 */
export async function signInAgain(rooms: Rooms, host: unknown, wider: unknown): Promise<boolean> {
  const known = (await rooms.accounts.listAll()).find(
    ({ origin }) => new URL(origin).host === host,
  );
  if (known?.gateway) return signInToGateway(rooms, known.gateway, { wider: wider === true });
  if (known?.ask) return addAsk(rooms, known.ask);
  return addConnection(rooms);
}
