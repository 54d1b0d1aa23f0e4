import { caller, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api as desk } from '../../conversations/api.ts';
import type { api } from '../api.ts';

type Api = typeof api;

const call = caller<Api>();
export const { useRead, useWrite, usePages } = hooks(call);

export type Card = OutputOf<Api, 'GET /api/quality-cards'>['cards'][number];
export type Group = Card['groups'][number];
export type Item = Group['items'][number];
export type Versions = OutputOf<Api, 'GET /api/quality-cards/{id}/versions'>['versions'];
export type Draw = OutputOf<Api, 'GET /api/quality-draws'>['draws'][number];
export type Listed = OutputOf<Api, 'GET /api/quality-reviews'>['reviews'][number];
export type Review = OutputOf<Api, 'GET /api/quality-reviews/{id}'>;
/** Of which review, or of none, what was said is shown. */
export type Heard = Pick<Review, 'id' | 'conversationId' | 'notes' | 'isMine' | 'finishedAt'>;
export type Plan = OutputOf<Api, 'GET /api/quality-plan'>;

export type Calibration = OutputOf<Api, 'GET /api/quality-calibrations/{id}'>;
export type Calibrations = OutputOf<Api, 'GET /api/quality-calibrations'>['calibrations'];
export type Agreement = NonNullable<Calibration['agreement']>;
export type Weak = OutputOf<Api, 'GET /api/quality-weak-items'>['weak'][number];
export type Lessons = OutputOf<Api, 'GET /api/quality-lessons'>['lessons'];
export type Lesson = OutputOf<Api, 'GET /api/quality-lessons/{id}'>;
export type Assignment = OutputOf<Api, 'GET /api/quality-assignments/{id}'>;
export type Assigned = OutputOf<Api, 'GET /api/quality-assignments'>['assignments'][number];
export type Effect = Lesson['effect'];
export type Lost = OutputOf<Api, 'GET /api/money-lost'>;
export type LostLine = Lost['processes'][number];
export type LostContact = OutputOf<
  Api,
  'GET /api/money-lost/{process}/contacts'
>['contacts'][number];
export type Checklist = OutputOf<Api, 'GET /api/quality-checklists'>['checklists'][number];
export type Audits = OutputOf<Api, 'GET /api/quality-audits'>['audits'];
export type Audit = OutputOf<Api, 'GET /api/quality-audits/{id}'>;
export type OpenStep = OutputOf<Api, 'GET /api/quality-audit-steps'>['steps'][number];
export type Rounds = OutputOf<Api, 'GET /api/quality-rounds'>;
export type Round = OutputOf<Api, 'GET /api/quality-rounds/{id}'>;
export type ShopperTask = Round['list'][number];

export type Wait = OutputOf<Api, 'GET /api/money-lost/waits'>['waits'][number];

/** What every change of a review makes out of date. */
export const reviewPaths = ['/api/quality-reviews', '/api/quality-draws'];

/** What every lesson that is given, taken back or tried makes out of date. */
export const learningPaths = [
  '/api/quality-assignments',
  '/api/quality-weak-items',
  '/api/quality-lessons',
];

/** What every change of an audit makes out of date. */
export const auditPaths = ['/api/quality-audits', '/api/quality-audit-steps'];

/** What was said, as the desk shows it. */
const { useRead: useSaid } = hooks(caller<typeof desk>());
export { useSaid };
export type Said = OutputOf<typeof desk, 'GET /api/conversations/{id}'>;
