import { useNavigate, useParams } from 'react-router';
import { Form } from '../../ui/form/form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Problem } from '../../ui/problem.ts';
import { useRefresh } from '../../ui/query.ts';
import { Page } from '../../ui/show/page.tsx';
import { ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useState } from 'react';
import { call, useRead, type Card } from './client.ts';
import { MeanwhileBox } from './meanwhile-box.tsx';
import { IdentityFields, recordInput, type RecordValues, StateFields } from './record-form.tsx';

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

const valuesOf = (card: Card): RecordValues => ({
  kind: card.kind,
  displayName: card.displayName,
  lastName: card.lastName ?? '',
  firstName: card.firstName ?? '',
  middleName: card.middleName ?? '',
  birthOn: card.birthOn ?? '',
  taxNumber: card.taxNumber ?? '',
  status: card.status,
  customerSince: card.customerSince ?? '',
  leftOn: card.leftOn ?? '',
  externalId: card.externalId ?? '',
  note: card.note,
  ownerStaffId: card.owner ? String(card.owner.id) : null,
  teamId: card.team ? String(card.team.id) : null,
  attributes: attributesOf(card),
});

const attributesOf = (card: Card) => card.attributes as RecordValues['attributes'];

const EditForm = ({ card }: { card: Card }) => {
  const t = useTexts('subscribers');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [seen, setSeen] = useState(card);
  const seenAttributes = attributesOf(seen);
  const [isLate, setLate] = useState(false);
  const back = (): void => void navigate(`/subscribers/${card.id}`);
  const form = useForm<RecordValues, unknown>({
    initial: valuesOf(card),
    save: async (values) => {
      const input = { id: card.id, version: seen.version, ...recordInput(values, seenAttributes) };
      try {
        return await call('PATCH /api/subscribers/{id}', input);
      } catch (failure) {
        if (failure instanceof Problem && failure.code === 'subscribers.changed_meanwhile') {
          setLate(true);
        }
        throw failure;
      }
    },
    onSaved: () => {
      void refresh('/api/subscribers');
      back();
    },
  });
  return (
    <Form form={form} onCancel={back} aside={<span className="dim">{t('form.rest')}</span>}>
      {isLate ? (
        <MeanwhileBox
          id={card.id}
          seen={seen}
          onSeen={(now) => {
            setSeen(now);
            setLate(false);
          }}
          onTakeTheirs={(now) => form.reset(valuesOf(now))}
        />
      ) : null}
      <IdentityFields form={form} />
      <StateFields form={form} />
    </Form>
  );
};
