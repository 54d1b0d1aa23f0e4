export const reportKinds = ['kpis', 'parts', 'rows', 'survival', 'cohorts'] as const;
export const reportFormats = ['xlsx', 'csv', 'pdf'] as const;
export type ReportFormat = (typeof reportFormats)[number];
export const rhythms = ['day', 'week', 'month'] as const;
