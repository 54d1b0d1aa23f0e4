import { Button, Modal, Select, TextInput } from '@mantine/core';
import { TicketCheck } from 'lucide-react';
import { useState } from 'react';
import type { AccountOnCard } from '../../billing/api.ts';
import type { Card } from '../../subscribers/web/index.tsx';
import { formatMoney } from '../../ui/format.ts';
import { Form } from '../../ui/form/form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { notifyDone } from '../../ui/notify.tsx';
import { CardSection } from '../../ui/show/facts.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useWrite } from './client.ts';

type Account = { id: number; number: string };
type Done = { card: string; amountMinor: number; currency: string };

/** Credits a card whose PIN the subscriber tells, under their accounts. */
export const ActivateCard = ({ card }: { card: Card }) => {
  const t = useTexts('dealers');
  const [isOpen, setOpen] = useState(false);
  const known = (card.parts['accounts'] ?? []) as AccountOnCard[];
  const accounts = known.filter(({ state }) => state !== 'closed');
  if (accounts.length === 0) return null;
  return (
    <CardSection>
      <Button
        size="xs"
        variant="subtle"
        leftSection={<TicketCheck size={14} />}
        onClick={() => setOpen(true)}
      >
        {t('activate.action')}
      </Button>
      {isOpen ? <PinForm accounts={accounts} onClose={() => setOpen(false)} /> : null}
    </CardSection>
  );
};

const PinForm = ({ accounts, onClose }: { accounts: Account[]; onClose: () => void }) => {
  const t = useTexts('dealers');
  const activate = useWrite('POST /api/accounts/{id}/cards', ['/api/accounts', '/api/subscribers']);
  const form = useForm<{ pin: string; account: string | null }, Done>({
    initial: { pin: '', account: String(accounts[0]?.id) },
    save: ({ pin, account }) => activate.mutateAsync({ id: Number(account), pin }),
    onSaved: ({ card, amountMinor, currency }) => {
      notifyDone(t('activate.done', { card, sum: formatMoney(amountMinor, currency) }));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('activate.title')} size={420}>
      <Form form={form} submitLabel={t('activate.submit')} onCancel={onClose}>
        {accounts.length > 1 ? (
          <Select
            {...form.value('account')}
            label={t('cards.account')}
            allowDeselect={false}
            data={accounts.map(({ id, number }) => ({ value: String(id), label: number }))}
          />
        ) : null}
        <TextInput
          {...form.text('pin')}
          label={t('activate.pin')}
          description={t('activate.pinHint')}
          inputMode="numeric"
          autoComplete="off"
          required
          data-autofocus
        />
      </Form>
    </Modal>
  );
};
