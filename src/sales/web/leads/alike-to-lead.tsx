import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatNo } from '../../../ui/format.ts';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { leadPaths, type OpenLead, useWrite } from '../client.ts';
import { DealMark } from '../marks.tsx';
import css from './leads.module.css';
import { LeadMark } from './lead-row.tsx';

type Target = { subscriberId?: number; householdId?: number; dealId?: number };
type Props = { lead: OpenLead; onDone: () => void };

/** Who and what looks like the same, each with the way to attach the lead to it. */
export const AlikeToLead = ({ lead, onDone }: Props) => {
  const t = useTexts('sales');
  const write = useWrite('POST /api/leads/{id}/attach', leadPaths);
  const { subscribers, deals, leads, state } = lead;
  if (subscribers.length + deals.length + leads.length === 0) return null;
  const attach = async (target: Target): Promise<void> => {
    await write.mutateAsync({ id: lead.id, version: lead.version, ...target });
    notifyDone(t('leads.isAttached'));
    onDone();
  };
  const to = (target: Target, what = t('leads.attach')): ReactNode =>
    state === 'new' ? (
      <Button size="xs" onClick={() => void attach(target).catch(notifyProblem)}>
        {what}
      </Button>
    ) : null;
  const by = (ways: readonly string[]) => (
    <span className="dim">{ways.map((way) => t(`leads.by.${way}`)).join(', ')}</span>
  );
  return (
    <section className={css.alike} aria-label={t('leads.alike')}>
      <strong>{t('leads.alike')}</strong>
      <ul>
        {subscribers.map(({ id, name, by: ways, householdId }) => (
          <li key={`s${id}`}>
            <Link to={`/subscribers/${id}`}>{name || formatNo(id)}</Link>
            {by(ways)}
            {to({ subscriberId: id })}
            {householdId === null ? null : to({ householdId }, t('leads.attachHousehold'))}
          </li>
        ))}
        {deals.map(({ id, name, by: ways, state: of }) => (
          <li key={`d${id}`}>
            <Link to={`/deals/${id}`}>{`${formatNo(id)} · ${name}`}</Link>
            <DealMark state={of} />
            {by(ways)}
            {to({ dealId: id })}
          </li>
        ))}
        {leads.map(({ id, name, by: ways, state: of }) => (
          <li key={`l${id}`}>
            <Link to={`/deals/leads?open=${id}`}>{name}</Link>
            <LeadMark state={of} />
            {by(ways)}
          </li>
        ))}
      </ul>
    </section>
  );
};
