import fc from 'fast-check';
import { askedSeed } from './effort.ts';

if (askedSeed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: askedSeed });
