import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Nothing } from '../../kernel/api/shapes.ts';
import { signKinds } from '../signs/signs.ts';
import { Version } from './shapes.ts';

const Days = z.coerce.number().int().min(1).max(365);
const Kind = z.enum(signKinds);

export const signsApi = defineApi({
  'GET /api/leaving-signs': {
    summary: 'What by itself tells that somebody is leaving, and how many it touches',
    permission: 'retention.manage',
    input: z.object({}),
    output: z.object({
      signs: z.array(
        z.object({
          kind: Kind,
          isOn: z.boolean(),
          days: z.int(),
          version: Version,
          /** Nothing: it could not be counted in time. */
          touched: z.int().nullable(),
        }),
      ),
    }),
  },
  'GET /api/leaving-signs/{kind}/preview': {
    summary: 'How many would become cases with so many days',
    permission: 'retention.manage',
    input: z.object({ kind: Kind, days: Days }),
    output: z.object({ touched: z.int().nullable() }),
  },
  'PUT /api/leaving-signs/{kind}': {
    summary: 'Switch a sign on or off, or say after how many days it shows',
    permission: 'retention.manage',
    input: z.object({ kind: Kind, version: Version, isOn: z.boolean(), days: Days }),
    output: Nothing,
    errors: ['retention.changed_meanwhile'],
  },
});
