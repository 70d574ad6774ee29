import * as z from 'zod';
import { systemSourcePrefix } from './envelope.ts';
import { teamSchema } from './teams.ts';

/** What officers say through the hub has this source system: no system that is connected may be called so. */
export const officersSystem = 'officers';
/** What officers say comes from here; the record that keeps it also publishes it. */
export const officersSource = `${systemSourcePrefix}${officersSystem}`;

/** An officer as their token names them: staff, never a resident. */
export const officerSchema = z
  .object({
    officer: z.string().trim().min(1).max(120).meta({ title: 'The subject of the officer’s token' }),
    role: z.string().trim().min(1).max(60).meta({ title: 'The role in that token' }),
    team: teamSchema.meta({ title: 'The team that the role acts for' }),
  })
  .meta({ title: 'Officer' });
export type Officer = z.infer<typeof officerSchema>;
