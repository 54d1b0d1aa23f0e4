/** Takes turns; with lengths that share no factor, the columns of a table meet in all ways. */
const turn = (values: readonly string[], row: number): string => values[row % values.length] ?? '';
const yesNo = ['Yes', 'No', 'No'];

/** A made-up base with the columns and the words of IBM's sample. */
export function telcoLookAlike(count: number): string {
  const header =
    'customerID,gender,SeniorCitizen,Partner,Dependents,tenure,PhoneService,MultipleLines,' +
    'InternetService,OnlineSecurity,OnlineBackup,DeviceProtection,TechSupport,StreamingTV,' +
    'StreamingMovies,Contract,PaperlessBilling,PaymentMethod,MonthlyCharges,TotalCharges,Churn';
  const lines = Array.from({ length: count }, (_, n) => {
    const internet = turn(['DSL', 'Fiber optic', 'No', 'DSL', 'Fiber optic'], n);
    const hasPhone = internet === 'No' || n % 4 > 0;
    const online = (shift: number) =>
      internet === 'No' ? 'No internet service' : turn(yesNo, n + shift);
    return [
      `${1000 + n}-LOOK${String.fromCodePoint(65 + (n % 26))}`,
      turn(['Female', 'Male'], n),
      turn(['0', '0', '1'], n),
      turn(yesNo, n),
      turn(yesNo, n + 1),
      n,
      hasPhone ? 'Yes' : 'No',
      hasPhone ? turn(yesNo, n + 2) : 'No phone service',
      internet,
      ...[0, 1, 2, 0, 1, 2].map(online),
      turn(['Month-to-month', 'One year', 'Two year'], n),
      turn(['Yes', 'No'], n),
      turn(['Electronic check', 'Mailed check', 'Credit card (automatic)'], n),
      (20 + n * 1.35).toFixed(2),
      n === 0 ? ' ' : (n * (20 + n * 1.35)).toFixed(2),
      turn(['No', 'No', 'Yes', 'No', 'No', 'No', 'Yes'], n),
    ].join(',');
  });
  return `${[header, ...lines].join('\n')}\n`;
}

/** A made-up base with the columns and the words of modeldata's sample: no number, no name. */
export function churnLookAlike(count: number): string {
  const parts = ['day', 'eve', 'night', 'intl'];
  const names = [
    'state',
    'account_length',
    'area_code',
    'international_plan',
    'voice_mail_plan',
    'number_vmail_messages',
    ...parts.flatMap((part) => ['minutes', 'calls', 'charge'].map((w) => `total_${part}_${w}`)),
    'number_customer_service_calls',
    'churn',
  ];
  const quoted = (cell: string) => `"${cell}"`;
  const lines = Array.from({ length: count }, (_, n) =>
    [
      quoted(turn(['AA', 'BB', 'CC', 'DD', 'EE'], n)),
      10 + n * 3,
      quoted(turn(['area_code_1', 'area_code_2', 'area_code_3'], n)),
      quoted(turn(['no', 'yes', 'no', 'no'], n)),
      quoted(turn(['no', 'no', 'yes'], n)),
      n % 3 === 2 ? 5 + n : 0,
      ...parts.flatMap((_part, at) => [
        (100 + n * 1.7 + at).toFixed(1),
        40 + n + at,
        (10 + n * 0.29 + at).toFixed(2),
      ]),
      n % 6,
      quoted(turn(['no', 'no', 'no', 'yes', 'no'], n)),
    ].join(','),
  );
  return `${[names.map(quoted).join(','), ...lines].join('\n')}\n`;
}
