import { Button, Menu } from '@mantine/core';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite } from '../client.ts';
import css from '../vip.module.css';
import { runPaths, RunStep } from './run-step.tsx';

/** Scenarios that go on with a client, and those that are over. */
export const ClientRuns = ({ id }: { id: number }) => {
  const t = useTexts('vip');
  const { data } = useRead('GET /api/vip/{id}/playbooks', { id });
  if (!data) return null;
  return (
    <section aria-label={t('playbooks.title')}>
      <div className={css.line}>
        <h2 style={{ flex: 1 }}>{t('playbooks.title')}</h2>
        <BeginMenu id={id} />
      </div>
      {data.runs.length === 0 ? <p className="dim">{t('playbooks.none')}</p> : null}
      {data.runs.map((run) => (
        <RunStep key={run.id} run={run} />
      ))}
    </section>
  );
};

const BeginMenu = ({ id }: { id: number }) => {
  const t = useTexts('vip');
  const { data } = useRead('GET /api/vip-playbooks');
  const begin = useWrite('POST /api/vip/{id}/playbooks', runPaths);
  const playbooks = data?.playbooks.filter(({ isArchived }) => !isArchived) ?? [];
  if (playbooks.length === 0) return null;
  return (
    <Menu>
      <Menu.Target>
        <Button size="xs" loading={begin.isPending}>
          {t('playbooks.begin')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {playbooks.map((one) => (
          <Menu.Item
            key={one.id}
            onClick={() => void begin.mutateAsync({ id, playbookId: one.id }).catch(notifyProblem)}
          >
            {one.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
