import { Button, Modal, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { coveragePaths, useRead, useWrite } from '../client.ts';
import { StopDialog } from './stop-dialog.tsx';

/** Nodes, with the stops of sales that lie on them. */
export const NodeList = () => {
  const t = useTexts('network');
  const [stopping, setStopping] = useState<number | null>(null);
  const [isAdding, setAdding] = useState(false);
  const lift = useWrite('POST /api/stop-sales/{id}/lift', coveragePaths);
  const nodes = useRead('GET /api/nodes').data?.nodes ?? [];
  return (
    <section>
      <h2>{t('settings.nodes')}</h2>
      {nodes.length === 0 ? <p className="dim">{t('settings.noNodes')}</p> : null}
      {nodes.length === 0 ? null : (
        <PickList>
          {nodes.map(({ id, name, buildings, stop }) => (
            <PickRow
              key={id}
              title={name}
              text={[t('settings.buildings', { count: buildings }), stop?.reason ?? '']
                .filter(Boolean)
                .join(' · ')}
            >
              {stop === null ? null : (
                <Badge tone={stop.level === 'stop' ? 'red' : 'amber'}>
                  {t(`stop.levels.${stop.level}`)}
                </Badge>
              )}
              <Button
                size="xs"
                variant="subtle"
                onClick={() => {
                  if (stop === null) setStopping(id);
                  else void lift.mutateAsync({ id: stop.id }).catch(notifyProblem);
                }}
              >
                {t(stop === null ? 'stop.set' : 'stop.lift')}
              </Button>
            </PickRow>
          ))}
        </PickList>
      )}
      <Button
        size="xs"
        variant="subtle"
        leftSection={<Plus size={14} />}
        onClick={() => setAdding(true)}
      >
        {t('settings.addNode')}
      </Button>
      {stopping === null ? null : (
        <StopDialog target={{ nodeId: stopping }} onClose={() => setStopping(null)} />
      )}
      {isAdding ? <NodeDialog onClose={() => setAdding(false)} /> : null}
    </section>
  );
};

const NodeDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('network');
  const add = useWrite('POST /api/nodes', coveragePaths);
  const form = useForm({
    initial: { name: '' },
    save: (values) => add.mutateAsync(values),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('settings.addNode')} size={420}>
      <Form form={form} onCancel={onClose}>
        <TextInput {...form.text('name')} label={t('settings.name')} data-autofocus />
      </Form>
    </Modal>
  );
};
