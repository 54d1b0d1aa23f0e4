/** The list of who may leave, as the server, the routes and the page know it. */
export const listed = {
  entity: 'risks',
  permission: 'retention.risk',
  exportPermission: 'retention.risk_export',
} as const;
