import { eq } from 'drizzle-orm';
import type { WatchSettings } from '../../domain/compliance/watch.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { settings } from '../schema/index.ts';

export type SettingsRow = typeof settings.$inferSelect;
export type SettingsChange = Partial<
  Pick<SettingsRow, 'dealsPerDay' | 'offerApproval' | 'offerDays' | 'followUpSequence' | 'trustedTemplates' | 'signatureDays' | 'signatureNotices'>
> & {
  offerFormula?: Record<string, unknown> | undefined;
  deadlineWatch?: WatchSettings | undefined;
};

export async function readSettings(tx: Tx): Promise<SettingsRow | null> {
  const [row] = await tx.select().from(settings).where(eq(settings.brokerageId, tx.brokerageId));
  return row ?? null;
}

/** Writes what differs, and one event with prior and next of each; nothing at all when nothing differs. */
export async function changeSettings({ tx, event }: Change, wanted: SettingsChange): Promise<SettingsRow> {
  const prior = await requireSettings(tx);
  const differing = (Object.keys(wanted) as (keyof SettingsChange)[]).filter(
    (name) => wanted[name] !== undefined && JSON.stringify(wanted[name]) !== JSON.stringify(prior[name]),
  );
  if (differing.length === 0) return prior;
  const next = await writeSettings(tx, Object.fromEntries(differing.map((name) => [name, wanted[name]])));
  await event('Settings.Changed', { changes: Object.fromEntries(differing.map((name) => [name, { prior: prior[name], next: next[name] }])) });
  return next;
}

/** Enters the brokerage's CRM, or takes it out; the log keeps its host alone. The secret is made anew with each address, or when asked for. */
export async function changeCrm(
  { tx, event }: Change,
  { url, fresh, newSecret }: { url: string | null; fresh: boolean; newSecret: () => string },
): Promise<{ url: string | null; secret: string | null; changed: boolean }> {
  const prior = await requireSettings(tx);
  const same = prior.crmUrl === url;
  if (same && (!fresh || url === null)) return { url, secret: null, changed: false };
  const secret = url === null ? null : newSecret();
  await writeSettings(tx, { crmUrl: url, crmSecret: secret });
  await event('Settings.Changed', { changes: { crm: { prior: hostOf(prior.crmUrl), next: hostOf(url) } } });
  return { url, secret, changed: true };
}

const hostOf = (url: string | null): string | null => (url === null ? null : new URL(url).host);

/** The kill switch. Sends look at it last, so none starts later than a second after. */
export async function stopSending({ tx, now, event }: Change, { by, reason }: { by: string; reason: string }): Promise<SettingsRow> {
  const prior = await requireSettings(tx);
  if (prior.sendingStoppedAt) return prior;
  await event('Sending.Stopped', { reason });
  return writeSettings(tx, { sendingStoppedAt: now, sendingStoppedBy: by });
}

export async function resumeSending({ tx, event }: Change, { reason }: { reason: string }): Promise<SettingsRow> {
  const prior = await requireSettings(tx);
  if (!prior.sendingStoppedAt) return prior;
  await event('Sending.Resumed', { reason });
  return writeSettings(tx, { sendingStoppedAt: null, sendingStoppedBy: null });
}

async function requireSettings(tx: Tx): Promise<SettingsRow> {
  await tx.insert(settings).values({ brokerageId: tx.brokerageId }).onConflictDoNothing();
  return (await readSettings(tx))!;
}

async function writeSettings(tx: Tx, values: Partial<typeof settings.$inferInsert>): Promise<SettingsRow> {
  const [row] = await tx.update(settings).set(values).where(eq(settings.brokerageId, tx.brokerageId)).returning();
  return row!;
}
