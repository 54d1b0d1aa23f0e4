import { ActionIcon } from '@mantine/core';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../api.ts';
import type { Attribute } from './attribute.ts';
import { moved } from './moved.ts';

type Props = {
  entity: string;
  attributes: readonly Attribute[];
  onOpen: (id: number) => void;
};

/** Attributes in the order in which cards and forms show them. */
export const AttributeList = ({ entity, attributes, onOpen }: Props) => {
  const order = useWrite('POST /api/attributes/order');
  const used = attributes.filter(({ isArchived }) => !isArchived).map(({ id }) => id);
  const move = (id: number, by: 1 | -1): void =>
    order.mutate({ entity, ids: moved(used, id, by) }, { onError: notifyProblem });
  return (
    <PickList>
      {attributes.map((attribute) => (
        <AttributeRow
          key={attribute.id}
          attribute={attribute}
          place={used.indexOf(attribute.id)}
          lastPlace={used.length - 1}
          onMove={(by) => move(attribute.id, by)}
          onOpen={() => onOpen(attribute.id)}
        />
      ))}
    </PickList>
  );
};

type RowProps = {
  attribute: Attribute;
  /** -1 of an archived one, which has none. */
  place: number;
  lastPlace: number;
  onMove: (by: 1 | -1) => void;
  onOpen: () => void;
};

const AttributeRow = ({ attribute, place, lastPlace, onMove, onOpen }: RowProps) => {
  const t = useTexts('work');
  const { label, type, key, indexState, isArchived } = attribute;
  return (
    <PickRow title={label} text={`${t(`attributes.type.${type}`)} · ${key}`} onPick={onOpen}>
      {indexState === 'none' ? null : (
        <Badge tone={indexState === 'ready' ? 'teal' : 'amber'}>
          {t(`attributes.index.${indexState}`)}
        </Badge>
      )}
      {isArchived ? <Badge>{t('attributes.archived')}</Badge> : null}
      {isArchived ? null : (
        <>
          <ActionIcon
            aria-label={t('attributes.moveUp', { label })}
            disabled={place === 0}
            onClick={() => onMove(-1)}
          >
            <ArrowUp size={15} />
          </ActionIcon>
          <ActionIcon
            aria-label={t('attributes.moveDown', { label })}
            disabled={place === lastPlace}
            onClick={() => onMove(1)}
          >
            <ArrowDown size={15} />
          </ActionIcon>
        </>
      )}
    </PickRow>
  );
};
