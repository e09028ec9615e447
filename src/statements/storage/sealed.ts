import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
/** Of before files said which key had sealed them; they are still opened. */
const UNMARKED = 1;
const MARKED = 2;
const MARK_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals bytes with AES-256-GCM (NIST SP 800-38D) under a fresh nonce: version, mark of the key, nonce, tag, ciphertext.
 * @param key of 32 bytes
 * @param context what the bytes are and whose; they open in no other context, so files cannot be swapped
 */
export function seal(plain: Uint8Array, key: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  const head = Buffer.concat([Buffer.of(MARKED), Buffer.from(markOf(key), 'hex')]);
  cipher.setAAD(authenticated(head, context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([head, nonce, cipher.getAuthTag(), body]);
}

/** @returns `undefined` for bytes that are cut off, tampered with, of another context or under another key */
export function open(sealed: Uint8Array, key: Uint8Array, context: string): Buffer | undefined {
  const head = headOf(sealed);
  if (!head) return undefined;
  const rest = sealed.subarray(head.length);
  const nonce = rest.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(rest.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  decipher.setAAD(authenticated(head, context));
  try {
    const body = rest.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    return undefined;
  }
}

/**
 * Tells what another key has sealed from what is damaged, among bytes that do not open. What says of no key which one it was
 * counts as sealed by another, since nothing of it can be known to be damaged.
 */
export function isOfAnotherKey(sealed: Uint8Array, key: Uint8Array | undefined): boolean {
  const head = headOf(sealed);
  if (!head) return false;
  if (head[0] === UNMARKED || key === undefined) return true;
  return !head.subarray(1).equals(Buffer.from(markOf(key), 'hex'));
}

/** Names a key, and tells nothing else of it: 16 hex digits. */
export function markOf(key: Uint8Array): string {
  const mark = createHash('sha256').update('casParser mark of a key ').update(key).digest();
  return mark.subarray(0, MARK_BYTES).toString('hex');
}

/** The version, and the mark where there is one; `undefined` for bytes that were never sealed or are cut off. */
function headOf(sealed: Uint8Array): Buffer | undefined {
  const [version] = sealed;
  if (version !== UNMARKED && version !== MARKED) return undefined;
  const length = version === MARKED ? 1 + MARK_BYTES : 1;
  if (sealed.length < length + NONCE_BYTES + TAG_BYTES) return undefined;
  return Buffer.from(sealed.subarray(0, length));
}

function authenticated(head: Buffer, context: string): Buffer {
  const [version = 0] = head;
  const mark = head.subarray(1).toString('hex');
  return Buffer.from(`casParser ${version} ${mark === '' ? '' : `${mark} `}${context}`);
}
