import { Modal, Select } from '@mantine/core';
import { Link } from 'react-router';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { dealPaths, type SendingWay, useRead, useWrite } from '../client.ts';
import css from './quotes.module.css';

type At = { id: number; quoteId: number };
type Props = { at: At; onClose: () => void };

/** By which way the link of a quote is sent to whoever it is for. */
export const SendDialog = ({ at, onClose }: Props) => {
  const t = useTexts('sales');
  const { ways, lacking = [] } =
    useRead('GET /api/deals/{id}/quotes/{quoteId}/ways', at).data ?? {};
  return (
    <Modal opened onClose={onClose} title={t('quotes.sendTitle')} size={420}>
      {ways === undefined ? <SkeletonLine widthPx={280} /> : null}
      {ways?.length === 0 ? <p>{t('quotes.noWays')}</p> : null}
      {ways && lacking.length > 0 ? <Lacking parts={lacking} /> : null}
      {ways?.[0] ? <SendForm at={at} ways={ways} first={ways[0]} onClose={onClose} /> : null}
    </Modal>
  );
};

/** What a contract that a yes makes would stand without, and where it is told. */
const Lacking = ({ parts }: { parts: readonly string[] }) => {
  const t = useTexts('sales');
  const may = useMay();
  return (
    <p className={css.lacking}>
      {t('quotes.lacking.text', {
        parts: parts.map((part) => t(`quotes.lacking.${part}`)).join(', '),
      })}{' '}
      {may('billing.settings') ? (
        <Link to="/settings/seller">{t('quotes.lacking.tell')}</Link>
      ) : null}
    </p>
  );
};

type FormProps = Props & { ways: readonly SendingWay[]; first: SendingWay };

const SendForm = ({ at, ways, first, onClose }: FormProps) => {
  const t = useTexts('sales');
  const send = useWrite('POST /api/deals/{id}/quotes/{quoteId}/send', dealPaths);
  const form = useForm({
    initial: { way: first.key },
    save: ({ way }) => send.mutateAsync({ ...at, way }),
    onSaved: () => {
      notifyDone(t('quotes.queued'));
      onClose();
    },
  });
  return (
    <Form form={form} onCancel={onClose} submitLabel={t('quotes.send')} isGuarded={false}>
      <Select
        value={form.values.way}
        onChange={(way) => form.set('way', way ?? first.key)}
        label={t('quotes.by_way')}
        allowDeselect={false}
        data={ways.map(({ key, kind, shown }) => ({
          value: key,
          label: [t(`quotes.ways.${kind}`), shown].filter(Boolean).join(' · '),
        }))}
        openOnFocus={false}
        data-autofocus
      />
    </Form>
  );
};
