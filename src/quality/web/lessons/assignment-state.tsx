import { Link } from 'react-router';
import { dayOf, formatDay, formatInstant } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Assigned } from '../client.ts';
import css from '../quality.module.css';

type Given = Pick<Assigned, 'passedAt' | 'cancelledAt' | 'dueOn'>;

/** Whether a lesson was passed, was taken back, waits, or is late. */
export const AssignmentState = ({ given: { passedAt, cancelledAt, dueOn } }: { given: Given }) => {
  const t = useTexts('quality');
  if (passedAt) {
    return (
      <Badge tone="green" title={formatInstant(passedAt)}>
        {t('learning.passed')}
      </Badge>
    );
  }
  if (cancelledAt) return <Badge>{t('learning.cancelled')}</Badge>;
  const isLate = dueOn !== null && dueOn < dayOf(serverNow());
  return isLate ? (
    <Badge tone="red">{t('learning.late')}</Badge>
  ) : (
    <Badge tone="amber">{t('learning.waits')}</Badge>
  );
};

/** How it stands, who gave it and when, and by when it is to be passed. */
export const GivenLine = ({ given }: { given: Assigned }) => {
  const t = useTexts('quality');
  const { assignedAt, assignedBy, dueOn } = given;
  return (
    <p className={css.line}>
      <AssignmentState given={given} />
      <span className="dim">
        {t('learning.givenAt', { at: formatInstant(assignedAt), who: assignedBy })}
        {dueOn === null ? null : ` · ${t('learning.by', { on: formatDay(dueOn) })}`}
      </span>
      <Link to="/quality/learning">{t('lessons.who')}</Link>
    </p>
  );
};
