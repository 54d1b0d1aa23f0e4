import { Button } from '@mantine/core';
import { GraduationCap } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatNumber } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Lessons } from '../client.ts';
import css from '../quality.module.css';
import { AssignDialog } from './assign-dialog.tsx';

type One = Lessons[number];

/** What each lesson teaches, and how many were given it and have passed. */
export const LessonsTable = ({ lessons }: { lessons: Lessons }) => {
  const t = useTexts('quality');
  const may = useMay();
  const isManaging = may('quality.manage');
  const [given, setGiven] = useState<One>();
  return (
    <>
      <FigureTable<One>
        title={t('lessons.title')}
        empty={t('lessons.empty')}
        rows={lessons}
        keyOf={({ id }) => String(id)}
        columns={[
          { key: 'name', label: t('lessons.name'), show: (one) => nameOf(one, isManaging) },
          {
            key: 'items',
            label: t('lessons.items'),
            isWords: true,
            show: ({ items }) => items.map(({ title }) => title).join('; '),
          },
          {
            key: 'questions',
            label: t('lessons.questions'),
            show: ({ questions }) => formatNumber(questions),
          },
          {
            key: 'passed',
            label: t('lessons.passed'),
            show: ({ assigned, passed }) => t('lessons.passedOf', { passed, assigned }),
          },
          {
            key: 'deeds',
            label: t('deeds'),
            show: (one) => (may('quality.review') ? giveOf(one, setGiven) : null),
          },
        ]}
      />
      {given ? <AssignDialog lesson={given} onClose={() => setGiven(undefined)} /> : null}
    </>
  );
};

const nameOf = (one: One, isManaging: boolean) => <Name one={one} isManaging={isManaging} />;
const giveOf = (one: One, onGive: (one: One) => void) => <Give one={one} onGive={onGive} />;

const Name = ({ one: { id, name, isArchived }, isManaging }: { one: One; isManaging: boolean }) => {
  const t = useTexts('quality');
  return (
    <span className={css.line}>
      {isManaging ? <Link to={`/quality/lessons/${id}`}>{name}</Link> : name}
      {isArchived ? <Badge>{t('cards.archived')}</Badge> : null}
    </span>
  );
};

const Give = ({ one, onGive }: { one: One; onGive: (one: One) => void }) => {
  const t = useTexts('quality');
  if (one.isArchived) return null;
  return (
    <Button
      size="xs"
      variant="subtle"
      leftSection={<GraduationCap size={14} />}
      onClick={() => onGive(one)}
    >
      {t('learning.give')}
    </Button>
  );
};
