import { randomUUID } from 'node:crypto';
import type { Db, Tx } from '../db/client.ts';
import {
  apiKeys,
  assignments,
  calendarFeeds,
  checklistItems,
  contactPoints,
  contacts,
  contracts,
  customClocks,
  deadlines,
  deals,
  deliveries,
  documents,
  documentVersions,
  enrichments,
  enrolments,
  envelopeRecipients,
  envelopes,
  files,
  importRejects,
  imports,
  inboundMessages,
  leadJobLeads,
  leadJobs,
  leads,
  listingAgreements,
  offers,
  offersReceived,
  parties,
  partyMessages,
  people,
  ruleSets,
  savedViews,
  sends,
  sequences,
  showings,
  tasks,
  templates,
  webhookEndpoints,
} from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { defaultRuleSet } from '../domain/sourcing/qualification.default.ts';

/** Ids of rows that belong to brokerage B, and a marker that stands in every text of theirs. */
export type SampleIds = {
  marker: string;
  personId: string;
  keyId: string;
  leadId: string;
  leadNo: number;
  contactId: string;
  contactPointId: string;
  dealId: string;
  dealNo: number;
  offerId: string;
  importId: string;
  importNo: number;
  taskId: string;
  sequenceId: string;
  sequenceSlug: string;
  enrolmentId: string;
  sendId: string;
  sendKey: string;
  phone: string;
  email: string;
  sha256: string;
  workflowId: string;
  jobId: string;
  jobNo: number;
  lookupId: string;
  contractId: string;
  deadlineId: string;
  documentId: string;
  partyId: string;
  assigneeId: string;
  messageId: string;
  deliveryId: string;
  personalId: string;
  inboundId: string;
  envelopeId: string;
  envelopeKey: string;
  providerId: string;
  /** A second deal, a listing with one offer to answer and a back-up. */
  listingId: string;
  listingNo: number;
  agreementId: string;
  offerInId: string;
  /** Shared, and a broker of B may change it. */
  viewId: string;
};

/** One row of everything in brokerage B, each with the marker in its texts. */
export async function seedSampleIds(db: Db, b: { id: string; slug: string }): Promise<SampleIds> {
  const marker = `marker-${randomUUID().slice(0, 8)}`;
  const [personId, keyId, leadId, contactId, contactPointId, dealId, offerId, importId, taskId, sequenceId, enrolmentId, sendId] = Array.from(
    { length: 12 },
    () => randomUUID(),
  ) as [string, ...string[]] as string[];
  const ids: SampleIds = {
    marker,
    personId: personId!,
    keyId: keyId!,
    leadId: leadId!,
    leadNo: 7,
    contactId: contactId!,
    contactPointId: contactPointId!,
    dealId: dealId!,
    dealNo: 7,
    offerId: offerId!,
    importId: importId!,
    importNo: 7,
    taskId: taskId!,
    sequenceId: sequenceId!,
    sequenceSlug: marker,
    enrolmentId: enrolmentId!,
    sendId: sendId!,
    sendKey: `${marker}/1`,
    phone: '+16155550199',
    email: `${marker}@example.com`,
    sha256: 'a'.repeat(64),
    workflowId: `deal/${b.slug}/7`,
    jobId: randomUUID(),
    jobNo: 7,
    lookupId: randomUUID(),
    contractId: randomUUID(),
    deadlineId: randomUUID(),
    documentId: randomUUID(),
    partyId: randomUUID(),
    assigneeId: randomUUID(),
    messageId: randomUUID(),
    deliveryId: randomUUID(),
    personalId: randomUUID(),
    inboundId: randomUUID(),
    envelopeId: randomUUID(),
    envelopeKey: `${marker}/envelope`,
    providerId: randomUUID(),
    listingId: randomUUID(),
    listingNo: 8,
    agreementId: randomUUID(),
    offerInId: randomUUID(),
    viewId: randomUUID(),
  };
  const brokerageId = b.id;
  const at = new Date('2026-01-05T12:00:00Z');
  await inTenant(db, brokerageId, async (tx) => {
    await tx.insert(people).values({ brokerageId, id: ids.personId, name: marker, email: ids.email, role: 'broker' });
    await tx.insert(apiKeys).values({ brokerageId, id: ids.keyId, personId: ids.personId, name: marker, hash: marker, scopes: ['*'] });
    await tx.insert(calendarFeeds).values({ brokerageId, personId: ids.personId, hash: `calendar ${marker}`, what: 'closings', madeAt: at });
    await tx.insert(files).values({ brokerageId, sha256: ids.sha256, bytes: 1, mime: 'text/csv', name: marker });
    await tx.insert(imports).values({
      brokerageId,
      id: ids.importId,
      importNo: 7,
      workflowId: `ingestion/${b.slug}/7`,
      fileSha256: ids.sha256,
      fileName: marker,
      listName: marker,
      listSource: marker,
      listDate: '2026-01-01',
      createdAt: at,
      status: 'finished',
      layout: { encoding: 'utf-8', delimiter: ',', newline: 'lf', compressed: false, skip: 1, headers: ['APN', 'County'], bytes: 1 },
      mapping: { preset: 'generic', fields: ['parcelNumber', 'county'], extra: [], dateOrder: 'mdy', nameOrder: 'first-last', defaults: {} },
    });
    await tx.insert(importRejects).values({ brokerageId, importId: ids.importId, line: 2, reason: 'no-identity', detail: '', raw: `,${marker}` });
    await tx.insert(leads).values({
      brokerageId,
      id: ids.leadId,
      leadNo: 7,
      propertyKey: marker,
      contentHash: marker,
      asOf: '2026-01-01',
      line: marker,
      city: marker,
      status: 'qualified',
      ownerIds: [ids.contactId],
      createdAt: at,
      updatedAt: at,
    });
    await tx.insert(contacts).values({ brokerageId, id: ids.contactId, kind: 'person', displayName: marker, createdAt: at });
    await tx.insert(contactPoints).values([
      { brokerageId, contactId: ids.contactId, kind: 'phone', value: ids.phone, source: marker, createdAt: at },
      { brokerageId, contactId: ids.contactId, kind: 'email', value: ids.email, source: marker, createdAt: at },
    ]);
    await tx.insert(deals).values({
      brokerageId,
      id: ids.dealId,
      dealNo: 7,
      workflowId: ids.workflowId,
      leadId: ids.leadId,
      side: 'wholesale',
      openedBy: 'person',
      openedAt: at,
      waitingFor: marker,
    });
    await tx.insert(offers).values({
      brokerageId,
      id: ids.offerId,
      offerNo: 7,
      dealId: ids.dealId,
      requestKey: marker,
      terms: 'cash',
      inputs: { marker },
      inputsHash: marker,
      amountCents: 1,
      templateSlug: marker,
      templateVersion: 1,
      status: 'sent',
      requestedBy: marker,
      requestedAt: at,
    });
    await tx.insert(contracts).values({
      brokerageId,
      id: ids.contractId,
      dealId: ids.dealId,
      form: 'tx-trec-resale',
      formVersion: '20-18',
      state: 'TX',
      zone: 'America/Chicago',
      effectiveOn: '2026-01-05',
      effectiveTime: '12:00',
      priceCents: 1,
      dates: { closingDate: '2026-02-05' },
      recordedAt: at,
      recordedBy: marker,
    });
    await tx.insert(deadlines).values({
      brokerageId,
      id: ids.deadlineId,
      dealId: ids.dealId,
      contractId: ids.contractId,
      clock: 'option',
      title: marker,
      actor: 'buyer',
      evidence: 'InspectionReport.Received',
      watched: true,
      date: '2026-01-15',
      localTime: '17:00',
      dueAt: at,
      answer: {},
      workflowId: `deadline/${b.slug}/7/option`,
      movedAt: at,
    });
    await tx
      .insert(documents)
      .values({ brokerageId, id: ids.documentId, documentNo: 1, dealId: ids.dealId, title: marker, proposals: [{ id: marker }], uploadedAt: at });
    await tx.insert(documentVersions).values({
      brokerageId,
      documentId: ids.documentId,
      version: 1,
      sha256: ids.sha256,
      mime: 'application/pdf',
      name: marker,
      bytes: 1,
      uploadedAt: at,
      uploadedBy: marker,
    });
    await tx.insert(checklistItems).values({
      brokerageId,
      dealId: ids.dealId,
      document: 'TX-SDN',
      jurisdiction: 'TX',
      title: marker,
      status: 'required',
      why: { decidedBy: { text: marker } },
      due: [],
      setVersion: marker,
      changedAt: at,
    });
    await tx.insert(parties).values({ brokerageId, id: ids.partyId, dealId: ids.dealId, contactId: ids.contactId, role: 'seller', addedAt: at });
    await tx.insert(parties).values({ brokerageId, id: ids.assigneeId, dealId: ids.dealId, contactId: ids.contactId, role: 'assignee', addedAt: at });
    await tx.insert(assignments).values({
      ...{ brokerageId, dealId: ids.dealId, contractId: ids.contractId, assignmentNo: 1, assigneePartyId: ids.assigneeId, feeCents: 1 },
      ...{ effectiveOn: '2026-01-20', documentId: ids.documentId, state: 'drafted', law: [{ why: marker }], draftedAt: at, draftedBy: marker },
    });
    await tx.insert(customClocks).values({
      ...{ brokerageId, dealId: ids.dealId, contractId: ids.contractId, clockNo: 7, title: marker, actor: 'buyer', watched: true },
      ...{ localTime: '17:00', rule: { date: '2026-02-01' }, reason: marker, madeAt: at, madeBy: marker },
    });
    await tx.insert(partyMessages).values({
      brokerageId,
      id: ids.messageId,
      key: marker,
      messageNo: 1,
      workflowId: `message/${b.slug}/7/1`,
      dealId: ids.dealId,
      partyId: ids.partyId,
      template: 'document-accepted',
      subject: marker,
      body: marker,
      createdAt: at,
    });
    await tx.insert(deliveries).values({
      ...{ brokerageId, id: ids.deliveryId, deliveryNo: 7, kind: 'crm-contact', key: `crm/${marker}`, workflowId: `delivery/${b.slug}/7` },
      ...{ contactId: ids.contactId, status: 'refused', reason: marker, createdAt: at },
    });
    await tx.insert(deliveries).values({
      ...{ brokerageId, id: ids.personalId, deliveryNo: 8, kind: 'personal-message', key: `personal/${marker}`, workflowId: `delivery/${b.slug}/8` },
      ...{ contactId: ids.contactId, dealId: ids.dealId, personId: ids.personId, createdAt: at },
      about: { channel: 'email', address: null, subject: marker, body: marker, leadId: ids.leadId },
    });
    await tx.insert(webhookEndpoints).values({ brokerageId, provider: 'email', token: marker, address: `mailbox-${ids.email}` });
    await tx.insert(inboundMessages).values({
      ...{ brokerageId, id: ids.inboundId, channel: 'email', fromAddress: ids.email, contactId: ids.contactId, body: marker, class: 'reply', receivedAt: at },
    });
    await seedSigning(tx, ids, at, b.slug);
    await seedListing(tx, ids, at, b.slug);
    await tx
      .insert(savedViews)
      .values({ brokerageId, id: ids.viewId, ownerId: ids.personId, name: marker, screen: 'deals', filters: { text: marker }, shared: true, changedAt: at });
    await tx.insert(tasks).values({
      brokerageId,
      id: ids.taskId,
      kind: 'approve-offer',
      key: marker,
      subjectKind: 'deal',
      subjectId: ids.dealId,
      title: marker,
      reason: marker,
      role: 'broker',
      dueAt: at,
      createdAt: at,
    });
    await tx
      .insert(templates)
      .values({ brokerageId, slug: marker, version: 1, channel: 'email', source: marker, compiled: marker, publishedAt: at, publishedBy: marker });
    await tx.insert(sequences).values({
      brokerageId,
      id: ids.sequenceId,
      slug: marker,
      version: 1,
      name: marker,
      definition: { start: 'end', steps: [{ id: 'end', kind: 'archive', label: marker }] },
      publishedAt: at,
      publishedBy: marker,
    });
    await tx.insert(enrolments).values({
      brokerageId,
      id: ids.enrolmentId,
      enrolmentNo: 1,
      workflowId: `followup/${b.slug}/${marker}/7`,
      sequenceId: ids.sequenceId,
      sequenceSlug: marker,
      sequenceVersion: 1,
      leadId: ids.leadId,
      contactId: ids.contactId,
      dealId: ids.dealId,
      templateVersions: {},
      plan: { step: 'end', dueAt: null, words: null },
      openedAt: at,
    });
    await tx.insert(sends).values({
      brokerageId,
      id: ids.sendId,
      key: ids.sendKey,
      channel: 'email',
      enrolmentId: ids.enrolmentId,
      leadId: ids.leadId,
      dealId: ids.dealId,
      contactId: ids.contactId,
      step: marker,
      address: ids.email,
      templateSlug: marker,
      templateVersion: 1,
      status: 'unknown',
      claimedAt: at,
      unsubscribeToken: marker,
    });
    await tx.insert(leadJobs).values({
      brokerageId,
      id: ids.jobId,
      jobNo: 7,
      kind: 'enrichment',
      workflowId: `enrichment/${b.slug}/7`,
      input: { marker },
      requestedBy: marker,
      createdAt: at,
    });
    await tx.insert(leadJobLeads).values({ brokerageId, jobId: ids.jobId, leadId: ids.leadId, position: 0, outcome: 'answered' });
    await tx.insert(enrichments).values({
      brokerageId,
      id: ids.lookupId,
      key: marker,
      kind: 'record',
      leadId: ids.leadId,
      provider: marker,
      status: 'unknown',
      claimedBy: marker,
      claimedAt: at,
    });
    await tx
      .insert(ruleSets)
      .values({ brokerageId, version: 7, name: marker, definition: { ...defaultRuleSet, marker }, status: 'published', createdBy: marker, createdAt: at });
  });
  return ids;
}

/** A document that is out for signature. */
async function seedSigning(tx: Tx, ids: SampleIds, at: Date, slug: string): Promise<void> {
  const { brokerageId } = tx;
  const { marker, dealId, documentId, partyId, envelopeId } = ids;
  await tx.insert(envelopes).values({
    ...{ brokerageId, id: envelopeId, envelopeNo: 7, dealId, documentId, documentVersion: 1, key: ids.envelopeKey, subject: marker },
    ...{ workflowId: `envelope/${slug}/7/7`, providerId: ids.providerId, status: 'sent', waitingFor: marker, reason: marker, heardAt: at },
    ...{ requestedAt: at, requestedBy: marker, expiresAt: at },
    progress: {
      ...{ status: 'sent', at: at.toISOString(), reason: null },
      signers: [{ recipientId: '1', routingOrder: 1, status: 'sent', at: at.toISOString(), reason: null }],
    },
  });
  await tx.insert(envelopeRecipients).values({ brokerageId, envelopeId, partyId, recipientNo: 1, routingOrder: 1, status: 'sent', at });
}

/** A listing with its agreement, a showing, an offer that waits and a back-up. */
async function seedListing(tx: Tx, ids: SampleIds, at: Date, slug: string): Promise<void> {
  const { brokerageId } = tx;
  const { marker, listingId, contactId } = ids;
  const leadId = randomUUID();
  await tx.insert(leads).values({
    ...{ brokerageId, id: leadId, leadNo: 8, propertyKey: `${marker}/8`, contentHash: marker, asOf: '2026-01-01', line: marker, city: marker, state: 'TX' },
    ...{ status: 'in-deal', ownerIds: [contactId], createdAt: at, updatedAt: at },
  });
  await tx.insert(deals).values({
    ...{ brokerageId, id: listingId, dealNo: ids.listingNo, workflowId: `deal/${slug}/8`, leadId, side: 'listing', openedBy: 'person', openedAt: at },
    ...{ stage: 'listed', waitingFor: marker },
  });
  await tx.insert(listingAgreements).values({
    ...{ brokerageId, id: ids.agreementId, dealId: listingId, agreementNo: 1, fromOn: '2026-01-05', toOn: '2100-01-05', zone: 'America/Chicago' },
    ...{ endsAt: new Date('2100-01-06T05:59:00Z'), commissionBps: 300, exclusivity: 'open', evidence: { note: marker }, recordedAt: at, recordedBy: marker },
    ...{ workflowId: `listing/${slug}/8/1`, waitingFor: marker },
  });
  await tx.insert(showings).values({
    ...{ brokerageId, dealId: listingId, showingNo: 1, at: new Date('2100-01-05T20:00:00Z'), zone: 'America/Chicago', visitor: marker },
    ...{ recordedAt: at, recordedBy: marker, changedAt: at },
  });
  const offer = {
    ...{ brokerageId, dealId: listingId, priceCents: 1, financing: 'cash', contingencies: [], zone: 'America/Chicago', rounds: [{ marker }] },
    ...{ receivedAt: at, recordedBy: marker, changedAt: at },
  };
  await tx.insert(offersReceived).values([
    { ...offer, id: ids.offerInId, offerNo: 1, buyer: { contactId }, workflowId: `offer-in/${slug}/8/1`, waitingFor: marker },
    { ...offer, offerNo: 2, buyer: { name: marker }, status: 'backup', backupPosition: 1, workflowId: `offer-in/${slug}/8/2` },
  ]);
}
