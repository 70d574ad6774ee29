import { adapters } from '../functions/adapters/registry.ts';
import { buildApp } from './build-app.ts';

const app = await buildApp({ manifests: adapters.map(({ manifest }) => manifest) });
app.synth();
