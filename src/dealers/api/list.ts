/** The list of dealers, as the server, the routes and the page know it. */
export const listed = { entity: 'dealers', permission: 'dealers.view' } as const;
