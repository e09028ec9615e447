import type { Container } from '../../container.ts';
import { addAsk } from '../ask/addAsk.ts';
import { signInToGateway } from '../gateway/signInToGateway.ts';
import { addConnection } from './addConnection.ts';

/**
 * Signs in once more to a system. Nothing is taken for granted of the arguments, since any extension may call.
 * @param host of the system; the user chooses where no connection is to it
 * @param wider asks for the permissions that were missing, too
 * @returns whether it was done
 * @throws AppError
 */
export async function signInAgain(
  container: Container,
  host: unknown,
  wider: unknown,
): Promise<boolean> {
  const known = (await container.accounts.listAll()).find(
    ({ origin }) => new URL(origin).host === host,
  );
  if (known?.gateway) return signInToGateway(container, known.gateway, { wider: wider === true });
  if (known?.ask) return addAsk(container, known.ask);
  return addConnection(container);
}
