import { z } from 'zod';
import { defineApi, defineErrors } from '../kernel/api/define.ts';
import type { Actor, Reach } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { recognisers } from '../kernel/http/entrance.ts';
import { defineJob, enqueue } from '../kernel/jobs/jobs.ts';
import { fail, ok } from '../kernel/result.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';

/** A domain that exists only in the kernel's own tests: it does one of everything. */
export const probeApi = defineApi({
  'POST /api/probe/notes': {
    summary: 'Write a note',
    permission: 'probe.write',
    input: z.object({
      text: z.string().trim().min(1).max(50),
      isRefused: z.boolean().default(false),
    }),
    output: z.object({ eventId: z.number() }),
    errors: ['probe.refused'],
  },
  'POST /api/probe/secrets': {
    summary: 'Make a secret',
    permission: 'probe.write',
    input: z.object({}),
    output: z.object({ secret: z.string() }),
    isSecret: true,
  },
  'GET /api/probe/notes/{id}': {
    summary: 'Read a note',
    permission: 'signed-in',
    input: z.object({ id: z.coerce.number().int() }),
    output: z.object({ id: z.number() }),
  },
});

export const heard: number[] = [];
export const worked: string[] = [];

const remember = defineJob({
  name: 'probe.remember',
  payload: z.object({ text: z.string() }),
  run: (_ctx, { text }) => {
    worked.push(text);
    return Promise.resolve();
  },
});

export const probe = defineWiring({
  domain: 'probe',
  api: probeApi,
  errors: defineErrors({ 'probe.refused': 409 }),
  permissions: ['probe.write'],
  liveEvents: { 'probe.noted': 'probe.write' },
  jobs: [remember],
  hears: {
    'probe.noted': (_ctx, event) => {
      heard.push(event.subjectId);
      return Promise.resolve();
    },
  },
  handlers: {
    'POST /api/probe/notes': async (ctx, { text, isRefused }) => {
      await enqueue(ctx, remember, { text });
      const eventId = await emit(ctx, {
        type: 'probe.noted',
        subject: { kind: 'note', id: text.length },
      });
      return isRefused ? fail('probe.refused') : ok({ eventId });
    },
    'POST /api/probe/secrets': () => Promise.resolve(ok({ secret: 'once' })),
    'GET /api/probe/notes/{id}': (_ctx, { id }) =>
      Promise.resolve(ok({ id, passport: 'must not leave' } as { id: number })),
  },
  fills: [
    fill(recognisers, (_ctx, request): Promise<Actor | null> => {
      const who = request.headers['x-probe'];
      if (who !== 'writer' && who !== 'reader') return Promise.resolve(null);
      const permissions: Record<string, Reach> = who === 'writer' ? { 'probe.write': 'all' } : {};
      return Promise.resolve({ kind: 'staff', staffId: 1, teamId: null, name: who, permissions });
    }),
  ],
});

export const asWriter = { 'x-probe': 'writer' };
export const asReader = { 'x-probe': 'reader' };
