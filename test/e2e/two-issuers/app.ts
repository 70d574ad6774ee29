import { manifests } from '../../../functions/adapters/manifests.ts';
import { buildApp } from '../../../infra/build-app.ts';
import { stageFiles } from '../../../infra/stages/all-stages.ts';

// The app of a landlord whose systems have tokens of another issuer than its officers.
const systemTokens = { issuer: 'https://machines.example.org', audiences: ['repairs-client'] };
const app = await buildApp({ manifests, stage: 'dev', file: { ...stageFiles.dev, systemTokens } });
app.synth();
