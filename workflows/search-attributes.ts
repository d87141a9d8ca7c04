import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** Plain text in the engine's visibility store: no personal data. */
export const tenantId = defineSearchAttributeKey('TenantId', SearchAttributeType.KEYWORD);
export const dealId = defineSearchAttributeKey('DealId', SearchAttributeType.KEYWORD);
export const stage = defineSearchAttributeKey('Stage', SearchAttributeType.KEYWORD);
export const blockedOn = defineSearchAttributeKey('BlockedOn', SearchAttributeType.KEYWORD);
export const sequenceVersion = defineSearchAttributeKey('SequenceVersion', SearchAttributeType.KEYWORD);
export const step = defineSearchAttributeKey('Step', SearchAttributeType.KEYWORD);
export const ruleVersion = defineSearchAttributeKey('RuleVersion', SearchAttributeType.KEYWORD);
export const blocked = defineSearchAttributeKey('Blocked', SearchAttributeType.BOOL);
export const deadline = defineSearchAttributeKey('Deadline', SearchAttributeType.DATETIME);
export const attempt = defineSearchAttributeKey('Attempt', SearchAttributeType.INT);

export const searchAttributes = [tenantId, dealId, stage, blockedOn, sequenceVersion, step, ruleVersion, blocked, deadline, attempt] as const;
