import { sql } from 'kysely';
import type { Ctx, Language } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { defineList, type ListExtension } from '../../kernel/list/entity.ts';
import type { ListField } from '../../kernel/list/field.ts';
import { riskGroups } from '../../subscribers/index.ts';
import { listed } from '../api/risk-list.ts';
import { reachesRisk } from '../reach.ts';
import { type KeptReasons, sayReasons } from './say-reasons.ts';

/**
 * The reasons with the currency in which sums among them are said, and whether they come near only,
 * for trees have told the chance.
 */
const told = `json_build_object('reasons', r.reasons, 'sides', r.sides, 'numbers', r.numbers,
  'currency', (select currency from operator_profile), 'isByTrees', (
    select v.quality ->> 'chosen' = 'trees' from risk_versions v where v.id = r.version_id))`;

const number = (key: string, column: string, more: Partial<ListField> = {}): ListField => ({
  key,
  type: 'number',
  value: `r.${column}`,
  isRequired: true,
  ...more,
});

const fields: readonly ListField[] = [
  { key: 'name', type: 'text', value: 's.display_name', isSortable: false },
  {
    key: 'status',
    type: 'choice',
    value: 's.status',
    choices: ['active', 'suspended'],
    isRequired: true,
  },
  number('chance30', 'chance_30', { isSortable: false }),
  number('chance60', 'chance_60', { isSortable: false }),
  number('chance90', 'chance_90', { index: 'risk_scores_chance' }),
  number('lifetimeMonths', 'lifetime_months', { isSortable: false }),
  { key: 'marginMinor', type: 'money', value: 'r.margin_minor', isRequired: true },
  {
    key: 'valueMinor',
    type: 'money',
    value: 'r.value_minor',
    isRequired: true,
    index: 'risk_scores_value',
  },
  { key: 'reasonGroup', type: 'choice', value: 'r.reason_group', choices: [...riskGroups] },
  {
    key: 'reasons',
    type: 'text',
    value: told,
    show: sayAll,
    isFilterable: false,
    isSortable: false,
    isGroupable: false,
  },
  { key: 'scoredAt', type: 'instant', value: 'r.scored_at', isRequired: true, isSortable: false },
];

type Told = KeptReasons & { currency: string; isByTrees: boolean | null };

function sayAll(value: unknown, language: Language): string {
  const { currency, isByTrees, ...kept } = value as Told;
  const said = sayReasons(kept, language, currency).join('; ');
  return isByTrees && said !== '' ? `${textsIn(language).t('retention:risk.near')}: ${said}` : said;
}

/** Who may leave: a row a subscriber, by the reach over subscribers. */
export const riskList = defineList({
  ...listed,
  domain: 'retention',
  table: 'risk_scores',
  alias: 'r',
  always: 'join subscribers s on s.id = r.id',
  only: 's.merged_into_id is null',
  access: { owner: 's.ownerStaffId', team: 's.teamId' },
  fields,
  veil: { subscriberId: 'r.id', isPersonal: () => true },
  events: { listed: 'retention.risks_listed', exported: 'retention.risks_exported' },
});

/** Of whom somebody may see no risk, the card and the list tell none. */
const risk = (ctx: Ctx) => sql`
  left join risk_scores risk on risk.id = s.id and ${reachesRisk(ctx)}`;
const shared = { joins: ['risk'], permission: listed.permission } as const;

/** What the subscribers' list shows of it, to whoever may see risks. */
export const riskOfSubscribers: ListExtension = {
  entity: 'subscribers',
  joins: { risk },
  fields: [
    { key: 'leaveChance', type: 'number', value: 'risk.chance_90', ...shared },
    { key: 'leaveValue', type: 'money', value: 'risk.value_minor', ...shared },
    {
      key: 'leaveReason',
      type: 'choice',
      value: 'risk.reason_group',
      choices: [...riskGroups],
      ...shared,
    },
  ],
};
