import { useParams } from 'react-router';
import { Page } from '../../ui/show/page.tsx';
import { ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useRead } from './client.ts';
import { EditForm } from './form/edit-form.tsx';

/** Edits the record of a subscriber; contacts and the rest are changed on the card itself. */
export const Component = () => {
  const { id = '' } = useParams();
  const t = useTexts('subscribers');
  const card = useRead('GET /api/subscribers/{id}', { id: Number(id) }, { staleMs: 0 });
  return (
    <Page
      title={card.data?.displayName || t('card.title')}
      backTo={`/subscribers/${id}`}
      layout="narrow"
    >
      {card.isError ? <ErrorState failure={card.error} /> : null}
      {card.data ? <EditForm key={card.data.id} card={card.data} /> : null}
    </Page>
  );
};
