import { NumberInput } from '@mantine/core';
import { useTexts } from '../../../ui/texts.ts';
import type { DeskSettings } from '../../api/settings.ts';
import { channels } from '../../api/words.ts';
import css from './settings.module.css';

type Loads = DeskSettings['channelLoads'];
type Channel = (typeof channels)[number];
type Props = { value: Loads; onChange: (loads: Loads) => void };

const WHOLE = { percent: 100, most: null };

/** How much of a person's limit a request of each channel takes, and how many go at once. */
export const LoadTable = ({ value, onChange }: Props) => {
  const t = useTexts('conversations');
  const set = (channel: Channel, change: Partial<typeof WHOLE | { most: number | null }>): void =>
    onChange({ ...value, [channel]: { ...WHOLE, ...value[channel], ...change } });
  return (
    <table className={css.loads}>
      <thead>
        <tr>
          <th scope="col">{t('board.channel')}</th>
          <th scope="col">{t('settings.percent')}</th>
          <th scope="col">{t('settings.most')}</th>
        </tr>
      </thead>
      <tbody>
        {channels.map((channel) => {
          const { percent, most } = value[channel] ?? WHOLE;
          const name = t(`channels.${channel}`);
          return (
            <tr key={channel}>
              <th scope="row">{name}</th>
              <td>
                <NumberInput
                  aria-label={`${name}: ${t('settings.percent')}`}
                  value={percent}
                  min={0}
                  max={300}
                  step={10}
                  onChange={(next) => set(channel, { percent: Number(next) })}
                />
              </td>
              <td>
                <NumberInput
                  aria-label={`${name}: ${t('settings.most')}`}
                  value={most ?? ''}
                  min={0}
                  max={100}
                  placeholder={t('settings.noMost')}
                  onChange={(next) => set(channel, { most: next === '' ? null : Number(next) })}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
