import { Button, Modal, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { Link } from 'react-router';
import { formatDay } from '../../../ui/format.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { orderPaths, useRead, useWrite } from '../client.ts';
import { hoursText } from '../../../ui/clock-text.ts';
import css from './visits.module.css';

type Props = { dealId: number; isMoved: boolean; onClose: () => void };

/** Days with their free hours; one is chosen, and where a visit is moved, the reason is said. */
export const VisitDialog = ({ dealId, isMoved, onClose }: Props) => {
  const t = useTexts('sales');
  const may = useMay();
  const slots = useRead('GET /api/deals/{id}/visit-slots', { id: dealId }).data?.slots;
  const book = useWrite('POST /api/deals/{id}/visit', orderPaths);
  const form = useForm({
    initial: { slotId: 0, on: '', reason: '' },
    save: (values) => book.mutateAsync({ id: dealId, ...values }),
    onSaved: onClose,
  });
  const { slotId, on } = form.values;
  const days = [...new Set(slots?.map((slot) => slot.on))];
  return (
    <Modal opened onClose={onClose} title={t('visits.book')} size={480}>
      <Form form={form} onCancel={onClose} submitLabel={t('visits.book')} isReady={slotId !== 0}>
        {slots?.length === 0 ? (
          <p>
            {t('visits.noneFree')}{' '}
            {may('sales.manage') ? <Link to="/settings/visits">{t('visits.addHours')}</Link> : null}
          </p>
        ) : null}
        <div className={css.days}>
          {days.map((day) => (
            <div key={day} role="group" aria-label={formatDay(day)}>
              <b>{formatDay(day, 'weekday')}</b>
              <div className={css.hours}>
                {slots
                  ?.filter((slot) => slot.on === day)
                  .map((slot) => {
                    const isChosen = slot.slotId === slotId && on === day;
                    return (
                      <Button
                        key={slot.slotId}
                        size="xs"
                        variant={isChosen ? 'filled' : 'default'}
                        aria-pressed={isChosen}
                        onClick={() => {
                          form.set('slotId', slot.slotId);
                          form.set('on', day);
                        }}
                      >
                        {hoursText(slot)}
                      </Button>
                    );
                  })}
              </div>
            </div>
          ))}
        </div>
        {isMoved ? <TextInput {...form.text('reason')} label={t('order.reason')} required /> : null}
      </Form>
    </Modal>
  );
};
