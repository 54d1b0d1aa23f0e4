import type { Preset } from './preset.ts';

const flagAsStatus = {
  '0': 'left',
  '1': 'active',
  no: 'left',
  yes: 'active',
  false: 'left',
  true: 'active',
};

/** UISP (once UCRM): the fields of its clients, as its files and its API name them. */
export const uisp: Preset = {
  name: 'uisp',
  title: { ru: 'UISP (UCRM)', en: 'UISP (UCRM)' },
  key: 'externalId',
  columns: [
    {
      names: ['Custom ID', 'userIdent', 'Client custom ID'],
      target: 'accountNumber',
      isTelling: true,
    },
    { names: ['ID', 'Client ID'], target: 'externalId' },
    { names: ['First name'], target: 'firstName' },
    { names: ['Last name'], target: 'lastName' },
    { names: ['Client name', 'Name'], target: 'fullName' },
    { names: ['Company name'], target: 'organisationName' },
    {
      names: ['Client type'],
      target: 'kind',
      values: {
        '1': 'person',
        '2': 'organisation',
        residential: 'person',
        company: 'organisation',
      },
      isTelling: true,
    },
    { names: ['Company registration number'], target: 'attribute', type: 'text', isTelling: true },
    { names: ['Company tax ID'], target: 'taxNumber', isTelling: true },
    { names: ['Username'], target: 'login' },
    { names: ['Email', 'Contact email', 'Emails'], target: 'email' },
    { names: ['Phone', 'Contact phone', 'Phones'], target: 'phone' },
    { names: ['Street 1', 'Street'], target: 'street' },
    { names: ['Street 2'], target: 'flat', isTelling: true },
    { names: ['City'], target: 'city' },
    { names: ['Zip code', 'State', 'Country', 'State code'], target: 'ignore' },
    {
      names: ['Invoice street 1', 'Invoice street 2', 'Invoice city'],
      target: 'ignore',
      isTelling: true,
    },
    {
      names: ['Invoice zip code', 'Invoice state', 'Invoice country'],
      target: 'ignore',
      isTelling: true,
    },
    { names: ['Account balance', 'Balance'], target: 'balance' },
    {
      names: ['Account credit', 'Account outstanding', 'Average monthly payment'],
      target: 'ignore',
      isTelling: true,
    },
    { names: ['Registration date'], target: 'customerSince' },
    { names: ['Is active'], target: 'status', values: flagAsStatus, isTelling: true },
    {
      names: ['Is lead'],
      target: 'status',
      values: { '0': 'active', '1': 'prospect', no: 'active', yes: 'prospect' },
      isTelling: true,
    },
    { names: ['Previous ISP'], target: 'attribute', type: 'text', isTelling: true },
    {
      names: ['Service plan', 'Service name', 'Service plan name'],
      target: 'tariffName',
      isTelling: true,
    },
    { names: ['Service price', 'Price'], target: 'monthlyFee' },
    { names: ['Service active from', 'Active from'], target: 'startedOn', isTelling: true },
    { names: ['IP', 'Device IP', 'Service device IP'], target: 'ip' },
    { names: ['Note'], target: 'note' },
  ],
};
