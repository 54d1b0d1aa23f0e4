import { Select } from '@mantine/core';
import { useState } from 'react';
import { formatInstant } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { later } from '../../../ui/slot.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { refusalGrounds } from '../../exits/grounds.ts';
import css from '../cases/desk.module.css';
import { type Case, casePaths, type ExitView, useRead, useWrite } from '../client.ts';

const LetGoDialog = later(async () => (await import('./let-go-dialog.tsx')).LetGoDialog);

type Ground = (typeof refusalGrounds)[number];

/** What other operators ask for: each number by when, and on what grounds alone it is refused. */
export const NoticePart = ({ found }: { found: Case }) => {
  const { data } = useRead('GET /api/cases/{id}/exit', { id: found.id });
  return data?.notices.map((notice) => <NoticeBox key={notice.id} found={found} notice={notice} />);
};

type Props = { found: Case; notice: ExitView['notices'][number] };

const NoticeBox = ({ found, notice }: Props) => {
  const t = useTexts('retention');
  const { id, version, state } = found;
  const [ground, setGround] = useState<Ground | null>(null);
  const [isOpen, setOpen] = useState(false);
  const decide = useWrite('POST /api/cases/{id}/notices/{noticeId}', casePaths);
  const say = (decision: 'accepted' | 'refused'): void => {
    const why = decision === 'refused' && ground ? { ground } : {};
    decide.mutateAsync({ id, version, noticeId: notice.id, decision, ...why }).catch(notifyProblem);
  };
  const { decidedAt, dueAt, calledOffAt } = notice;
  const decided = notice.decision && [
    t(`notice.decisions.${notice.decision}`),
    notice.ground && t(`notice.grounds.${notice.ground}`),
    notice.account && t('notice.ends', { account: notice.account }),
    decidedAt !== null && decidedAt > dueAt && t('notice.late'),
    calledOffAt && t('notice.calledOff', { at: formatInstant(calledOffAt) }),
  ];
  return (
    <section className={css.part} aria-label={t('notice.bring')}>
      <span>
        {t('notice.asks', { operator: notice.operator, number: notice.number })}{' '}
        <Badge tone="amber">{t('notice.due', { at: formatInstant(notice.dueAt) })}</Badge>
      </span>
      {decided ? <span className="dim">{decided.filter(Boolean).join(' · ')}</span> : null}
      {notice.decision === null ? (
        <div className={css.line}>
          <Action
            size="xs"
            loading={decide.isPending}
            onClick={() => (state === 'open' ? setOpen(true) : say('accepted'))}
          >
            {t('notice.accept')}
          </Action>
          <Select
            aria-label={t('notice.ground')}
            placeholder={t('notice.ground')}
            value={ground}
            data={refusalGrounds.map((value) => ({ value, label: t(`notice.grounds.${value}`) }))}
            onChange={(value) => setGround(value)}
          />
          <Action
            size="xs"
            disabled={ground === null}
            loading={decide.isPending}
            onClick={() => say('refused')}
          >
            {t('notice.refuse')}
          </Action>
        </div>
      ) : null}
      {isOpen ? <LetGoDialog found={found} notice={notice} onClose={() => setOpen(false)} /> : null}
    </section>
  );
};
