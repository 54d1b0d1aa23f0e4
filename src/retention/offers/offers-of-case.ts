import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { accountOf } from './account-of.ts';
import { forecastOf } from '../risk/forecast-of.ts';
import { costOf } from './cost-of.ts';
import { expectedValue, shrunkShare } from '../worth/expected-value.ts';
import { hindranceOf, limitColumns, type Limited } from './hindrances.ts';
import { keptBy } from './kept-by.ts';
import { monthlyOf } from './monthly-of.ts';
import type { DeskHindrance, OfferKind, OfferSilence } from './kinds.ts';

/** So many months somebody is thought to stay, until it is learnt. */
const MONTHS_EXPECTED = 18;

type Row = {
  offerId: number;
  name: string;
  kind: OfferKind;
  words: string;
  value: number;
  months: number;
  saveRate: number;
  takeUp: number;
  harm: number;
  contactMinor: number;
  /** Of those who took it and of whom it is known by now, how many it kept. */
  kept: number;
  decided: number;
  answer: 'taken' | 'refused' | null;
  accountId: number | null;
} & Limited;

export type CaseOffer = Row & {
  /** Why it may not be said now. */
  hindrance: DeskHindrance | null;
  expectedMinor: number;
  costMinor: number;
  /** θ as it is learnt by now. */
  learntRate: number;
  /** How likely they are to leave by the nightly score. */
  score: number | null;
};

type About = {
  caseId: number;
  rootId: number;
  silence: OfferSilence | null;
  groupId: number | null;
  leaveChance: number;
  monthlyMinor: number;
};

/**
 * What may be offered in a case, the best by expected value first, and what of it may not be now;
 * or why nothing is.
 */
export async function offersOfCase(
  ctx: Ctx,
  caseId: number,
  accountId?: number,
): Promise<{ silence: OfferSilence | null; offers: CaseOffer[] }> {
  const about = await aboutOf(ctx, caseId);
  const { score, ...forecast } = await forecastBy(ctx, about);
  const rows = await rowsOf(ctx, about);
  const kept = await keptBy(ctx, { groupId: about.groupId, score });
  // What is given on one account costs by what that one brings.
  const account = await accountOf(ctx, about.rootId, accountId);
  const worth = rows
    .map((row): CaseOffer => {
      const costMinor = costOf(row, account?.monthlyMinor ?? 0);
      // From what was stated to what is seen of the offer, and from there to what of their kind.
      const ofAll = shrunkShare({ kept: row.kept, tried: row.decided }, row.saveRate);
      const ofKind = kept.get(row.offerId) ?? { kept: 0, tried: 0 };
      const learntRate = shrunkShare(ofKind, ofAll);
      const chances = { ...row, ...forecast, saveRate: learntRate, incentiveMinor: costMinor };
      const expectedMinor = Math.round(expectedValue(chances));
      const hindrance = hindranceAt(row, { costMinor, expectedMinor });
      return { ...row, costMinor, learntRate, score, expectedMinor, hindrance };
    })
    .toSorted((a, b) => b.expectedMinor - a.expectedMinor || a.offerId - b.offerId);
  // What was said stays in sight, whatever may be said now.
  const isSaid = ({ answer }: CaseOffer): boolean => answer !== null;
  const { silence } = about;
  return { silence, offers: silence === null ? worth : worth.filter(isSaid) };
}

/** What was answered stands; of the rest, why it may not be said, or that it would not pay. */
function hindranceAt(
  row: Row,
  { costMinor, expectedMinor }: { costMinor: number; expectedMinor: number },
): DeskHindrance | null {
  if (row.answer !== null) return null;
  return hindranceOf(row, costMinor) ?? (expectedMinor > 0 ? null : 'worthless');
}

/** As learnt; until then the chance is stated with the group of the reason, the value by a rule. */
async function forecastBy(ctx: Ctx, { rootId, leaveChance, monthlyMinor }: About) {
  const learnt = await forecastOf(ctx, rootId);
  if (!learnt) return { leaveChance, score: null, valueMinor: monthlyMinor * MONTHS_EXPECTED };
  const score = learnt.leaveChance;
  // Who says that they leave is likelier to than anybody of the same facts.
  return { ...learnt, score, leaveChance: Math.max(leaveChance, score) };
}

async function aboutOf(ctx: Ctx, caseId: number): Promise<About> {
  // retention_cases_pkey, case_exits_pkey
  const { rows } = await sql<About>`
    select c.id as case_id, s.root_id, g.id as group_id, coalesce(g.leave_chance, 0.6) as leave_chance,
           case when exists (select from case_exits e where e.case_id = c.id) then 'leaving'
                when c.is_angry then 'angry' when c.is_repeated then 'repeated'
                when g.id is null then 'no_reason' when not g.takes_offers then 'beyond'
                end as silence, ${monthlyOf(ctx, sql`s.root_id`)} as monthly_minor
    from   retention_cases c
    join   subscribers s on s.id = c.subscriber_id
    left   join leaving_reasons r on r.id = c.reason_id
    left   join leaving_reasons g on g.id = r.parent_id
    where  c.id = ${caseId}`.execute(ctx.db);
  const [about] = rows;
  if (!about) throw new Error(`there is no case ${caseId}`);
  return about;
}

async function rowsOf(ctx: Ctx, { caseId, rootId }: About): Promise<Row[]> {
  // An operator has some dozens. case_offers_once, case_offers_offer (offer_id, said_at)
  const { rows } = await sql<Row>`
    select o.id as offer_id, o.name, o.kind, o.words, o.value, o.months, o.save_rate, o.take_up,
           o.harm, o.contact_minor, said.answer, given.account_id, seen.kept, seen.decided,
           ${limitColumns(ctx, caseId)}
    from   retention_offers o
    join   retention_cases c on c.id = ${caseId}
    join   subscribers root on root.id = ${rootId}
    left   join leaving_reasons r on r.id = c.reason_id
    left   join case_offers said on said.case_id = c.id and said.offer_id = o.id
                                and said.undone_at is null
    left   join given_offers given on given.id = said.given_id
    cross  join lateral (
      -- Only those of whom it is known by now whether it kept them.
      select count(*) filter (where b.answer = 'taken' and b.undone_at is null
               and (d.is_here_month is not null or d.outcome = 'left')) as decided,
             count(*) filter (where b.answer = 'taken' and b.undone_at is null
               and d.is_here_month) as kept
      from   case_offers b join retention_cases d on d.id = b.case_id
      where  b.offer_id = o.id) seen
    where  said.id is not null
    or    (o.archived_at is null and (o.group_ids = '{}' or r.parent_id = any(o.group_ids)))
    limit  200`.execute(ctx.db);
  return rows;
}
