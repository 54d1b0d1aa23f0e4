import { useParams, useSearchParams } from 'react-router';
import { dayOf, formatDay, formatInstant } from '../../../ui/format.ts';
import { useLiveRefresh } from '../../../ui/live.ts';
import { serverNow } from '../../../ui/now.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../api.ts';
import { stateTones } from '../own/state-tones.ts';
import { inMinutes } from './states-table.tsx';
import css from './states.module.css';

/** What one person did on one day, change by change. */
export const Component = () => {
  const t = useTexts('staff');
  const { staffId } = useParams();
  const [params] = useSearchParams();
  const day = params.get('day') ?? dayOf(serverNow());
  useLiveRefresh(['staff.presence_changed'], ['/api/states']);
  const input = { staffId: Number(staffId), day };
  const { data, error, refetch } = useRead('GET /api/states/{staffId}', input);
  return (
    <Page
      title={data?.name ?? t('states.title')}
      subtitle={formatDay(day, 'weekday')}
      backTo={`/states?from=${day}&to=${day}`}
      layout="padded"
    >
      {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
      {data && data.stints.length === 0 ? <EmptyState title={t('states.noDay')} /> : null}
      {data && data.stints.length > 0 ? (
        <div className={css.report}>
          <div className={`${css.box} scroll`}>
            <table className={css.table}>
              <thead>
                <tr>
                  <th scope="col">{t('states.began')}</th>
                  <th scope="col">{t('states.state')}</th>
                  <th scope="col" className={css.number}>
                    {t('states.lasted')}
                  </th>
                  <th scope="col">{t('states.by')}</th>
                </tr>
              </thead>
              <tbody>
                {data.stints.map(({ began, ended, state, isHere, by }) => (
                  <tr key={began}>
                    <th scope="row">
                      {formatInstant(began, 'time')}–{formatInstant(ended, 'time')}
                    </th>
                    <td>
                      {isHere ? (
                        <Badge tone={stateTones[state]}>{t(`presence.state.${state}`)}</Badge>
                      ) : (
                        <span className="dim">{t('states.closed')}</span>
                      )}
                    </td>
                    <td className={css.number}>
                      {inMinutes((Date.parse(ended) - Date.parse(began)) / 1000)}
                    </td>
                    <td>{by}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      ) : null}
    </Page>
  );
};
