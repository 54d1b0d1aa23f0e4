import { Link } from 'react-router';
import { Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { ImportKind } from '../../api/kinds.ts';
import type { OfImport } from '../client.ts';
import css from '../imports.module.css';
import { UndoButton } from '../undo-button.tsx';

/** Where what an import brought is seen; what was used stands on each account. */
const pages = {
  subscribers: {
    path: '/subscribers',
    permission: 'subscribers.view',
    label: 'result.to.subscribers',
  },
  tickets: { path: '/tickets', permission: 'tickets.view', label: 'result.to.tickets' },
  usage: null,
  coverage: { path: '/coverage', permission: 'network.check', label: 'result.to.coverage' },
} as const satisfies Record<ImportKind, object | null>;

/** When it was done, on to the people, and back to what was before. */
export const WaysOn = ({ imported }: OfImport) => {
  const t = useTexts('imports');
  const may = useMay();
  const { kind, state, appliedAt, undoneAt } = imported;
  const page = pages[kind];
  return (
    <div className={css.applying}>
      {state === 'applied' && page && may(page.permission) ? (
        <Link to={page.path}>{t(page.label)}</Link>
      ) : null}
      <UndoButton imported={imported} />
      {appliedAt ? (
        <span className="dim">
          {t('result.applied')} <Instant at={appliedAt} />
        </span>
      ) : null}
      {undoneAt ? (
        <span className="dim">
          {t('result.undone')} <Instant at={undoneAt} />
        </span>
      ) : null}
    </div>
  );
};
