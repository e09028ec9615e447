import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

const NO_IV = Buffer.alloc(16);

/**
 * Locks a PDF of revision 5 by revision 6: the same AES-256 and the same file key, which other hashes of the passwords guard
 * (ISO 32000-2, 7.6.4). pdfkit writes revision 5 only.
 * @param password the user's, which opens it now
 */
export function withRevision6(pdf: Uint8Array, password: string, owner: string): Uint8Array {
  let text = Buffer.from(pdf).toString('latin1');
  const field = (name: string): Buffer => {
    const hex = new RegExp(`/${name} <([0-9a-f]+)>`).exec(text)?.[1];
    if (hex === undefined) throw new Error('The PDF is not locked by revision 5.');
    return Buffer.from(hex, 'hex');
  };
  const replace = (name: string, value: Buffer): void => {
    text = text.replace(new RegExp(`/${name} <[0-9a-f]+>`), `/${name} <${value.toString('hex')}>`);
  };
  const user = Buffer.from(password);
  const decipher = createDecipheriv('aes-256-cbc', sha256(user, salts(field('U')).key), NO_IV);
  const fileKey = decipher.setAutoPadding(false).update(field('UE'));

  const ofUser = salts(field('U'));
  const newU = Buffer.concat([hash2b(user, ofUser.validation), ofUser.validation, ofUser.key]);
  replace('U', newU);
  replace('UE', sealed(fileKey, hash2b(user, ofUser.key)));
  const ofOwner = salts(field('O'));
  const theirs = Buffer.from(owner);
  const check = hash2b(theirs, ofOwner.validation, newU);
  replace('O', Buffer.concat([check, ofOwner.validation, ofOwner.key]));
  replace('OE', sealed(fileKey, hash2b(theirs, ofOwner.key, newU)));
  return Uint8Array.from(Buffer.from(text.replace('/R 5\n', '/R 6\n'), 'latin1'));
}

function salts(entry: Buffer): { validation: Buffer; key: Buffer } {
  return { validation: entry.subarray(32, 40), key: entry.subarray(40, 48) };
}

function sealed(fileKey: Buffer, key: Buffer): Buffer {
  return createCipheriv('aes-256-cbc', key, NO_IV).setAutoPadding(false).update(fileKey);
}

function sha256(...parts: readonly Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

/** Algorithm 2.B of ISO 32000-2. */
function hash2b(password: Buffer, salt: Buffer, user: Buffer = Buffer.alloc(0)): Buffer {
  let key = sha256(password, salt, user);
  for (let round = 1, last = 255; round <= 64 || last > round - 33; round += 1) {
    const block = Buffer.concat([password, key, user]);
    const many = Buffer.concat(Array.from({ length: 64 }, () => block));
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32));
    const mixed = cipher.setAutoPadding(false).update(many);
    // The first 16 bytes as one number modulo 3; 256 is 1 modulo 3.
    const sum = mixed.subarray(0, 16).reduce((total, byte) => total + byte, 0);
    const hash = ['sha256', 'sha384', 'sha512'][sum % 3] ?? 'sha256';
    key = createHash(hash).update(mixed).digest();
    last = mixed.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}
