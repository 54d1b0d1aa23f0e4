import { Link, useParams } from 'react-router';
import { formatNo } from '../../../ui/format.ts';
import { Page } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { Known } from './known.tsx';
import { Runner } from './runner.tsx';
import css from './guided.module.css';

/** A sale by the script on a page of its own: of a deal that no conversation brought. */
export const Component = () => {
  const { id = '' } = useParams();
  const t = useTexts('sales');
  const { data } = useRead('GET /api/guided-sales/{id}', { id: Number(id) });
  return (
    <Page
      title={t('guided.title')}
      subtitle={
        data ? (
          <Link to={`/deals/${data.deal.id}`}>
            {[formatNo(data.deal.id), data.deal.name, data.place.text].filter(Boolean).join(' · ')}
          </Link>
        ) : undefined
      }
      backTo={data ? `/deals/${data.deal.id}` : '/deals/list'}
      layout="padded"
    >
      <div className={css.beside}>
        <Runner id={Number(id)} />
        {data ? <Known sale={data} /> : null}
      </div>
    </Page>
  );
};
