import { Button, Menu } from '@mantine/core';
import { Check, Tag } from 'lucide-react';
import { LabelDot, useLabels } from '../../../work/web/index.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useDesk } from './use-desk.ts';

/** Narrows the queue to what bears a label; stands nowhere while there are no labels. */
export const LabelFilter = () => {
  const t = useTexts('conversations');
  const labels = useLabels();
  const { labelId, look } = useDesk();
  const chosen = labels.find(({ id }) => id === labelId);
  if (labels.length === 0) return null;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button
          size="xs"
          variant={chosen ? 'light' : 'subtle'}
          color={chosen ? 'teal' : 'gray'}
          title={t('labels.filter')}
          leftSection={chosen ? <LabelDot color={chosen.color} /> : <Tag size={15} />}
          styles={{ label: { maxWidth: 110 } }}
        >
          {chosen ? <span className="cut">{chosen.name}</span> : t('labels.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflow: 'auto' }}>
        <Menu.Item
          rightSection={chosen ? null : <Check size={14} />}
          onClick={() => void look({ labelId: null })}
        >
          {t('labels.all')}
        </Menu.Item>
        {labels.map(({ id, name, color }) => (
          <Menu.Item
            key={id}
            leftSection={<LabelDot color={color} />}
            rightSection={id === labelId ? <Check size={14} /> : null}
            onClick={() => void look({ labelId: id })}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
