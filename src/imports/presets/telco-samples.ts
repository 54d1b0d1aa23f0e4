import type { Preset, PresetColumn } from './preset.ts';

const dayParts = { day: 'Day', eve: 'Evening', night: 'Night', intl: 'International' };
const leftWhenYes = { yes: 'left', no: 'active' };

const attribute = (name: string, label: string, type: PresetColumn['type']): PresetColumn => ({
  names: [name],
  target: 'attribute',
  label,
  type,
  isTelling: true,
});

/** A service that a customer has where the column says yes. */
const service = (name: string, label: string): PresetColumn => ({
  names: [name],
  target: 'service',
  label,
  isTelling: true,
});

/** The public sample base of a phone and internet operator that IBM published (7,043 customers). */
export const telcoSample: Preset = {
  name: 'telco-sample',
  title: { ru: 'Учебная база IBM Telco', en: 'IBM Telco sample base' },
  key: 'accountNumber',
  columns: [
    { names: ['customerID'], target: 'accountNumber', isTelling: true },
    attribute('gender', 'Gender', 'choice'),
    attribute('SeniorCitizen', 'Senior citizen', 'boolean'),
    attribute('Partner', 'Partner', 'boolean'),
    attribute('Dependents', 'Dependents', 'boolean'),
    attribute('tenure', 'Tenure, months', 'number'),
    service('PhoneService', 'Phone'),
    service('MultipleLines', 'Multiple lines'),
    {
      names: ['InternetService'],
      target: 'tariffName',
      values: { no: 'Phone only' },
      isTelling: true,
    },
    service('OnlineSecurity', 'Online security'),
    service('OnlineBackup', 'Online backup'),
    service('DeviceProtection', 'Device protection'),
    service('TechSupport', 'Tech support'),
    service('StreamingTV', 'Streaming TV'),
    service('StreamingMovies', 'Streaming movies'),
    attribute('Contract', 'Contract term', 'choice'),
    attribute('PaperlessBilling', 'Paperless billing', 'boolean'),
    attribute('PaymentMethod', 'Payment method', 'choice'),
    { names: ['MonthlyCharges'], target: 'monthlyFee', isTelling: true },
    attribute('TotalCharges', 'Total charges', 'number'),
    { names: ['Churn'], target: 'status', values: leftWhenYes },
  ],
};

/** The public sample base of a phone operator from R's modeldata (5,000 customers, no numbers). */
export const churnSample: Preset = {
  name: 'churn-sample',
  title: { ru: 'Учебная база modeldata', en: 'modeldata sample base' },
  key: 'rowNumber',
  columns: [
    attribute('state', 'State', 'text'),
    attribute('account_length', 'Account length, days', 'number'),
    attribute('area_code', 'Area code', 'choice'),
    service('international_plan', 'International plan'),
    service('voice_mail_plan', 'Voice mail plan'),
    attribute('number_vmail_messages', 'Voice mail messages', 'number'),
    ...Object.entries(dayParts).flatMap(([part, title]) =>
      ['minutes', 'calls', 'charge'].map((what) =>
        attribute(`total_${part}_${what}`, `${title} ${what}`, 'number'),
      ),
    ),
    attribute('number_customer_service_calls', 'Customer service calls', 'number'),
    { names: ['churn'], target: 'status', values: leftWhenYes },
  ],
};
