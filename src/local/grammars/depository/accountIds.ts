/** How a demat account is named: 16 digits for CDSL, `IN` + 6 digits and 8 digits for NSDL. Digits can be masked with `X` or `*`. */
export interface AccountIds {
  readonly dpId: string;
  readonly clientId: string;
}

const DP_ID = /DP\s*ID\s*:?\s*(IN\s?[\dX*]{6}|[\dX*]{8})(?![\dX*])/i;
const CLIENT_ID = /Client\s*ID\s*:?\s*([\dX*]{8})(?![\dX*])/i;
const BO_ID =
  /(?:BO\s*ID|DP\s*ID|Demat\s+A\/?c\s*(?:No)?\.?)\s*:?\s*([\dX*]{8}|IN[\dX*]{6})\s?([\dX*]{8})(?![\dX*])/i;

/** Finds `DP ID:IN300001 Client ID:10000001` or `BO ID : 1201000000000002` in a text. */
export function findAccountIds(text: string): AccountIds | null {
  const bo = BO_ID.exec(text);
  if (bo?.[1] !== undefined && bo[2] !== undefined)
    return { dpId: bo[1].toUpperCase(), clientId: bo[2] };
  const dpId = DP_ID.exec(text)?.[1]?.replace(/\s/g, '').toUpperCase();
  const clientId = CLIENT_ID.exec(text)?.[1];
  return dpId !== undefined && clientId !== undefined ? { dpId, clientId } : null;
}

export function depositoryOf({ dpId }: AccountIds): 'NSDL' | 'CDSL' {
  return dpId.startsWith('IN') ? 'NSDL' : 'CDSL';
}
