import { Link } from 'react-router';
import { Instant } from '../../ui/show/time.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { OfImport } from './client.ts';
import css from './imports.module.css';

/** The very same file was here before: said at once, for it is mostly a mistake. */
export const SameFile = ({ imported: { sameFileAs } }: OfImport) => {
  const t = useTexts('imports');
  if (!sameFileAs) return null;
  return (
    <p className={css.warning} role="status">
      {t('file.same')} <Instant at={sameFileAs.createdAt} /> (
      {t(`states.${sameFileAs.state}`).toLowerCase()}).{' '}
      <Link to={`/imports/${sameFileAs.id}`}>{t('file.openSame')}</Link>
    </p>
  );
};
