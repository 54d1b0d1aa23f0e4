import type { Preset } from './preset.ts';

/**
 * Splynx: the columns of its list of customers and of their internet services. A category is
 * `person` or `company`; a status `new`, `active`, `blocked` or `disabled`.
 */
export const splynx: Preset = {
  name: 'splynx',
  title: { ru: 'Splynx', en: 'Splynx' },
  key: 'externalId',
  columns: [
    { names: ['ID', 'Customer ID', 'customer'], target: 'externalId' },
    { names: ['Portal login', 'Login'], target: 'login', isTelling: true },
    { names: ['Portal password', 'Password'], target: 'ignore' },
    {
      names: ['Status'],
      target: 'status',
      values: {
        new: 'prospect',
        active: 'active',
        blocked: 'suspended',
        disabled: 'left',
        inactive: 'left',
      },
    },
    {
      names: ['Category'],
      target: 'kind',
      values: {
        person: 'person',
        individual: 'person',
        company: 'organisation',
        business: 'organisation',
      },
      isTelling: true,
    },
    { names: ['Full name', 'Name'], target: 'fullName' },
    { names: ['Email'], target: 'email' },
    { names: ['Billing email', 'billing_email'], target: 'email', isTelling: true },
    { names: ['Phone number', 'Phone', 'Phone numbers'], target: 'phone' },
    { names: ['Date of birth', 'birthday'], target: 'birthOn' },
    { names: ['Identification', 'passport'], target: 'document', isTelling: true },
    { names: ['VAT ID', 'company_id', 'Company ID'], target: 'taxNumber' },
    { names: ['Partner', 'partner_id'], target: 'attribute', type: 'text', isTelling: true },
    { names: ['Location', 'location_id'], target: 'attribute', type: 'text', isTelling: true },
    {
      names: ['Billing type', 'billing_type'],
      target: 'attribute',
      type: 'choice',
      isTelling: true,
    },
    { names: ['Date added', 'date_add'], target: 'customerSince', isTelling: true },
    { names: ['Last online', 'Last update', 'last_online', 'last_update'], target: 'ignore' },
    { names: ['Street', 'street_1'], target: 'street' },
    { names: ['ZIP code', 'zip_code', 'GPS', 'Geo data'], target: 'ignore' },
    { names: ['City'], target: 'city' },
    { names: ['Account balance', 'Deposit', 'Balance'], target: 'balance' },
    {
      names: ['Internet tariffs', 'Internet plan', 'Plan', 'Tariff'],
      target: 'tariffName',
      isTelling: true,
    },
    { names: ['MRR', 'Price', 'Total price'], target: 'monthlyFee' },
    { names: ['Start date', 'start_date'], target: 'startedOn' },
    { names: ['IP', 'IPv4', 'IP ranges'], target: 'ip' },
    { names: ['MAC', 'MAC(s)'], target: 'mac' },
  ],
};
