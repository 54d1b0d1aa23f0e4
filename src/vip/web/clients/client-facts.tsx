import { formatDay, formatMoney, formatNumber } from '../../../ui/format.ts';
import { Box, CardSection, Facts } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Client } from '../client.ts';
import { useMissing } from '../use-missing.ts';

const day = (on: string | null): string | null => (on === null ? null : formatDay(on));

/** What the rules read of a client, and what lacks. */
export const ClientFacts = ({ client }: { client: Client }) => {
  const t = useTexts('vip');
  const say = useMissing(client.currency);
  const money = (minor: number): string => formatMoney(minor, client.currency);
  const dear = (minor: number, name: string | null): string =>
    name === null ? money(minor) : `${money(minor)} · ${name}`;
  return (
    <Box>
      <CardSection title={t('client.why')}>
        <Facts
          facts={[
            { label: t('client.month'), value: formatDay(client.month) },
            { label: t('fields.numberMinor'), value: dear(client.numberMinor, client.number) },
            { label: t('fields.accountMinor'), value: dear(client.accountMinor, client.account) },
            { label: t('fields.totalMinor'), value: money(client.totalMinor) },
            { label: t('fields.lines'), value: formatNumber(client.lines) },
            { label: t('fields.withUsSince'), value: day(client.withUsSince) },
            { label: t('fields.carefulSince'), value: day(client.carefulSince) },
            { label: t('client.memberSince'), value: day(client.memberSince) },
            { label: t('fields.dropsOn'), value: day(client.dropsOn) },
            { label: t('client.leftOn'), value: day(client.leftOn) },
            { label: t('card.missing'), value: client.missing.map(say).join(', ') },
          ]}
        />
      </CardSection>
    </Box>
  );
};
