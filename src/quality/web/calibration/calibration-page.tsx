import { useParams } from 'react-router';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useRead } from '../client.ts';
import css from '../quality.module.css';
import { AgreementFigures } from './agreement-figures.tsx';
import { Judging } from './judging.tsx';
import { Leading, People } from './leading.tsx';
import { WhoSaidWhat } from './who-said-what.tsx';

/** One calibration: judged blind while it is open, talked about once it is closed. */
export const Component = () => {
  const t = useTexts('quality');
  const id = Number(useParams()['id']);
  const read = useRead('GET /api/quality-calibrations/{id}', { id });
  const one = read.data;
  const may = useMay();
  return (
    <Page
      title={one?.name ?? t('calibrations.one')}
      subtitle={one ? t('review.card', one.card) : undefined}
      backTo="/quality/calibrations"
      layout="padded"
      actions={one && !one.closedAt && may('quality.manage') ? <Leading one={one} /> : undefined}
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {one ? <People one={one} /> : null}
      {one?.agreement ? (
        <div className={css.page}>
          <AgreementFigures one={one} agreement={one.agreement} />
          <WhoSaidWhat one={one} agreement={one.agreement} />
        </div>
      ) : null}
      {one?.isMine && !one.agreement ? <Judging key={one.id} one={one} /> : null}
      {one && !one.isMine && !one.agreement ? <p>{t('calibrations.blind')}</p> : null}
    </Page>
  );
};
