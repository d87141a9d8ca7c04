import { z } from '@hono/zod-openapi';
import type { Document, DocumentVersion, Review } from '../db/queries/documents.ts';
import { rejectReasons } from '../domain/closing/documents.ts';
import type { ProposedMatch } from '../domain/compliance/checklists/matcher.ts';
import { idParam, instantSchema, iso } from './schemas.ts';

const proposal = z.object({
  id: z.string(),
  document: z.string(),
  onChecklist: z.boolean(),
  score: z.number(),
  reasons: z.array(z.string()),
  formVersion: z.string().nullable(),
});
const review = z.object({
  decision: z.enum(['accept', 'reject']),
  reason: z.string().nullable(),
  words: z.string().nullable(),
  note: z.string().nullable(),
  version: z.int(),
  by: z.string(),
  at: instantSchema,
});
export const versionParam = idParam.extend({
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(2_147_483_647)
    .openapi({ param: { name: 'version', in: 'path' } }),
});
export const versionSchema = z.object({
  version: z.int(),
  name: z.string(),
  mime: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  uploadedAt: instantSchema,
  uploadedBy: z.string(),
  signatureOf: z.int().nullable().openapi({ description: 'The version it is the signed copy of' }),
  file: z.string(),
});
export const documentSchema = z
  .object({
    id: z.uuid(),
    documentNo: z.int(),
    dealNo: z.int(),
    title: z.string(),
    kind: z.string().nullable().openapi({ description: 'Which document of the checklist it is, once a person has said so' }),
    formVersion: z.string().nullable(),
    contractNo: z.int().openapi({ description: 'Of which contract of the deal it is, from 1: another follows where one fell through' }),
    ofEarlierContract: z.boolean().openapi({
      description: 'It speaks of a contract that fell through, so the checklist of now passes it over; matched again it is of the contract of now',
    }),
    status: z.enum(['in-review', 'accepted', 'rejected']),
    version: z.int().openapi({ description: 'The version in force; a signed copy of an older one may have a higher number' }),
    proposals: z.array(proposal).openapi({ description: 'What it may be, the likeliest first; a person confirms' }),
    review: review.nullable(),
    uploadedAt: instantSchema,
  })
  .openapi('Document');

export const toDocument = ({ id, documentNo, dealNo, title, kind, formVersion, status, version, proposals, review: last, uploadedAt, ...of }: Document) => ({
  id,
  documentNo,
  dealNo,
  title,
  kind,
  formVersion,
  contractNo: of.contractNo,
  ofEarlierContract: of.ofEarlierContract,
  status: status as 'accepted',
  version,
  proposals: proposals as ProposedMatch[],
  review: last ? { ...(last as Review), words: (last as Review).reason ? rejectReasons[(last as Review).reason!] : null } : null,
  uploadedAt: iso(uploadedAt),
});

export const toVersion = ({ documentId, version, name, mime, bytes, sha256, uploadedAt, uploadedBy, signatureOf }: DocumentVersion) => ({
  ...{ version, name, mime, bytes, sha256, uploadedAt: iso(uploadedAt), uploadedBy, signatureOf },
  file: `/v1/documents/${documentId}/versions/${version}/file`,
});
