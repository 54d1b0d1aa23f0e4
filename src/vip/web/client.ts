import { caller, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

type Api = typeof api;

const call = caller<Api>();
export const { useRead, useWrite } = hooks(call);

export type Client = OutputOf<Api, 'GET /api/vip/{id}'>;
export type Sheet = OutputOf<Api, 'GET /api/vip-sheet'>;
export type Line = Sheet['lines'][number];
export type Escalation = OutputOf<Api, 'GET /api/vip-escalations'>['escalations'][number];
export type Occasion = OutputOf<Api, 'GET /api/vip-occasions'>['occasions'][number];
export type Figures = OutputOf<Api, 'GET /api/vip-occasion-figures'>;
export type OfClient = OutputOf<Api, 'GET /api/vip/{id}/occasions'>;
export type Plan = OutputOf<Api, 'GET /api/vip-gifts/plan'>;
export type Gift = Plan['gifts'][number];
export type Items = OutputOf<Api, 'GET /api/vip-gift-items'>;
export type ListedEvent = OutputOf<Api, 'GET /api/vip-events'>['events'][number];
export type Gathering = OutputOf<Api, 'GET /api/vip-events/{id}'>;
export type Guest = Gathering['guests'][number];
export type Candidates = OutputOf<Api, 'POST /api/vip-events/{id}/candidates'>;
export type EventEffect = OutputOf<Api, 'GET /api/vip-events/{id}/effect'>;
export type Playbook = OutputOf<Api, 'GET /api/vip-playbooks'>['playbooks'][number];
export type Run = OutputOf<Api, 'GET /api/vip/{id}/playbooks'>['runs'][number];
export type OwnTerms = OutputOf<Api, 'GET /api/vip/{id}/terms'>;
export type Terms = OwnTerms['terms'][number];
export type Effect = OutputOf<Api, 'POST /api/vip/{id}/terms/try'>;
export type TermsLimits = OutputOf<Api, 'GET /api/vip-terms-settings'>;
export type Group = OutputOf<Api, 'GET /api/vip-groups/{id}'>;
export type GroupStatement = OutputOf<Api, 'GET /api/vip-groups/{id}/statement'>;
export type GiftLimits = OutputOf<Api, 'GET /api/vip-gift-settings'>;
export type Greeting = OutputOf<Api, 'GET /api/vip-greeting-settings'>;
export type Audit = OutputOf<Api, 'GET /api/vip-gifts/audit'>;
export type Versions = OutputOf<Api, 'GET /api/vip-playbooks/{id}/versions'>['versions'];
export type Rules = OutputOf<Api, 'GET /api/vip-settings'>;
export type Tried = OutputOf<Api, 'POST /api/vip-settings/try'>;
export type PersonalManagers = OutputOf<Api, 'GET /api/vip-managers'>['people'];

/** Everything that a change at a client makes out of date. */
export const vipPaths = ['/api/vip', '/api/subscribers/{id}'];
