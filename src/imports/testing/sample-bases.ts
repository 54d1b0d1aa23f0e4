/** A row of a sample base, by the names of its columns. */
export type SampleRow = Record<string, string>;

/** Rows of a table whose cells hold neither delimiters nor line breaks. */
export function sampleRows(csv: string): SampleRow[] {
  const [header = '', ...lines] = csv.trimEnd().split(/\r?\n/);
  const cells = (line: string) => line.split(',').map((cell) => cell.replace(/^"(.*)"$/, '$1'));
  const names = cells(header);
  return lines.map((line) => {
    const values = cells(line);
    return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
  });
}

/** Somebody of a base as an import should leave him; attributes stand under their labels. */
export type Person = {
  name: string;
  row: number | null;
  status: string;
  number: string | null;
  state: string | null;
  tariff: string | null;
  feeMinor: number | null;
  services: string[];
  attributes: Record<string, unknown>;
};

const stateOf = { Yes: ['left', 'closed'], No: ['active', 'active'] } as const;
const has = (cell = '') => cell.toLowerCase() === 'yes';
const minorOf = (cell = '') => Math.round(Number(cell) * 100);

/** What a row of the IBM sample means, read by nothing of the product's own. */
export function telcoPerson(row: SampleRow): Person {
  const [status, state] = stateOf[has(row['Churn']) ? 'Yes' : 'No'];
  const services = {
    Phone: 'PhoneService',
    'Multiple lines': 'MultipleLines',
    'Online security': 'OnlineSecurity',
    'Online backup': 'OnlineBackup',
    'Device protection': 'DeviceProtection',
    'Tech support': 'TechSupport',
    'Streaming TV': 'StreamingTV',
    'Streaming movies': 'StreamingMovies',
  };
  return {
    name: '',
    row: null,
    status,
    number: row['customerID'] ?? '',
    state,
    tariff: row['InternetService'] === 'No' ? 'Phone only' : (row['InternetService'] ?? ''),
    feeMinor: minorOf(row['MonthlyCharges']),
    services: namesOf(row, services),
    attributes: {
      Gender: row['gender'],
      'Senior citizen': row['SeniorCitizen'] === '1',
      Partner: has(row['Partner']),
      Dependents: has(row['Dependents']),
      'Tenure, months': Number(row['tenure']),
      'Contract term': row['Contract'],
      'Paperless billing': has(row['PaperlessBilling']),
      'Payment method': row['PaymentMethod'],
      // Whoever came this month has not been charged: the cell is blank.
      ...(row['TotalCharges']?.trim() && { 'Total charges': Number(row['TotalCharges']) }),
    },
  };
}

/** What a row of the modeldata sample means; it has neither a number nor a name. */
export function churnPerson(row: SampleRow, at: number): Person {
  const [status, state] = stateOf[has(row['churn']) ? 'Yes' : 'No'];
  const services = namesOf(row, {
    'International plan': 'international_plan',
    'Voice mail plan': 'voice_mail_plan',
  });
  const parts = { day: 'Day', eve: 'Evening', night: 'Night', intl: 'International' };
  const used = Object.entries(parts).flatMap(([part, label]) =>
    ['minutes', 'calls', 'charge'].map(
      (what) => [`${label} ${what}`, Number(row[`total_${part}_${what}`])] as const,
    ),
  );
  return {
    name: '',
    row: at + 2,
    status,
    number: services.length > 0 ? String(at + 2) : null,
    state: services.length > 0 ? state : null,
    tariff: null,
    feeMinor: null,
    services,
    attributes: {
      State: row['state'],
      'Account length, days': Number(row['account_length']),
      'Area code': row['area_code'],
      'Voice mail messages': Number(row['number_vmail_messages']),
      'Customer service calls': Number(row['number_customer_service_calls']),
      ...Object.fromEntries<number>(used),
    },
  };
}

const namesOf = (row: SampleRow, columns: Record<string, string>): string[] =>
  Object.entries(columns)
    .filter(([, column]) => has(row[column]))
    .map(([label]) => label)
    .toSorted();
