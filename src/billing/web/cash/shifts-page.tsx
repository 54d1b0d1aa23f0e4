import { Wallet } from 'lucide-react';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { usePages } from '../client.ts';
import css from './cash.module.css';
import { ShiftLine } from './shift-line.tsx';
import { useShiftNews } from './use-shift-news.ts';

const columns = ['desk', 'cashier', 'opened', 'ended'] as const;
const sums = ['payments', 'returns', 'cash', 'difference'] as const;

/** Shifts within reach, those that go on among them, the latest first. */
export const Component = () => {
  const t = useTexts('billing');
  const read = usePages('GET /api/cash/shifts', {});
  useShiftNews();
  const shifts = read.data?.pages.flatMap((page) => page.shifts) ?? [];
  return (
    <Page title={t('shifts.title')} layout="padded">
      {read.error && !read.data ? (
        <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
      ) : null}
      {read.data && shifts.length === 0 ? (
        <EmptyState icon={Wallet} title={t('shifts.empty')} text={t('shifts.emptyText')} />
      ) : null}
      {shifts.length === 0 ? null : (
        <div className={`${css.box} scroll`}>
          <table className={css.table}>
            <thead>
              <tr>
                {columns.map((name) => (
                  <th key={name} scope="col">
                    {t(`shifts.${name}`)}
                  </th>
                ))}
                {sums.map((name) => (
                  <th key={name} scope="col" className={css.number}>
                    {t(`shifts.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shifts.map((shift) => (
                <ShiftLine key={shift.id} shift={shift} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreButton pages={read}>{t('shifts.more')}</MoreButton>
    </Page>
  );
};
