import { useNavigate, useParams } from 'react-router';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useRefresh } from '../../../ui/query.ts';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { call, ticketPaths, useRead, type Ticket } from '../client.ts';
import { TicketFields } from './ticket-fields.tsx';
import { inputOf, ownersOf, valuesOf, type TicketValues } from './ticket-values.ts';

const EditForm = ({ ticket }: { ticket: Ticket }) => {
  const navigate = useNavigate();
  const refresh = useRefresh();
  const path = `/tickets/${ticket.id}`;
  const { id, version } = ticket;
  const form = useForm<TicketValues, unknown>({
    initial: valuesOf(ticket),
    save: (values) =>
      call('PATCH /api/tickets/{id}', { id, version, ...inputOf(values), ...ownersOf(values) }),
    onSaved: () => {
      void refresh(...ticketPaths);
      void navigate(path);
    },
  });
  return (
    <Form form={form} onCancel={() => void navigate(path)}>
      <TicketFields form={form} />
    </Form>
  );
};

/** Edits what a ticket says; its turn is changed on its page. */
export const Component = () => {
  const { id = '' } = useParams();
  const t = useTexts('tickets');
  const read = useRead('GET /api/tickets/{id}', { id: Number(id) }, { staleMs: 0 });
  return (
    <Page title={t('open.title', { number: id })} backTo={`/tickets/${id}`} layout="narrow">
      {read.isError ? <ErrorState failure={read.error} /> : null}
      {read.data ? <EditForm key={read.data.version} ticket={read.data} /> : null}
    </Page>
  );
};
