import { z } from '@hono/zod-openapi';
import type { Import } from '../db/queries/imports.ts';
import { ImportReport, MappingChoice } from '../domain/sourcing/imports.schemas.ts';
import { instantSchema, iso, isoOrNull } from './schemas.ts';

export const columnSchema = z.object({ header: z.string(), field: z.string().nullable().openapi({ description: 'Null: kept as it is' }) });
export const importSchema = z
  .object({
    importNo: z.int(),
    status: z.enum(['queued', 'running', 'finished', 'failed']),
    list: z.string(),
    source: z.string(),
    date: z.iso.date(),
    costCents: z.int(),
    relation: z.enum(['cold', 'known']),
    fileName: z.string(),
    preset: z.string().nullable(),
    columns: z.array(columnSchema).nullable(),
    lines: z.int(),
    report: ImportReport.nullable().openapi({ description: 'What came of its lines; while it runs, of those read so far' }),
    progress: z.object({ bytesDone: z.number(), bytesTotal: z.number().nullable() }),
    mapping: MappingChoice.nullable().openapi({ description: 'How it was read, as an import takes it' }),
    problem: z.unknown().nullable(),
    cost: z.object({ leads: z.int(), costCents: z.int(), costPerLeadCents: z.int().nullable() }).optional(),
    createdAt: instantSchema,
    finishedAt: instantSchema.nullable(),
    workflowId: z.string(),
  })
  .openapi('Import');

export function toImport(row: Import): z.infer<typeof importSchema> {
  return {
    importNo: row.importNo,
    status: row.status as 'queued',
    list: row.listName,
    source: row.listSource,
    date: row.listDate,
    costCents: row.costCents,
    relation: row.relation as 'cold',
    fileName: row.fileName,
    preset: row.mapping?.preset ?? null,
    columns: row.layout && row.mapping ? row.layout.headers.map((header, index) => ({ header, field: row.mapping!.fields[index] ?? null })) : null,
    lines: row.linesDone,
    report: row.report,
    progress: { bytesDone: row.bytesDone, bytesTotal: row.bytesTotal },
    mapping: choiceOf(row),
    problem: row.problem,
    createdAt: iso(row.createdAt),
    finishedAt: isoOrNull(row.finishedAt),
    workflowId: row.workflowId,
  };
}

/** How an import was read, as the next one takes it; null before it began. */
export function choiceOf({ layout, mapping }: Import): MappingChoice | null {
  if (!layout || !mapping) return null;
  const columns = Object.fromEntries(layout.headers.map((header, index) => [header, mapping.fields[index] ?? null]));
  const { preset, defaults, dateOrder, nameOrder } = mapping;
  return { preset, columns, defaults, dateOrder, nameOrder };
}
