import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Nothing } from '../../kernel/api/shapes.ts';
import { Entity } from './shapes.ts';

const longestState = 50_000;

const Name = z.string().trim().min(1).max(80);
/** What a list looks like: its columns, filter, order and groups, in the list's own words. */
const State = z
  .record(z.string(), z.unknown())
  .refine((state) => JSON.stringify(state).length <= longestState, { error: 'kernel.too_long' });

const View = z.object({
  id: Id,
  entity: z.string(),
  name: z.string(),
  isShared: z.boolean(),
  /** Whether the asker may change or delete it. */
  isOwn: z.boolean(),
  state: State,
});

const given = { name: Name, isShared: z.boolean().default(false), state: State };

export const viewsApi = defineApi({
  'GET /api/views': {
    summary: 'Kept ways of looking at a list: mine and those shared with everybody',
    permission: 'me',
    input: z.object({ entity: Entity }),
    output: z.object({ views: z.array(View) }),
  },
  'POST /api/views': {
    summary: 'Keep a way of looking at a list',
    permission: 'me',
    input: z.object({ entity: Entity, ...given }),
    output: View,
    errors: ['work.view_not_shareable', 'work.too_many_views'],
    status: 201,
  },
  'PUT /api/views/{id}': {
    summary: 'Change a kept view: its name, what it shows, and whether others see it',
    permission: 'me',
    input: z.object({ id: Id, ...given }),
    output: Nothing,
    errors: ['work.view_not_found', 'work.view_not_shareable'],
  },
  'DELETE /api/views/{id}': {
    summary: 'Delete a kept view',
    permission: 'me',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['work.view_not_found'],
  },
});
