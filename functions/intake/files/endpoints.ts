import { acceptHeld } from './accept-held.ts';
import { registerFile } from './register.ts';
import { showFile } from './show-file.ts';

/** What a system asks about its files: too large for a request, or full extracts. */
export const filesEndpoints = [registerFile, showFile, acceptHeld];
