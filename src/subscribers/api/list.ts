/** The list of subscribers, as the server, the routes and the page know it. */
export const listed = {
  entity: 'subscribers',
  permission: 'subscribers.view',
  exportPermission: 'subscribers.export',
} as const;
