import { caller, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

export const call = caller<typeof api>();
export const { useRead, useWrite } = hooks(call);

export type SetAside = OutputOf<typeof api, 'GET /api/channels/messages'>;
export type Mailbox = OutputOf<typeof api, 'GET /api/channels'>['rows'][number];

/** What a write makes out of date. */
export const channelPaths = ['/api/channels'];
