import { manifests } from '../functions/adapters/manifests.ts';
import { buildApp } from './build-app.ts';

const app = await buildApp({ manifests });
app.synth();
