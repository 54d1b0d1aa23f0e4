import { useSearchParams } from 'react-router';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type LostLine, usePages } from '../client.ts';
import { ContactsTable } from './contacts-table.tsx';
import { monthWords } from './words.ts';
import css from './lost.module.css';

/** The contacts behind a loss, each with why it counts. */
export const Component = () => {
  const t = useTexts('quality');
  const [params] = useSearchParams();
  const process = (params.get('process') ?? '') as LostLine['key'];
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  const pages = usePages('GET /api/money-lost/{process}/contacts', { process, from, to });
  const months = from === to ? [from] : [from, to];
  return (
    <Page
      title={t(`lost.names.${process}`)}
      subtitle={months.map(monthWords).join(' – ')}
      backTo={`/quality/lost?${new URLSearchParams({ process }).toString()}`}
      layout="padded"
    >
      <div className={css.page}>
        <p className="dim">{t(`lost.how.${process}`)}</p>
        {pages.error && !pages.data ? (
          <ErrorState failure={pages.error} onRetry={() => void pages.refetch()} />
        ) : null}
        {pages.data ? (
          <ContactsTable
            process={process}
            contacts={pages.data.pages.flatMap(({ contacts }) => contacts)}
            currency={pages.data.pages[0]?.currency ?? ''}
          />
        ) : null}
        {pages.data || pages.error ? null : <SkeletonLine widthPx={320} />}
        <MoreButton pages={pages}>{t('lost.more')}</MoreButton>
      </div>
    </Page>
  );
};
