/** The list of cases, as the server, the routes and the page know it. */
export const listed = {
  entity: 'cases',
  permission: 'retention.work',
  exportPermission: 'retention.export',
} as const;
