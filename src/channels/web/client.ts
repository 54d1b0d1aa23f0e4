import { caller, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

export const call = caller<typeof api>();
export const { useRead, useWrite } = hooks(call);

export type SetAside = OutputOf<typeof api, 'GET /api/channels/messages'>;
export type Keeping = OutputOf<typeof api, 'GET /api/channels/keeping'>;
export type Channel = OutputOf<typeof api, 'GET /api/channels'>['rows'][number];
export type FormHealth = OutputOf<typeof api, 'GET /api/channels'>['form'];
export type TriedServers = OutputOf<typeof api, 'POST /api/channels/{id}/test'>['tried'];
export type Kind = Channel['kind'];
export type OfKind<K extends Kind> = Extract<Channel, { kind: K }>;

/** What a write makes out of date. */
export const channelPaths = ['/api/channels'];
