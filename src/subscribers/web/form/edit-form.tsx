import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { Problem } from '../../../ui/problem.ts';
import { useRefresh } from '../../../ui/query.ts';
import { useTexts } from '../../../ui/texts.ts';
import { call, type Card } from '../client.ts';
import { MeanwhileBox } from '../meanwhile-box.tsx';
import { IdentityFields, recordInput, type RecordValues, StateFields } from '../record-form.tsx';
import { carriedOver, changedFields } from './changed-fields.ts';

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

/** The form over one card; whoever was quicker is asked about, and overwritten by nobody. */
export const EditForm = ({ card }: { card: Card }) => {
  const t = useTexts('subscribers');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [seen, setSeen] = useState(card);
  const [began, setBegan] = useState(() => valuesOf(card));
  const [isLate, setLate] = useState(false);
  const goOnFrom = (now: Card, values: RecordValues): void => {
    setSeen(now);
    setBegan(values);
    setLate(false);
  };
  const back = (): void => void navigate(`/subscribers/${card.id}`);
  const form = useForm<RecordValues, unknown>({
    initial: began,
    save: async (values) => {
      const changed = changedFields(
        recordInput(began, began.attributes),
        recordInput(values, began.attributes),
      );
      const input = { id: card.id, version: seen.version, ...changed };
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
          onKeepMine={(now) => {
            const theirs = valuesOf(now);
            const next = carriedOver(began, form.values, theirs);
            goOnFrom(now, theirs);
            for (const [key, value] of Object.entries(next)) {
              form.set(key as keyof RecordValues, value);
            }
          }}
          onTakeTheirs={(now) => {
            const theirs = valuesOf(now);
            goOnFrom(now, theirs);
            form.reset(theirs);
          }}
        />
      ) : null}
      <IdentityFields form={form} />
      <StateFields form={form} />
    </Form>
  );
};
