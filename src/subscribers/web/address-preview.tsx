import { useDebouncedValue } from '@mantine/hooks';
import { Check, TriangleAlert } from 'lucide-react';
import { useTexts } from '../../ui/texts.ts';
import { useRead } from './client.ts';

/** How a typed address is understood, told while it is typed. */
export const AddressPreview = ({ text }: { text: string }) => {
  const t = useTexts('subscribers');
  const [asked] = useDebouncedValue(text.trim(), 250);
  const isEnabled = asked.length >= 4;
  const input = { text: asked };
  const { data } = useRead('GET /api/addresses/understand', input, { isEnabled, isKept: true });
  if (!isEnabled || !data) return null;
  return (
    <div className="dim" role="status">
      {data.isUnderstood ? <Check size={13} /> : <TriangleAlert size={13} />}{' '}
      {data.isUnderstood ? data.text : t('addresses.notUnderstood')}
      {data.isUnderstood && data.buildingId === null ? ` · ${t('addresses.newBuilding')}` : ''}
    </div>
  );
};
