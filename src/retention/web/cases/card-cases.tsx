import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
import type { Card } from '../../../subscribers/web/index.tsx';
import { formatInstant, formatNo } from '../../../ui/format.ts';
import { type LiveEvent, useLiveRefresh } from '../../../ui/live.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type CaseLine, casePaths, useWrite } from '../client.ts';
import { CaseMark } from './marks.tsx';

/** The latest wishes to leave on a subscriber's card, and the way to note a new one. */
export const CardCases = ({ card }: { card: Card }) => {
  const t = useTexts('retention');
  const navigate = useNavigate();
  const cases = (card.parts['cases'] as CaseLine[] | null | undefined) ?? [];
  const isOwn = ({ subscriberId }: LiveEvent): boolean =>
    subscriberId === card.id || card.merged.some(({ id }) => id === subscriberId);
  useLiveRefresh(['retention.*'], ['/api/subscribers/{id}'], isOwn);
  const open = useWrite('POST /api/cases', casePaths);
  const begin = async (): Promise<void> => {
    const { id } = await open.mutateAsync({ subscriberId: card.id });
    void navigate(`/cases/${id}`);
  };
  if (card.erasedAt !== null && cases.length === 0) return null;
  const hasOpen = cases.some(({ state }) => state === 'open');
  return (
    <CardSection
      title={t('cases.list')}
      actions={
        hasOpen || card.erasedAt !== null ? null : (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<Plus size={14} />}
            loading={open.isPending}
            onClick={() => void begin().catch(notifyProblem)}
          >
            {t('cases.begin')}
          </Button>
        )
      }
    >
      {cases.length === 0 ? <span className="dim">{t('cases.none')}</span> : null}
      <div style={{ display: 'grid', gap: 6, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {cases.map(({ id, state, outcome, leavesOn, reason, openedAt }) => (
          <span key={id} style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
            <Link to={`/cases/${id}`} className="cut" style={{ flex: 1 }}>
              {[formatNo(id), reason].filter(Boolean).join(' · ')}
            </Link>
            <span className="dim">{formatInstant(openedAt, 'dayMonth')}</span>
            <CaseMark state={state} outcome={outcome} leavesOn={leavesOn} />
          </span>
        ))}
      </div>
    </CardSection>
  );
};
