import { DeadlinePopover } from '../../../norms/web/index.tsx';
import { formatDuration, formatInstant } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Ticket } from '../client.ts';
import { TimeLeft } from '../time-left.tsx';
import css from './open.module.css';

type OneClock = Ticket['clocks'][number];

/** Amber for the last third of the norm; a clock that stands says so instead. */
const Face = ({ clock }: { clock: OneClock }) => {
  const t = useTexts('tickets');
  const { dueAt, status, deadline } = clock;
  if (status === 'paused' || dueAt === null) return <Badge>{t('clocks.paused')}</Badge>;
  return <TimeLeft dueAt={dueAt} warnSeconds={Math.round(deadline.normSeconds / 3)} />;
};

/** What is promised of the ticket and not met yet; a click says why it is due when it is. */
export const TicketClocks = ({ ticket }: { ticket: Ticket }) => {
  const t = useTexts('tickets');
  const unmet = ticket.clocks.filter(({ metAt }) => metAt === null);
  const missed = ticket.clocks.filter(({ status }) => status === 'met_late');
  return (
    <span className={css.clocks}>
      {missed.map(({ id, kind, spentSeconds }) => (
        <Badge key={id} tone="red" title={formatDuration(spentSeconds)}>
          {t('clocks.missed', { what: t(`clocks.kinds.${kind}`) })}
        </Badge>
      ))}
      {unmet.map((clock) => (
        <DeadlinePopover
          key={clock.id}
          deadline={clock.deadline}
          began={{ label: t(`clocks.began.${clock.kind}`), at: clock.startedAt }}
          due={{ label: t('clocks.due'), at: clock.status === 'paused' ? null : clock.dueAt }}
          more={[
            {
              label: t('clocks.escalated'),
              value: ticket.escalatedAt ? formatInstant(ticket.escalatedAt) : null,
            },
          ]}
          rule={t(`clocks.rules.${clock.kind}`)}
        >
          <span className="dim">{t(`clocks.kinds.${clock.kind}`)}</span>
          <Face clock={clock} />
        </DeadlinePopover>
      ))}
    </span>
  );
};
