import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Avatar } from '../../../ui/show/avatar.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { deskPaths, useRead, useWrite, type Opened } from '../api.ts';
import css from './act.module.css';

/** Who can be given it, with their load; those who are ready stand first. */
export const AssignDialog = (props: {
  conversation: Pick<Opened, 'id' | 'version'>;
  onClose: () => void;
}) => {
  const t = useTexts('conversations');
  const [query, setQuery] = useState('');
  const { data, error, refetch } = useRead('GET /api/conversations/assignees');
  const assign = useWrite('POST /api/conversations/{id}/assign', [...deskPaths, '/api/board']);
  const { id, version } = props.conversation;
  const give = (staffId: number, name: string): void => {
    assign
      .mutateAsync({ id, version, staffId })
      .then(() => notifyDone(t('more.assigned', { name })))
      .catch(notifyProblem);
    props.onClose();
  };
  const meant = data?.people.filter(({ name }) =>
    name.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase()),
  );
  return (
    <Modal opened onClose={props.onClose} title={t('more.assignTitle')} size={420}>
      <TextInput
        data-autofocus
        aria-label={t('more.findPerson')}
        placeholder={t('more.findPerson')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
      <ul className={css.people}>
        {meant?.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              className={css.person}
              onClick={() => give(person.id, person.name)}
            >
              <Avatar name={person.name} sizePx={28} />
              <span className="cut">{person.name}</span>
              <span className="dim">{t('more.load', person)}</span>
              {person.isReady ? (
                <Badge tone="green">{t('more.ready')}</Badge>
              ) : (
                <Badge>{t(person.isHere ? 'more.here' : 'more.gone')}</Badge>
              )}
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
};
