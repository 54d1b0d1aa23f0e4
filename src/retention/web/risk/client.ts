import { caller, type OutputOf } from '../../../ui/call.ts';
import { hooks } from '../../../ui/query.ts';
import type { riskApi } from '../../api/risk.ts';

type Api = typeof riskApi;

const call = caller<Api>();
export const { useRead, useWrite } = hooks(call);

export type Model = OutputOf<Api, 'GET /api/risk-model'>;
export type Version = Model['versions'][number];
export type Settings = OutputOf<Api, 'GET /api/risk-settings'>;
export type Quality = NonNullable<Version['quality']>;
/** What a card says of a subscriber's risk. */
export type RiskPart = {
  chance30: number;
  chance60: number;
  chance90: number;
  lifetimeMonths: number;
  valueMinor: number;
  currency: string;
  reasons: string[];
  isByRules: boolean;
  isByTrees: boolean;
  scoredAt: string;
};

export const modelPaths = ['/api/risk-model'];
