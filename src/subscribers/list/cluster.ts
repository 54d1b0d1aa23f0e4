/**
 * SQL of a listed subscriber's cluster: its own id and those of everybody merged into it, for rows
 * keep the subscriber that they were written for. The list's table stands under alias `s`; served
 * by subscribers_root.
 */
export const listedCluster = '(select m.id from subscribers m where m.root_id = s.id)';
