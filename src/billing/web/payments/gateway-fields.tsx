import { PasswordInput, TextInput } from '@mantine/core';
import { FormRow } from '../../../ui/form/form.tsx';
import { useTexts } from '../../../ui/texts.ts';

type Bound = { value: string; error?: string };

type Props = {
  shopId: Bound;
  secretKey: Bound;
  accountField: Bound;
  apiUrl: Bound;
  /** Null before it is kept: its address for notifications is not known yet. */
  sourceId: number | null;
};

/** What YooKassa is asked with, and the address that it is to tell its news to. */
export const GatewayFields = ({ shopId, secretKey, accountField, apiUrl, sourceId }: Props) => {
  const t = useTexts('billing');
  return (
    <>
      <FormRow>
        <TextInput {...shopId} label={t('sources.shopId')} autoComplete="off" />
        <PasswordInput
          {...secretKey}
          label={t('sources.secretKey')}
          autoComplete="new-password"
          {...(sourceId === null ? {} : { placeholder: t('sources.passwordStays') })}
        />
      </FormRow>
      <TextInput
        {...accountField}
        label={t('sources.accountField')}
        description={t('sources.accountFieldHint')}
      />
      <TextInput {...apiUrl} label={t('sources.apiUrl')} />
      <p className="dim">
        {sourceId === null
          ? t('sources.hookLater')
          : t('sources.hook', { url: `${window.location.origin}/pay/yookassa/${sourceId}` })}
      </p>
    </>
  );
};
