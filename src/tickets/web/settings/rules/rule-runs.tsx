import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { formatInstant, formatNo } from '../../../../ui/format.ts';
import { MoreButton } from '../../../../ui/show/more-button.tsx';
import { Badge, type Tone } from '../../../../ui/show/badge.tsx';
import { CardSection } from '../../../../ui/show/facts.tsx';
import { PickList, PickRow } from '../../../../ui/show/pick-list.tsx';
import { hasText, useTexts } from '../../../../ui/texts.ts';
import { call } from '../../client.ts';
import css from './rules.module.css';

const tones: Record<string, Tone> = {
  done: 'green',
  unchanged: 'gray',
  refused: 'amber',
  stopped: 'amber',
  failed: 'red',
};

/** What a rule did and what was stopped, newest first. */
export const RuleRuns = ({ ruleId }: { ruleId: number }) => {
  const t = useTexts('tickets');
  const pages = useInfiniteQuery({
    queryKey: ['GET /api/ticket-rules/{id}/runs', 'pages', ruleId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      call('GET /api/ticket-rules/{id}/runs', {
        id: ruleId,
        limit: 30,
        ...(cursor ? { cursor } : {}),
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const runs = (pages.data?.pages ?? []).flatMap((page) => page.runs);
  const why = (reason: string | null): string | undefined => {
    if (reason === null) return undefined;
    const code = reason.replace('tickets.', '');
    if (hasText(`tickets:rules.stops.${code}`)) return t(`rules.stops.${code}`);
    return hasText(`tickets:errors.${code}`) ? t(`errors.${code}`) : reason;
  };
  return (
    <CardSection title={t('rules.runs')}>
      <div className={css.part}>
        {pages.isSuccess && runs.length === 0 ? <p className="dim">{t('rules.noRuns')}</p> : null}
        {runs.length === 0 ? null : (
          <PickList>
            {runs.map(({ id, ticketId, subject, at, outcome, reason }) => (
              <PickRow
                key={id}
                title={
                  <Link to={`/tickets/${ticketId}`}>
                    {formatNo(ticketId)} {subject}
                  </Link>
                }
                text={why(reason)}
              >
                <span className={css.marks}>
                  <Badge tone={tones[outcome] ?? 'gray'}>{t(`rules.outcomes.${outcome}`)}</Badge>
                  <time className="dim" dateTime={at}>
                    {formatInstant(at)}
                  </time>
                </span>
              </PickRow>
            ))}
          </PickList>
        )}
        <MoreButton variant="subtle" pages={pages}>
          {t('rules.more')}
        </MoreButton>
      </div>
    </CardSection>
  );
};
