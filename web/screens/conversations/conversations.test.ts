import { randomBytes } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { createDeliveryActivities } from '../../../activities/deliveries.ts';
import { createSmtp } from '../../../activities/providers/smtp/index.ts';
import { changeSubject } from '../../../db/events.ts';
import { askWhoWrote } from '../../../db/queries/unmatched.ts';
import { deliveries, inboundMessages, sends, tasks, webhookEndpoints } from '../../../db/schema/index.ts';
import { inTenant } from '../../../db/tenant.ts';
import { messageIdOf } from '../../../domain/outreach/message-id.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/server.ts';
import { control, testDocusign, testSecrets } from '../../../sandbox/testing.ts';
import { testSession } from '../../../test/api.ts';
import { atEnd } from '../../../test/at-end.ts';
import { testFolder } from '../../../test/folder.ts';
import { type SeededSeller, seedSeller } from '../../../test/seed-outreach.ts';
import { closingConsumers } from '../../../workers/consumers/closing.ts';
import { intake } from '../../../workers/consumers/outreach.intake.ts';
import { drain } from '../../../workers/relay/relay.ts';
import { expectNoViolations, picture, shown, type TestWeb, testWeb } from '../../test/browser.ts';
import { expectEmpty, expectEveryState } from '../../test/states.ts';

let web: TestWeb;
let empty: TestWeb;
let sandbox: Sandbox;
let ann: SeededSeller;
let mailbox: string;
beforeAll(async () => {
  web = await testWeb();
  empty = await web.other();
  const { brokerageId, database, slug } = web;
  const token = randomBytes(24).toString('base64url');
  mailbox = `offers@${slug}.test`;
  const { emailSecret, ...keys } = testSecrets;
  sandbox = await startSandbox({
    ...{ httpPort: 0, smtpPort: 0, delayMs: 0, emailSecrets: [emailSecret], docusign: testDocusign, ...keys },
    home: testFolder('sandbox'),
    endpoints: [{ provider: 'email', address: mailbox, url: `${web.url}/webhooks/email/${token}` }],
  });
  atEnd(() => sandbox.stop());
  Object.assign(web.api.deps.config, { sandboxUrl: sandbox.httpUrl, webhooks: { ...web.api.deps.config.webhooks, emailSecrets: [emailSecret] } });
  await inTenant(database.app, brokerageId, (tx) =>
    tx.insert(webhookEndpoints).values([
      { brokerageId, provider: 'email', token, address: mailbox },
      { brokerageId, provider: 'twilio', token: randomBytes(24).toString('base64url'), address: '+16155550100' },
    ]),
  );
  ann = await seedSeller(database.app, brokerageId, { email: `ann-${slug}+silent@example.com` });
  const bo = await seedSeller(database.app, brokerageId, { contact: { firstName: 'Bo', lastName: 'Reed', displayName: 'Bo Reed' } });
  // What the first e-mail of a sequence was, so that there is something to answer.
  const key = `first/${slug}`;
  await createSmtp({ url: sandbox.smtpUrl }).send({
    ...{ key, fromName: 'Acme', from: mailbox, to: ann.email!, subject: 'Your house', html: '<p>We buy</p>', text: 'We would like to buy your house.' },
    ...{ headers: {}, attachments: [] },
  });
  await inTenant(database.app, brokerageId, async (tx) => {
    await tx.insert(sends).values({
      ...{ brokerageId, key, channel: 'email', leadId: ann.leadId, contactId: ann.contactId, step: 'first-email', address: ann.email! },
      ...{ templateSlug: 'first-letter', templateVersion: 3, subject: 'Your house', body: 'We would like to buy your house.', status: 'delivered' },
      ...{ providerId: messageIdOf(key, mailbox), claimedAt: new Date('2026-11-20T15:00:00Z') },
    });
    await tx.insert(inboundMessages).values([
      {
        brokerageId,
        channel: 'text',
        fromAddress: bo.phone!,
        contactId: bo.contactId,
        body: 'Who is this?',
        class: 'unclear',
        receivedAt: new Date('2026-11-19T15:00:00Z'),
      },
    ]);
  });
}, 120_000);

/** Webhooks that came in reach the books, as the relay brings them. */
const settle = async (): Promise<void> => {
  await control(sandbox, 'settle', {});
  await drain({
    app: web.database.app,
    relay: web.database.relay.sql,
    consumers: [intake, ...closingConsumers.filter(({ name }) => name === 'answer-seller-task')],
    perform: async () => {},
    retryDelaysMs: [50],
    log: (line) => expect.unreachable(JSON.stringify(line)),
  } as Parameters<typeof drain>[0]);
};
const tasksOpen = () =>
  inTenant(web.database.app, web.brokerageId, (tx) =>
    tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.kind, 'answer-seller'), eq(tasks.status, 'open'))),
  );
const written = () => inTenant(web.database.app, web.brokerageId, (tx) => tx.select().from(deliveries).where(eq(deliveries.kind, 'personal-message')));

it('a seller answers in the sandbox, a person answers back, and the task is done by it', { timeout: 120_000 }, async () => {
  const page = await web.open(`/conversations/${ann.contactId}`, { width: 1400 });
  await shown(page, 'Ann Walker');
  await page.getByText('We would like to buy your house.').waitFor();
  await page.getByText('Sandbox: answer as Ann Walker').click();
  await page.getByLabel('Answer from').selectOption(ann.email!);
  await page.getByLabel('Words of Ann Walker').fill('How much would you pay?');
  await page.getByRole('button', { name: 'Answer as the seller' }).click();
  await expect.poll(() => page.getByLabel('Words of Ann Walker').inputValue()).toBe('');
  await settle();
  const said = page.getByRole('listitem').filter({ hasText: 'How much would you pay?' });
  await said.first().waitFor({ timeout: 30_000 });
  expect(await tasksOpen()).toHaveLength(1);
  const needsMe = await web.open('/');
  await needsMe.locator(`a[href="/conversations/${ann.contactId}"]`).first().waitFor();
  await needsMe.close();

  await page.getByText('Goes at once').waitFor();
  // Nothing is asked for while it can be undone.
  const box = page.getByLabel('Your words to Ann Walker');
  await box.fill('May I call you tomorrow?');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => box.inputValue()).toBe('May I call you tomorrow?');
  expect(await written()).toEqual([]);
  await box.focus();
  await page.keyboard.press('Control+Enter');
  await page.waitForResponse((response) => response.url().endsWith(`/v1/contacts/${ann.contactId}/messages`), { timeout: 30_000 });
  const [row] = await written();
  expect(row).toMatchObject({ status: 'queued', about: { channel: 'email', address: ann.email, body: 'May I call you tomorrow?' } });
  expect(await tasksOpen()).toEqual([]);
  await page.getByText('waits to go out').waitFor();

  const activities = createDeliveryActivities({ db: web.database.app, email: createSmtp({ url: sandbox.smtpUrl }) } as never);
  expect(await new MockActivityEnvironment().run(activities.sendPersonalMessage, { brokerageId: web.brokerageId, deliveryId: row!.id })).toMatchObject({
    kind: 'done',
  });
  await web.database.relay.sql`update events set position = nextval('event_positions') where position is null`;
  await page.getByText('waits to go out').waitFor({ state: 'detached' });
  await page.getByRole('listitem').filter({ hasText: 'May I call you tomorrow?' }).getByText('sent', { exact: true }).waitFor();
  await picture(page, 'conversation-answered');
  await page.close();
});

it('a person corrects what a message was taken for, and it is obeyed', { timeout: 60_000 }, async () => {
  const page = await web.open('/conversations');
  await shown(page, 'Conversations');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await shown(page, 'Bo Reed');
  await page.getByRole('button', { name: /Say what this message is/ }).click();
  await picture(page, 'conversation-class');
  await page.getByRole('menuitem', { name: /Wants no more messages/ }).click();
  await page.getByText('taken for wants no more messages').waitFor();
  await page.getByText(/No more .*texts: opted out \(a message of theirs\)/).waitFor();
  await page.getByText('Text', { exact: true }).click();
  await page.getByText(/Cannot go: texts to every known number are suppressed/).waitFor();
  await page.close();
});

it('a consent is recorded with its evidence, and opens the channel it is for', async () => {
  const cy = await seedSeller(web.database.app, web.brokerageId, { email: null, consent: false, contact: { displayName: 'Cy Long' } });
  const page = await web.open(`/conversations/${cy.contactId}`);
  await shown(page, 'Cy Long');
  await page.getByText(/Cannot go: no e-mail address is known/).waitFor();
  await page.getByText('Text', { exact: true }).click();
  await page.getByText(/Cannot go: no consent to texts is recorded; a call to/).waitFor();
  await page.getByRole('button', { name: /Record it: consent to texts/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Record the consent' }).click();
  await page.getByText('without evidence a consent is worth nothing').waitFor();
  await picture(page, 'conversation-consent');
  await expectNoViolations(page, 'consent');
  await page.getByLabel('Evidence').fill('Web form of 3 November');
  await page.getByRole('dialog').getByRole('button', { name: 'Record the consent' }).click();
  await page.getByText('Consent to texts: written').waitFor();
  await page.getByText(/^Goes (at once|\w{3} \d)/).waitFor();
  await page.close();
});

it('who may not answer reads, and is offered nothing to write', async () => {
  const auditor = await testSession(web.api, web.database, web.brokerageId, { role: 'auditor' });
  const page = await web.open(`/conversations/${ann.contactId}`, { as: auditor });
  await shown(page, 'Ann Walker');
  await page.getByText('We would like to buy your house.').waitFor();
  expect(await page.getByRole('button', { name: /^Send$|Answer as|Say what/ }).count()).toBe(0);
  await page.close();
});

it('has no barrier in any state, on a desk or a phone', { timeout: 240_000 }, async () => {
  await expectEveryState(web, {
    ...{ path: `/conversations/${ann.contactId}`, name: 'conversation', reads: '**/v1/contacts/*' },
    full: (page) => page.getByText('We would like to buy your house.').waitFor(),
  });
  await expectEveryState(web, {
    path: '/conversations',
    name: 'conversations',
    reads: '**/v1/conversations?*',
    full: (page) => page.locator('[data-row]').first().waitFor(),
  });
  await expectEmpty(empty, { path: '/conversations', name: 'conversations', words: 'Nobody has written yet' });
  const page = await web.open(`/conversations/${ann.contactId}`);
  await shown(page, 'Ann Walker');
  await expectNoViolations(page, 'conversation');
  await page.close();
});

it('who wrote from an unknown address is said by keys alone, or what they wrote is set aside', { timeout: 120_000 }, async () => {
  const { database, brokerageId } = web;
  const stranger = async (fromAddress: string, body: string): Promise<void> => {
    const subject = { kind: 'brokerage', id: brokerageId } as const;
    await changeSubject(database.app, { brokerageId, subject, actor: { kind: 'system', id: 'test' }, source: 'test' }, async (change) => {
      const message = { brokerageId, channel: 'text', fromAddress, contactId: null, body, class: 'reply', receivedAt: change.now };
      const [row] = await change.tx.insert(inboundMessages).values(message).returning({ id: inboundMessages.id });
      await askWhoWrote(change, { messageId: row!.id, channel: 'text', fromAddress });
    });
  };
  await stranger('+12105550199', 'It is Bo, from my new phone');
  await stranger('+12105550188', 'You won a prize');
  const away = await web.open('/unmatched', { prepare: (context) => context.route('**/v1/contacts?*', (route) => route.abort()) });
  await away.getByLabel('Who wrote from +12105550199').fill('reed');
  await away.getByText('The contacts cannot be searched just now. Type on to try again').waitFor();
  await away.close();
  const page = await web.open('/conversations');
  await page.getByRole('link', { name: '2 senders are not known: say who wrote' }).click();
  await shown(page, 'Who wrote this?');
  await expectNoViolations(page, 'unknown senders');
  await picture(page, 'unmatched');
  await page.getByLabel('Who wrote from +12105550199').focus();
  await page.keyboard.type('reed');
  await page.getByRole('option', { name: /^Bo Reed/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByLabel('Who wrote from +12105550199').inputValue()).toMatch(/^Bo Reed/);
  await page.getByRole('button', { name: 'They wrote it' }).first().press('Enter');
  await shown(page, 'Bo Reed');
  await page.getByText('It is Bo, from my new phone').first().waitFor();
  await page.getByRole('link', { name: '1 sender is not known: say who wrote' }).click();
  await page.getByRole('button', { name: 'Set aside what +12105550188 wrote' }).click();
  await page.getByText('Every sender is known').waitFor();
  await expectNoViolations(page, 'no unknown sender');
  await page.close();
});
