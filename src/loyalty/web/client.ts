import { caller, type InputOf, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

type Api = typeof api;

const call = caller<Api>();
export const { useRead, useWrite, usePages } = hooks(call);

export type Rule = OutputOf<Api, 'GET /api/loyalty/rules'>['rules'][number];
export type RuleFields = InputOf<Api, 'POST /api/loyalty/rules'>;
export type Use = OutputOf<Api, 'GET /api/loyalty/rules/{id}/use'>;
export type Trial = OutputOf<Api, 'POST /api/loyalty/rules/{id}/try'>;
export type Programme = OutputOf<Api, 'GET /api/loyalty/programme'>;
export type Reward = OutputOf<Api, 'GET /api/loyalty/rewards'>['rewards'][number];
export type RewardFields = InputOf<Api, 'POST /api/loyalty/rewards'>;
export type Points = OutputOf<Api, 'GET /api/subscribers/{id}/points'>;
export type Offered = OutputOf<Api, 'GET /api/subscribers/{id}/rewards'>;
export type Friends = OutputOf<Api, 'GET /api/subscribers/{id}/friends'>;
export type LadderCost = OutputOf<Api, 'POST /api/loyalty/privileges/try'>;
export type Privileges = OutputOf<Api, 'GET /api/loyalty/privileges'>;
export type OwnPage = OutputOf<Api, 'GET /api/public/points/{key}'>;
export type OwnPageOffer = OutputOf<Api, 'GET /api/subscribers/{id}/own-page'>;
export type Unfair = OutputOf<Api, 'GET /api/loyalty/unfair'>;
export type Effect = OutputOf<Api, 'GET /api/loyalty/effect'>;

/** Points of a subscriber as their card brings them. */
export type PointsPart = {
  balance: number;
  expiring: { points: number; on: string } | null;
  pending: number;
  code: string;
  pagePath: string;
  level: { name: string; extraPercent: number } | null;
  levelFallsOn: string | null;
  yearPoints: number;
  next: { name: string; missing: number } | null;
  streak: number;
  privilege: number;
  household: string | null;
  pointMinor: number;
  currency: string;
};

export const rulePaths = ['/api/loyalty/rules'];
export const programmePaths = ['/api/loyalty/programme'];
export const rewardPaths = ['/api/loyalty/rewards'];
export const unfairPaths = ['/api/loyalty/unfair'];
export const heldPaths = ['/api/loyalty/held'];
/** What changed points make out of date: the card and all that it opens. */
export const memberPaths = ['/api/subscribers/{id}'];
