import { Link } from 'react-router';
import { formatNo } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Case } from '../client.ts';
import css from './desk.module.css';
import { CaseMarks } from './marks.tsx';

/** Beside a conversation: its number, and how to speak with them. */
export const CaseHead = ({ found }: { found: Case }) => {
  const t = useTexts('retention');
  return (
    <div className={css.line}>
      <Link to={`/cases/${found.id}`}>{t('cases.title', { number: formatNo(found.id) })}</Link>
      <CaseMarks found={found} />
    </div>
  );
};
