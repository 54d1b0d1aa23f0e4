import { formatDay } from '../../../ui/format.ts';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { Beside } from '../beside.tsx';
import { useRead } from '../client.ts';
import { SheetBody } from './sheet-body.tsx';

/** What somebody who leads clients has to do today. */
export const Component = () => {
  const t = useTexts('vip');
  const read = useRead('GET /api/vip-sheet', {});
  const sheet = read.data;
  return (
    <Page
      title={t('sheet.title')}
      {...(sheet ? { subtitle: formatDay(sheet.on, 'weekday') } : {})}
      layout="padded"
      actions={<Beside at="/vip" />}
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {sheet ? <SheetBody sheet={sheet} /> : null}
    </Page>
  );
};
