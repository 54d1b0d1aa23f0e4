import { Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Sign, useRead, useWrite } from '../client.ts';

/** Who says nothing and leaves all the same: by what it shows, and whom that touches now. */
export const SignSettings = () => {
  const t = useTexts('retention');
  const { data } = useRead('GET /api/leaving-signs');
  const [open, setOpen] = useState<Sign | null>(null);
  return (
    <section aria-label={t('signs.title')}>
      <h2>{t('signs.title')}</h2>
      <PickList>
        {(data?.signs ?? []).map((sign) => (
          <PickRow
            key={sign.kind}
            title={t(`choices.source.${sign.kind}`)}
            text={t(`signs.rules.${sign.kind}`, { count: sign.days })}
            onPick={() => setOpen(sign)}
          >
            <span className="dim tabular">
              {sign.touched === null
                ? t('signs.uncounted')
                : t('signs.touched', { count: sign.touched })}
            </span>
            <Badge tone={sign.isOn ? 'green' : 'gray'}>
              {sign.isOn ? t('signs.on') : t('settings.off')}
            </Badge>
          </PickRow>
        ))}
      </PickList>
      {open === null ? null : <SignDialog sign={open} onClose={() => setOpen(null)} />}
    </section>
  );
};

type Values = { isOn: boolean; days: number | undefined };

const SignDialog = ({ sign, onClose }: { sign: Sign; onClose: () => void }) => {
  const t = useTexts('retention');
  const change = useWrite('PUT /api/leaving-signs/{kind}', ['/api/leaving-signs']);
  const { kind, version } = sign;
  const form = useForm<Values, unknown>({
    initial: { isOn: sign.isOn, days: sign.days },
    save: ({ isOn, days = 0 }) => change.mutateAsync({ kind, version, isOn, days }),
    onSaved: onClose,
  });
  const { days = 0 } = form.values;
  const preview = useRead(
    'GET /api/leaving-signs/{kind}/preview',
    { kind, days },
    { isEnabled: days > 0 && days < 366, isKept: true },
  );
  return (
    <Modal opened onClose={onClose} title={t(`choices.source.${kind}`)} size={420}>
      <Form form={form} onCancel={onClose} isGuarded={false}>
        <NumberField {...form.value('days')} label={t('signs.days')} required />
        {preview.data ? (
          <p className="dim">
            {preview.data.touched === null
              ? t('signs.uncounted')
              : t('signs.preview', { count: preview.data.touched })}
          </p>
        ) : null}
        <Checkbox {...form.tick('isOn')} label={t('signs.isOn')} />
      </Form>
    </Modal>
  );
};
