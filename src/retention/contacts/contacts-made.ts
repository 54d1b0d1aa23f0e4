import { type RawBuilder, sql } from 'kysely';

/**
 * Whom we turned to by ourselves after a moment, by plays and by lists of care alike: the root, the
 * play if it was one, when, what it costs, and whether it takes a call of the plays' day. What was
 * let go of before anybody tried is none. Plays let whom they hold out rest as if spoken to.
 */
export const contactsMade = (since: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  -- play_tasks_made (made_at), play_tasks_subscriber, care_list_members_subscriber
  select m.root_id, k.play_id, k.made_at as at, k.cost_minor, k.state = 'held' as is_held,
         k.state <> 'held' and p.action <> 'message' as is_call
  from   play_tasks k
  join   plays p on p.id = k.play_id
  join   subscribers m on m.id = k.subscriber_id
  where  k.made_at >= ${since} and k.state <> 'unserved' and (k.state <> 'dropped' or k.tries > 0)
  union  all
  select m.root_id, null, k.opened_at, k.spent_minor, false, false
  from   care_list_members k join subscribers m on m.id = k.subscriber_id
  where  k.opened_at >= ${since} and (k.state <> 'dropped' or k.tries > 0)`;

/**
 * Whether a root is left alone for now: something was done for them within the cool-down, or plays
 * and lists have turned to them as often as they may.
 */
export const isResting = (
  root: RawBuilder<unknown>,
  now: Date,
): RawBuilder<boolean> => sql<boolean>`
  (select coalesce(max(c.at) > ${now}::timestamptz - make_interval(days => w.cooldown_days), false)
          or count(*) filter (where c.at > ${now}::timestamptz
               - make_interval(days => q.contact_days)) >= q.most_contacts
   from   trial_settings w
   cross  join play_settings q
   left   join (${contactsMade(sql`'-infinity'::timestamptz`)}) c
          on c.root_id = ${root} and not c.is_held
   group  by w.cooldown_days, q.contact_days, q.most_contacts)`;
