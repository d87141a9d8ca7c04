/** What a caller may do: `<area>:read` or `<area>:write`. Write does not include read. `*` on a key means everything its person's role allows. */
export const areas = ['sourcing', 'offers', 'closing', 'outreach', 'events', 'tasks', 'settings', 'people', 'keys', 'system'] as const;
export type Area = (typeof areas)[number];
export type Scope = `${Area}:${'read' | 'write'}`;
export const scopes: Scope[] = areas.flatMap((area) => [`${area}:read`, `${area}:write`] as const);

export const roles = ['broker', 'coordinator', 'marketer', 'agent', 'engineer', 'auditor'] as const;
export type Role = (typeof roles)[number];

const reads = scopes.filter((scope) => scope.endsWith(':read'));
/** What looks after the machinery is for those who do. */
const readsOfWork = reads.filter((scope) => scope !== 'system:read');
const writes = (...of: Area[]): Scope[] => of.map((area) => `${area}:write` as const);

/** The most a role may ever do; a key narrows it further, never widens it. */
const roleScopes: Record<Role, ReadonlySet<Scope>> = {
  broker: new Set(scopes),
  coordinator: new Set([...readsOfWork, ...writes('sourcing', 'offers', 'closing', 'outreach', 'tasks')]),
  marketer: new Set([...readsOfWork.filter((scope) => scope !== 'people:read' && scope !== 'keys:read'), ...writes('sourcing', 'outreach', 'tasks')]),
  agent: new Set<Scope>(['sourcing:read', 'offers:read', 'closing:read', 'outreach:read', 'tasks:read', ...writes('closing', 'offers', 'tasks')]),
  engineer: new Set([...reads, ...writes('events', 'keys')]),
  auditor: new Set(reads),
};

/** Who may take back what was recorded on a file by mistake: those who answer for it. */
export const mayTakeFactsBack = (role: string): boolean => role === 'broker' || role === 'coordinator';
/** Whether a person in this role may do it at all. */
export const roleMay = (role: string, scope: Scope): boolean => roleScopes[role as Role]?.has(scope) ?? false;
/** Whether this caller may do it: the scopes of a key within those of its person's role; a session has `*`. */
export const mayDo = (caller: { role: string; scopes: readonly string[] }, scope: Scope): boolean =>
  roleMay(caller.role, scope) && (caller.scopes.includes('*') || caller.scopes.includes(scope));
/** Everything this caller may do. */
export const scopesOf = (caller: { role: string; scopes: readonly string[] }): Scope[] => scopes.filter((scope) => mayDo(caller, scope));
