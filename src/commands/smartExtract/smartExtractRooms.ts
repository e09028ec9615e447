import type { SmartExtractRooms } from '../../connections/smartExtract/smartExtract.ts';
import type { Rooms } from '../../rooms.ts';

/** What SmartExtract is reached with. */
export function smartExtractRooms({ accounts, callAt }: Rooms): SmartExtractRooms {
  return { accounts, callAt: (base) => callAt('SmartExtract', base) };
}
