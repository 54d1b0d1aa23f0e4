import { useNavigate, useSearchParams } from 'react-router';
import { SubscriberPicker } from '../../../subscribers/web/index.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useRefresh } from '../../../ui/query.ts';
import { Page } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { AlikeTickets } from '../beside/alike-tickets.tsx';
import { call, ticketPaths } from '../client.ts';
import { TicketFields } from './ticket-fields.tsx';
import { emptyTicket, inputOf, ownersOf, type TicketValues } from './ticket-values.ts';

const LONGEST_SUBJECT = 300;

type Values = TicketValues & { subscriberId: number | null };

const numberIn = (params: URLSearchParams, key: string): number | null =>
  Number(params.get(key)) || null;

/** What of an account it is about, where it is opened from a statement. */
const moneyIn = (params: URLSearchParams) => {
  const accountId = numberIn(params, 'account');
  if (accountId === null) return {};
  const [lineId, fromOn, toOn] = [numberIn(params, 'line'), params.get('from'), params.get('to')];
  const period = fromOn !== null && toOn !== null ? { accountId, fromOn, toOn } : null;
  const subject = lineId === null ? period : { accountId, lineId };
  return { accountId, ...(subject ? { subjects: [subject] } : {}) };
};

/** A new ticket: of a subscriber, out of a conversation, or of nobody in particular. */
export const Component = () => {
  const t = useTexts('tickets');
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [params] = useSearchParams();
  const subscriberId = numberIn(params, 'subscriber');
  const conversationId = numberIn(params, 'conversation');
  const start: Values = { ...emptyTicket, subject: params.get('subject') ?? '', subscriberId };
  const form = useForm<Values, { id: number }>({
    initial: start,
    save: (values) => {
      const { ownerStaffId, teamId } = ownersOf(values);
      return call('POST /api/tickets', {
        ...inputOf(values),
        ...(ownerStaffId === null ? {} : { ownerStaffId }),
        ...(teamId === null ? {} : { teamId }),
        ...(values.subscriberId === null ? {} : { subscriberId: values.subscriberId }),
        ...(conversationId === null ? {} : { conversationId }),
        ...moneyIn(params),
      });
    },
    onSaved: ({ id }) => {
      void refresh(...ticketPaths);
      void navigate(`/tickets/${id}`, { replace: true });
    },
  });
  const { subscriberId: ofId, categoryId, subject } = form.values;
  const about = {
    ...(ofId === null ? {} : { subscriberId: ofId }),
    ...(conversationId === null ? {} : { conversationId }),
    ...(categoryId ? { categoryId: Number(categoryId) } : {}),
    subject: subject.slice(0, LONGEST_SUBJECT),
  };
  const isAsked = subscriberId === null && conversationId === null && may('subscribers.view');
  return (
    <Page title={t('new.title')} backTo="/tickets" layout="narrow">
      <Form form={form} submitLabel={t('new.save')} onCancel={() => void navigate(-1)}>
        <TicketFields form={form as never} />
        {ofId === null && conversationId === null ? null : <AlikeTickets about={about} />}
        {isAsked ? (
          <SubscriberPicker
            label={t('fields.subscriber')}
            exceptId={0}
            onPick={(id) => form.set('subscriberId', id)}
          />
        ) : null}
      </Form>
    </Page>
  );
};
