import type { Decrypt, Encrypt } from '../../functions/shell/encryption.ts';

const encrypt: Encrypt = events => Promise.resolve([...events]);
const decrypt: Decrypt = value => Promise.resolve(value);

/** For tests of something else: texts stay in clear. */
export const unencrypted = { encrypt, decrypt };
