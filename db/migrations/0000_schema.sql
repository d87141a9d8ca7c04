CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE TABLE "assignments" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"deal_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"assignment_no" integer NOT NULL,
	"assignee_party_id" uuid NOT NULL,
	"fee_cents" bigint NOT NULL,
	"effective_on" date NOT NULL,
	"document_id" uuid,
	"state" text NOT NULL,
	"overrides" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"law" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"drafted_at" timestamp (3) with time zone NOT NULL,
	"drafted_by" text NOT NULL,
	"effective_at" timestamp (3) with time zone,
	"effective_by" text,
	"cancelled_at" timestamp (3) with time zone,
	"cancelled_reason" text,
	CONSTRAINT "assignments_no" UNIQUE("brokerage_id","deal_id","assignment_no")
);
--> statement-breakpoint
CREATE TABLE "deals" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"deal_no" integer NOT NULL,
	"workflow_id" text NOT NULL,
	"lead_id" uuid NOT NULL,
	"side" text NOT NULL,
	"opened_by" text NOT NULL,
	"wishes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"law_facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"stage" text DEFAULT 'open' NOT NULL,
	"run_due_at" timestamp (3) with time zone,
	"waiting_for" text,
	"waiting_since" timestamp (3) with time zone,
	"closed_reason" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "deals_no" UNIQUE("brokerage_id","deal_no")
);
--> statement-breakpoint
CREATE TABLE "digests" (
	"brokerage_id" uuid PRIMARY KEY NOT NULL,
	"workflow_id" text NOT NULL,
	"last_day" date,
	"run_due_at" timestamp (3) with time zone,
	"waiting_for" text
);
--> statement-breakpoint
CREATE TABLE "openings" (
	"brokerage_id" uuid PRIMARY KEY NOT NULL,
	"workflow_id" text NOT NULL,
	"run_due_at" timestamp (3) with time zone,
	"waiting_for" text
);
--> statement-breakpoint
CREATE TABLE "amendments" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"deal_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"amendment_no" integer NOT NULL,
	"reason" text NOT NULL,
	"changes" jsonb NOT NULL,
	"ripple" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "amendments_no" UNIQUE("brokerage_id","contract_id","amendment_no")
);
--> statement-breakpoint
CREATE TABLE "contracts" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"deal_id" uuid NOT NULL,
	"form" text NOT NULL,
	"form_version" text NOT NULL,
	"state" text NOT NULL,
	"zone" text NOT NULL,
	"effective_on" date NOT NULL,
	"effective_time" text NOT NULL,
	"price_cents" bigint NOT NULL,
	"periods" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"dates" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" text DEFAULT 'in-force' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_reason" text
);
--> statement-breakpoint
CREATE TABLE "deadlines" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"deal_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"clock" text NOT NULL,
	"title" text NOT NULL,
	"actor" text NOT NULL,
	"evidence" text,
	"watched" boolean NOT NULL,
	"lapses" boolean DEFAULT false NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"date" date,
	"local_time" text,
	"due_at" timestamp (3) with time zone,
	"answer" jsonb NOT NULL,
	"by_hand" jsonb,
	"settled" jsonb,
	"workflow_id" text NOT NULL,
	"run_due_at" timestamp (3) with time zone,
	"waiting_for" text,
	"told" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"flagged_at" timestamp (3) with time zone,
	"moved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "deadlines_clock" UNIQUE("brokerage_id","contract_id","clock")
);
--> statement-breakpoint
CREATE TABLE "deal_facts" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"deal_id" uuid NOT NULL,
	"fact" text NOT NULL,
	"key" text NOT NULL,
	"value" jsonb,
	"effective_on" date NOT NULL,
	"evidence" jsonb,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"taken_back" jsonb
);
--> statement-breakpoint
CREATE TABLE "parties" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"deal_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"role" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "api_keys_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "brokerages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"postal_address" text NOT NULL,
	"phone" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "brokerages_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"brokerage_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"what" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "calendar_feeds_brokerage_id_person_id_pk" PRIMARY KEY("brokerage_id","person_id"),
	CONSTRAINT "calendar_feeds_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "clock_moves" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"to_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"from_at" timestamp (3) with time zone,
	"from_position" bigint,
	"reached_at" timestamp (3) with time zone,
	"doing" text,
	"problem" jsonb,
	"asked_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "consumers" (
	"name" text PRIMARY KEY NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"brokerage_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"last" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "counters_brokerage_id_kind_pk" PRIMARY KEY("brokerage_id","kind")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"brokerage_id" uuid NOT NULL,
	"event_id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigserial NOT NULL,
	"position" bigint,
	"type" text NOT NULL,
	"version" integer NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"source" text NOT NULL,
	"actor" jsonb NOT NULL,
	"correlation_id" text NOT NULL,
	"causation_id" text,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"payload" jsonb NOT NULL,
	CONSTRAINT "events_position_unique" UNIQUE("position")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"brokerage_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"bytes" bigint NOT NULL,
	"mime" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "files_brokerage_id_sha256_pk" PRIMARY KEY("brokerage_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"brokerage_id" uuid NOT NULL,
	"key" text NOT NULL,
	"route" text NOT NULL,
	"body_hash" text NOT NULL,
	"status" integer,
	"headers" jsonb,
	"body" text,
	"started_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "idempotency_keys_brokerage_id_key_pk" PRIMARY KEY("brokerage_id","key")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"brokerage_id" uuid NOT NULL,
	"consumer" text NOT NULL,
	"event_id" uuid NOT NULL,
	"taken_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "inbox_brokerage_id_consumer_event_id_pk" PRIMARY KEY("brokerage_id","consumer","event_id")
);
--> statement-breakpoint
CREATE TABLE "instance_clock" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"offset_ms" bigint DEFAULT 0 NOT NULL,
	"embedded" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "parked_events" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"consumer" text NOT NULL,
	"event_id" uuid NOT NULL,
	"position" bigint NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"type" text NOT NULL,
	"cause" text NOT NULL,
	"next_step" text NOT NULL,
	"attempts" integer NOT NULL,
	"behind" boolean DEFAULT false NOT NULL,
	"status" text DEFAULT 'parked' NOT NULL,
	"parked_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"settled_by" text,
	"settled_reason" text,
	CONSTRAINT "parked_once" UNIQUE("brokerage_id","consumer","event_id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"stand_in_id" uuid,
	"digest" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"disabled_reason" text
);
--> statement-breakpoint
CREATE TABLE "process_states" (
	"name" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"state" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"screen" text NOT NULL,
	"filters" jsonb NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_views_name" UNIQUE("brokerage_id","owner_id","screen","name")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"brokerage_id" uuid PRIMARY KEY NOT NULL,
	"deals_per_day" integer DEFAULT 25 NOT NULL,
	"offer_approval" boolean DEFAULT false NOT NULL,
	"offer_days" integer DEFAULT 7 NOT NULL,
	"follow_up_sequence" text DEFAULT 'seller-follow-up' NOT NULL,
	"offer_formula" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"deadline_watch" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"trusted_templates" text[] DEFAULT '{}' NOT NULL,
	"signature_days" integer DEFAULT 30 NOT NULL,
	"crm_url" text,
	"crm_secret" text,
	"signature_notices" boolean DEFAULT true NOT NULL,
	"sending_stopped_at" timestamp (3) with time zone,
	"sending_stopped_by" text
);
--> statement-breakpoint
CREATE TABLE "subjects" (
	"brokerage_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"id" uuid NOT NULL,
	CONSTRAINT "subjects_brokerage_id_kind_id_pk" PRIMARY KEY("brokerage_id","kind","id")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"deal_id" uuid,
	"lead_id" uuid,
	"title" text NOT NULL,
	"reason" text NOT NULL,
	"role" text NOT NULL,
	"owner_id" uuid,
	"due_at" timestamp (3) with time zone NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"outcome" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"snoozed_until" timestamp (3) with time zone,
	"note" text,
	"done_at" timestamp (3) with time zone,
	"done_by" text,
	CONSTRAINT "tasks_key" UNIQUE("brokerage_id","key")
);
--> statement-breakpoint
CREATE TABLE "custom_clocks" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"deal_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"clock_no" integer NOT NULL,
	"title" text NOT NULL,
	"actor" text NOT NULL,
	"evidence" text,
	"watched" boolean NOT NULL,
	"local_time" text NOT NULL,
	"rule" jsonb NOT NULL,
	"reason" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"made_by" text NOT NULL,
	CONSTRAINT "custom_clocks_no" UNIQUE("brokerage_id","contract_id","clock_no")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"delivery_no" integer NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"workflow_id" text NOT NULL,
	"deal_id" uuid,
	"contact_id" uuid,
	"person_id" uuid,
	"about" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"reason" text,
	"run_due_at" timestamp (3) with time zone,
	"waiting_for" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "deliveries_key" UNIQUE("brokerage_id","key"),
	CONSTRAINT "deliveries_no" UNIQUE("brokerage_id","delivery_no")
);
--> statement-breakpoint
CREATE TABLE "checklist_items" (
	"brokerage_id" uuid NOT NULL,
	"deal_id" uuid NOT NULL,
	"document" text NOT NULL,
	"jurisdiction" text NOT NULL,
	"title" text NOT NULL,
	"status" text NOT NULL,
	"why" jsonb NOT NULL,
	"form_version" text,
	"due" jsonb,
	"due_on" date,
	"consequence" text,
	"set_version" text NOT NULL,
	"state" text DEFAULT 'missing' NOT NULL,
	"document_id" uuid,
	"overridden" jsonb,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "checklist_items_brokerage_id_deal_id_document_pk" PRIMARY KEY("brokerage_id","deal_id","document")
);
--> statement-breakpoint
CREATE TABLE "compliance_marks" (
	"brokerage_id" uuid NOT NULL,
	"deal_id" uuid NOT NULL,
	"position" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "compliance_marks_brokerage_id_deal_id_pk" PRIMARY KEY("brokerage_id","deal_id")
);
--> statement-breakpoint
CREATE TABLE "document_versions" (
	"brokerage_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"sha256" text NOT NULL,
	"mime" text NOT NULL,
	"name" text NOT NULL,
	"bytes" integer NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"uploaded_by" text NOT NULL,
	"signature_of" integer,
	CONSTRAINT "document_versions_brokerage_id_document_id_version_pk" PRIMARY KEY("brokerage_id","document_id","version"),
	CONSTRAINT "document_versions_bytes" UNIQUE("brokerage_id","document_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "document_views" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_no" integer NOT NULL,
	"deal_id" uuid NOT NULL,
	"contract_no" integer DEFAULT 1 NOT NULL,
	"title" text NOT NULL,
	"kind" text,
	"form_version" text,
	"proposals" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"status" text DEFAULT 'in-review' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"review" jsonb,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "documents_no" UNIQUE("brokerage_id","deal_id","document_no")
);
--> statement-breakpoint
CREATE TABLE "envelope_recipients" (
	"brokerage_id" uuid NOT NULL,
	"envelope_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"recipient_no" integer NOT NULL,
	"routing_order" integer NOT NULL,
	"anchor" text,
	"given_name" text,
	"given_email" text,
	"correction" jsonb,
	"status" text DEFAULT 'waiting' NOT NULL,
	"at" timestamp (3) with time zone,
	CONSTRAINT "envelope_recipients_brokerage_id_envelope_id_party_id_pk" PRIMARY KEY("brokerage_id","envelope_id","party_id")
);
--> statement-breakpoint
CREATE TABLE "envelopes" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"envelope_no" integer NOT NULL,
	"deal_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"document_version" integer NOT NULL,
	"key" text NOT NULL,
	"subject" text NOT NULL,
	"message" text,
	"workflow_id" text NOT NULL,
	"provider_id" text,
	"status" text DEFAULT 'requested' NOT NULL,
	"progress" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"reason" text,
	"voiding" jsonb,
	"signed_sha256" text,
	"expires_at" timestamp (3) with time zone,
	"heard_at" timestamp (3) with time zone,
	"run_due_at" timestamp (3) with time zone,
	"waiting_for" text,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"requested_by" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "envelopes_no" UNIQUE("brokerage_id","deal_id","envelope_no"),
	CONSTRAINT "envelopes_key" UNIQUE("brokerage_id","key")
);
--> statement-breakpoint
CREATE TABLE "party_messages" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"message_no" integer NOT NULL,
	"workflow_id" text NOT NULL,
	"deal_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"template" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"addressed_name" text,
	"about" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"reason" text,
	"trusted" boolean DEFAULT false NOT NULL,
	"run_due_at" timestamp (3) with time zone,
	"waiting_for" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	CONSTRAINT "party_messages_key" UNIQUE("brokerage_id","key"),
	CONSTRAINT "party_messages_no" UNIQUE("brokerage_id","deal_id","message_no")
);
--> statement-breakpoint
CREATE TABLE "provider_cursors" (
	"provider" text PRIMARY KEY NOT NULL,
	"through" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lead_job_leads" (
	"brokerage_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"outcome" text,
	"decided" boolean DEFAULT false NOT NULL,
	CONSTRAINT "lead_job_leads_brokerage_id_job_id_lead_id_pk" PRIMARY KEY("brokerage_id","job_id","lead_id")
);
--> statement-breakpoint
CREATE TABLE "lead_jobs" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"job_no" integer NOT NULL,
	"kind" text NOT NULL,
	"workflow_id" text NOT NULL,
	"input" jsonb NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"problem" jsonb,
	"total" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"cursor" integer DEFAULT 0 NOT NULL,
	"result" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"run_due_at" timestamp (3) with time zone,
	"waiting_for" text,
	"requested_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "lead_jobs_no" UNIQUE("brokerage_id","job_no")
);
--> statement-breakpoint
CREATE TABLE "listing_agreements" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"deal_id" uuid NOT NULL,
	"agreement_no" integer NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"zone" text NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"commission_bps" integer,
	"commission_cents" bigint,
	"list_price_cents" bigint,
	"exclusivity" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"status" text DEFAULT 'in-force' NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_reason" text,
	"workflow_id" text NOT NULL,
	"run_due_at" timestamp (3) with time zone,
	"waiting_for" text,
	"told" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "listing_agreements_no" UNIQUE("brokerage_id","deal_id","agreement_no")
);
--> statement-breakpoint
CREATE TABLE "offers_received" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"deal_id" uuid NOT NULL,
	"offer_no" integer NOT NULL,
	"buyer" jsonb NOT NULL,
	"party_id" uuid,
	"price_cents" bigint NOT NULL,
	"earnest_money_cents" bigint,
	"financing" text NOT NULL,
	"closing_on" date,
	"contingencies" text[] NOT NULL,
	"zone" text NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"document_id" uuid,
	"status" text DEFAULT 'received' NOT NULL,
	"backup_position" integer,
	"rounds" jsonb NOT NULL,
	"reason" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"workflow_id" text NOT NULL,
	"run_due_at" timestamp (3) with time zone,
	"waiting_for" text,
	"told" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "offers_received_no" UNIQUE("brokerage_id","deal_id","offer_no")
);
--> statement-breakpoint
CREATE TABLE "showings" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"deal_id" uuid NOT NULL,
	"showing_no" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"zone" text NOT NULL,
	"visitor" text NOT NULL,
	"status" text DEFAULT 'scheduled' NOT NULL,
	"feedback" text,
	"reason" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "showings_no" UNIQUE("brokerage_id","deal_id","showing_no")
);
--> statement-breakpoint
CREATE TABLE "offer_templates" (
	"brokerage_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" text NOT NULL,
	CONSTRAINT "offer_templates_brokerage_id_slug_version_pk" PRIMARY KEY("brokerage_id","slug","version")
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"offer_no" integer NOT NULL,
	"deal_id" uuid NOT NULL,
	"request_key" text NOT NULL,
	"terms" text NOT NULL,
	"inputs" jsonb NOT NULL,
	"inputs_hash" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"template_slug" text NOT NULL,
	"template_version" integer NOT NULL,
	"status" text NOT NULL,
	"problem" jsonb,
	"letter_hash" text,
	"pdf_sha256" text,
	"superseded_by" uuid,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"drafted_at" timestamp (3) with time zone,
	"approved_at" timestamp (3) with time zone,
	"approved_by" text,
	"sent_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "offers_no" UNIQUE("brokerage_id","offer_no"),
	CONSTRAINT "offers_request" UNIQUE("brokerage_id","deal_id","request_key")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"contact_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"form" text NOT NULL,
	"evidence" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"enrolment_no" integer NOT NULL,
	"workflow_id" text NOT NULL,
	"sequence_id" uuid NOT NULL,
	"sequence_slug" text NOT NULL,
	"sequence_version" integer NOT NULL,
	"lead_id" uuid NOT NULL,
	"contact_id" uuid,
	"deal_id" uuid,
	"offer_id" uuid,
	"template_versions" jsonb NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"stop_reason" text,
	"paused" boolean DEFAULT false NOT NULL,
	"held_by" text,
	"step" text,
	"plan" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"run_due_at" timestamp (3) with time zone,
	"waiting_for" text,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "enrolments_no" UNIQUE("brokerage_id","sequence_slug","lead_id","enrolment_no")
);
--> statement-breakpoint
CREATE TABLE "inbound_messages" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"channel" text NOT NULL,
	"from_address" text NOT NULL,
	"contact_id" uuid,
	"body" text NOT NULL,
	"class" text NOT NULL,
	"webhook_id" uuid,
	"received_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbound_webhooks" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider" text NOT NULL,
	"provider_event_id" text NOT NULL,
	"payload" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "inbound_webhooks_once" UNIQUE("brokerage_id","provider","provider_event_id")
);
--> statement-breakpoint
CREATE TABLE "sends" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"channel" text NOT NULL,
	"enrolment_id" uuid,
	"lead_id" uuid,
	"deal_id" uuid,
	"contact_id" uuid,
	"person_id" uuid,
	"step" text NOT NULL,
	"address" text NOT NULL,
	"template_slug" text NOT NULL,
	"template_version" integer NOT NULL,
	"subject" text,
	"body" text,
	"status" text NOT NULL,
	"provider_id" text,
	"problem" jsonb,
	"unsubscribe_token" text,
	"claimed_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "sends_key" UNIQUE("brokerage_id","key")
);
--> statement-breakpoint
CREATE TABLE "sequences" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"definition" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" text NOT NULL,
	CONSTRAINT "sequences_version" UNIQUE("brokerage_id","slug","version")
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"brokerage_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"reason" text NOT NULL,
	"source" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	CONSTRAINT "suppressions_brokerage_id_channel_address_pk" PRIMARY KEY("brokerage_id","channel","address")
);
--> statement-breakpoint
CREATE TABLE "templates" (
	"brokerage_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"channel" text NOT NULL,
	"subject" text,
	"source" text NOT NULL,
	"compiled" text NOT NULL,
	"plain" text DEFAULT '' NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" text NOT NULL,
	CONSTRAINT "templates_brokerage_id_slug_version_pk" PRIMARY KEY("brokerage_id","slug","version")
);
--> statement-breakpoint
CREATE TABLE "touches" (
	"brokerage_id" uuid NOT NULL,
	"key" text NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"step" text NOT NULL,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"why" text,
	"answer" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "touches_brokerage_id_key_pk" PRIMARY KEY("brokerage_id","key")
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoints" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider" text NOT NULL,
	"token" text NOT NULL,
	"address" text NOT NULL,
	CONSTRAINT "webhook_endpoints_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "wrong_addresses" (
	"brokerage_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"address" text NOT NULL,
	"source" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "wrong_addresses_brokerage_id_contact_id_address_pk" PRIMARY KEY("brokerage_id","contact_id","address")
);
--> statement-breakpoint
CREATE TABLE "contact_points" (
	"brokerage_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"line_type" text,
	"source" text NOT NULL,
	"sandbox" boolean DEFAULT false NOT NULL,
	"rank" smallint DEFAULT 1 NOT NULL,
	"do_not_call" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contact_points_brokerage_id_contact_id_kind_value_pk" PRIMARY KEY("brokerage_id","contact_id","kind","value")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"first_name" text,
	"last_name" text,
	"display_name" text NOT NULL,
	"mailing_line" text,
	"mailing_unit" text,
	"mailing_city" text,
	"mailing_state" text,
	"mailing_zip" text,
	"stated_zone" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contacts_brokerage_id_id_pk" PRIMARY KEY("brokerage_id","id")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"lead_id" uuid NOT NULL,
	"rule_version" integer NOT NULL,
	"inputs_hash" text NOT NULL,
	"decision" jsonb NOT NULL,
	"comps" jsonb,
	"decided_by" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "enrichments" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"lead_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"status" text NOT NULL,
	"claimed_by" text NOT NULL,
	"answer" jsonb,
	"problem" jsonb,
	"sandbox" boolean DEFAULT false NOT NULL,
	"cost_cents" bigint DEFAULT 0 NOT NULL,
	"claimed_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "import_batches" (
	"brokerage_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"batch" integer NOT NULL,
	"records" integer NOT NULL,
	"counts" jsonb NOT NULL,
	"lead_nos" "int4multirange" NOT NULL,
	"millis" integer NOT NULL,
	CONSTRAINT "import_batches_brokerage_id_import_id_batch_pk" PRIMARY KEY("brokerage_id","import_id","batch")
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"brokerage_id" uuid NOT NULL,
	"name" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "import_mappings_brokerage_id_name_pk" PRIMARY KEY("brokerage_id","name")
);
--> statement-breakpoint
CREATE TABLE "import_rejects" (
	"brokerage_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"reason" text NOT NULL,
	"detail" text NOT NULL,
	"raw" text NOT NULL,
	"mended_no" integer,
	CONSTRAINT "import_rejects_brokerage_id_import_id_line_pk" PRIMARY KEY("brokerage_id","import_id","line")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"import_no" integer NOT NULL,
	"workflow_id" text NOT NULL,
	"file_sha256" text NOT NULL,
	"file_name" text NOT NULL,
	"list_name" text NOT NULL,
	"list_source" text NOT NULL,
	"list_date" date NOT NULL,
	"cost_cents" bigint DEFAULT 0 NOT NULL,
	"relation" text DEFAULT 'cold' NOT NULL,
	"origin_no" integer DEFAULT 0 NOT NULL,
	"options" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"layout" jsonb,
	"mapping" jsonb,
	"defaults" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"problem" jsonb,
	"bytes_done" bigint DEFAULT 0 NOT NULL,
	"bytes_total" bigint DEFAULT 0 NOT NULL,
	"lines_done" integer DEFAULT 0 NOT NULL,
	"report" jsonb,
	"run_due_at" timestamp (3) with time zone,
	"waiting_for" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "imports_no" UNIQUE("brokerage_id","import_no")
);
--> statement-breakpoint
CREATE TABLE "leads" (
	"brokerage_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"lead_no" integer NOT NULL,
	"property_key" text COLLATE "C" NOT NULL,
	"address_key" text COLLATE "C",
	"parcel_number" text,
	"county" text,
	"line" text,
	"unit" text,
	"city" text,
	"state" text,
	"zip" text,
	"latitude" double precision,
	"longitude" double precision,
	"property_type" text,
	"bedrooms" smallint,
	"bathrooms_hundredths" integer,
	"living_sqft" integer,
	"lot_sqft" integer,
	"year_built" smallint,
	"units" smallint,
	"assessed_cents" bigint,
	"value_cents" bigint,
	"liens_cents" bigint,
	"last_sale_date" date,
	"last_sale_cents" bigint,
	"list_price_cents" bigint,
	"original_list_price_cents" bigint,
	"listed_on" date,
	"repairs_cents" bigint,
	"listed_equity_bps" integer,
	"comparable" boolean DEFAULT false NOT NULL,
	"owner_occupied" boolean,
	"mailing_line" text,
	"mailing_unit" text,
	"mailing_city" text,
	"mailing_state" text,
	"mailing_zip" text,
	"owner_ids" uuid[] DEFAULT '{}' NOT NULL,
	"signals" json,
	"extra" json,
	"unread" json DEFAULT '{}'::json NOT NULL,
	"content_hash" text NOT NULL,
	"as_of" date NOT NULL,
	"line_on" date,
	"first_import_id" uuid,
	"facts_import_id" uuid,
	"relation" text DEFAULT 'cold' NOT NULL,
	"status" text DEFAULT 'new' NOT NULL,
	"outcome" text,
	"score_tenths" integer,
	"hot" boolean DEFAULT false NOT NULL,
	"rule_version" integer,
	"decision" json,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "leads_no" UNIQUE("brokerage_id","lead_no")
);
--> statement-breakpoint
CREATE TABLE "rule_sets" (
	"brokerage_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"definition" jsonb NOT NULL,
	"status" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "rule_sets_brokerage_id_version_pk" PRIMARY KEY("brokerage_id","version")
);
--> statement-breakpoint
CREATE TABLE "auth"."accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"by_link" boolean DEFAULT false NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth"."users" (
	"id" text PRIMARY KEY NOT NULL,
	"brokerage_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT true NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"image" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_person" UNIQUE("person_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."sign_in_links" (
	"user_id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "sign_in_links_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."sign_in_links" ADD CONSTRAINT "sign_in_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assignments_standing" ON "assignments" USING btree ("brokerage_id","contract_id") WHERE state <> 'cancelled';--> statement-breakpoint
CREATE INDEX "assignments_effective" ON "assignments" USING btree ("brokerage_id","effective_on") WHERE state = 'effective';--> statement-breakpoint
CREATE UNIQUE INDEX "deals_open" ON "deals" USING btree ("brokerage_id","lead_id","side") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "deals_stage" ON "deals" USING btree ("brokerage_id","stage","deal_no");--> statement-breakpoint
CREATE INDEX "deals_lead" ON "deals" USING btree ("brokerage_id","lead_id");--> statement-breakpoint
CREATE INDEX "amendments_deal" ON "amendments" USING btree ("brokerage_id","deal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contracts_in_force" ON "contracts" USING btree ("brokerage_id","deal_id") WHERE status = 'in-force';--> statement-breakpoint
CREATE INDEX "contracts_deal" ON "contracts" USING btree ("brokerage_id","deal_id");--> statement-breakpoint
CREATE INDEX "deadlines_deal" ON "deadlines" USING btree ("brokerage_id","deal_id","due_at");--> statement-breakpoint
CREATE INDEX "deadlines_due" ON "deadlines" USING btree ("brokerage_id","due_at") WHERE status in ('pending', 'breached');--> statement-breakpoint
CREATE UNIQUE INDEX "deal_facts_once" ON "deal_facts" USING btree ("brokerage_id","deal_id","key") WHERE taken_back is null;--> statement-breakpoint
CREATE UNIQUE INDEX "parties_once" ON "parties" USING btree ("brokerage_id","deal_id","role","contact_id") WHERE left_at is null;--> statement-breakpoint
CREATE INDEX "parties_deal" ON "parties" USING btree ("brokerage_id","deal_id");--> statement-breakpoint
CREATE INDEX "parties_contact" ON "parties" USING btree ("brokerage_id","contact_id");--> statement-breakpoint
CREATE INDEX "api_keys_person" ON "api_keys" USING btree ("brokerage_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "clock_moves_open" ON "clock_moves" USING btree ((state in ('queued', 'running'))) WHERE state in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "clock_moves_asked" ON "clock_moves" USING btree ("asked_at");--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("brokerage_id","subject_kind","subject_id","seq");--> statement-breakpoint
CREATE INDEX "events_type" ON "events" USING btree ("brokerage_id","type","seq");--> statement-breakpoint
CREATE INDEX "events_position" ON "events" USING btree ("brokerage_id","position");--> statement-breakpoint
CREATE INDEX "events_unnumbered" ON "events" USING btree ("seq") WHERE position is null;--> statement-breakpoint
CREATE INDEX "idempotency_age" ON "idempotency_keys" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "parked_open" ON "parked_events" USING btree ("brokerage_id","status","consumer","subject_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("brokerage_id","email");--> statement-breakpoint
CREATE INDEX "people_role" ON "people" USING btree ("brokerage_id","role");--> statement-breakpoint
CREATE INDEX "saved_views_screen" ON "saved_views" USING btree ("brokerage_id","screen");--> statement-breakpoint
CREATE INDEX "tasks_due" ON "tasks" USING btree ("brokerage_id","due_at","id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "tasks_open" ON "tasks" USING btree ("brokerage_id","status","due_at");--> statement-breakpoint
CREATE INDEX "tasks_deal" ON "tasks" USING btree ("brokerage_id","deal_id");--> statement-breakpoint
CREATE INDEX "deliveries_contact" ON "deliveries" USING btree ("brokerage_id","contact_id","created_at");--> statement-breakpoint
CREATE INDEX "deliveries_open" ON "deliveries" USING btree ("brokerage_id") WHERE status = 'queued';--> statement-breakpoint
CREATE INDEX "document_views_document" ON "document_views" USING btree ("brokerage_id","document_id","at");--> statement-breakpoint
CREATE INDEX "documents_deal" ON "documents" USING btree ("brokerage_id","deal_id");--> statement-breakpoint
CREATE INDEX "envelopes_open" ON "envelopes" USING btree ("brokerage_id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "envelopes_provider" ON "envelopes" USING btree ("brokerage_id","provider_id") WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX "party_messages_open" ON "party_messages" USING btree ("brokerage_id") WHERE status = 'released';--> statement-breakpoint
CREATE INDEX "lead_job_leads_order" ON "lead_job_leads" USING btree ("brokerage_id","job_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "listing_agreements_in_force" ON "listing_agreements" USING btree ("brokerage_id","deal_id") WHERE status = 'in-force';--> statement-breakpoint
CREATE UNIQUE INDEX "offers_received_accepted" ON "offers_received" USING btree ("brokerage_id","deal_id") WHERE status = 'accepted';--> statement-breakpoint
CREATE INDEX "showings_at" ON "showings" USING btree ("brokerage_id","deal_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_open" ON "offers" USING btree ("brokerage_id","deal_id") WHERE status in ('requested','drafted','approved','sent');--> statement-breakpoint
CREATE INDEX "offers_deal" ON "offers" USING btree ("brokerage_id","deal_id");--> statement-breakpoint
CREATE INDEX "offers_letter" ON "offers" USING btree ("brokerage_id","letter_hash");--> statement-breakpoint
CREATE INDEX "consents_address" ON "consents" USING btree ("brokerage_id","channel","address");--> statement-breakpoint
CREATE INDEX "consents_contact" ON "consents" USING btree ("brokerage_id","contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "enrolments_open" ON "enrolments" USING btree ("brokerage_id","sequence_slug","lead_id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "enrolments_lead" ON "enrolments" USING btree ("brokerage_id","lead_id");--> statement-breakpoint
CREATE INDEX "enrolments_deal" ON "enrolments" USING btree ("brokerage_id","deal_id");--> statement-breakpoint
CREATE INDEX "inbound_from" ON "inbound_messages" USING btree ("brokerage_id","from_address");--> statement-breakpoint
CREATE INDEX "inbound_contact" ON "inbound_messages" USING btree ("brokerage_id","contact_id","received_at");--> statement-breakpoint
CREATE INDEX "sends_provider" ON "sends" USING btree ("brokerage_id","provider_id");--> statement-breakpoint
CREATE INDEX "sends_lead" ON "sends" USING btree ("brokerage_id","lead_id","claimed_at");--> statement-breakpoint
CREATE INDEX "sends_contact" ON "sends" USING btree ("brokerage_id","contact_id","claimed_at");--> statement-breakpoint
CREATE INDEX "sends_unknown" ON "sends" USING btree ("brokerage_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "sends_unsubscribe" ON "sends" USING btree ("unsubscribe_token");--> statement-breakpoint
CREATE INDEX "touches_enrolment" ON "touches" USING btree ("brokerage_id","enrolment_id","at");--> statement-breakpoint
CREATE INDEX "webhook_endpoints_tenant" ON "webhook_endpoints" USING btree ("brokerage_id","provider");--> statement-breakpoint
CREATE INDEX "contact_points_value" ON "contact_points" USING btree ("brokerage_id","value");--> statement-breakpoint
CREATE INDEX "decisions_lead" ON "decisions" USING btree ("brokerage_id","lead_id","decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "enrichments_key" ON "enrichments" USING btree ("brokerage_id","key");--> statement-breakpoint
CREATE INDEX "enrichments_lead" ON "enrichments" USING btree ("brokerage_id","lead_id");--> statement-breakpoint
CREATE INDEX "imports_file" ON "imports" USING btree ("brokerage_id","file_sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "leads_key" ON "leads" USING btree ("brokerage_id","property_key");--> statement-breakpoint
CREATE INDEX "leads_address" ON "leads" USING btree ("brokerage_id",hashtextextended(address_key, 0));--> statement-breakpoint
CREATE INDEX "leads_qualified" ON "leads" USING btree ("brokerage_id","score_tenths","lead_no") WHERE status = 'qualified';--> statement-breakpoint
CREATE INDEX "leads_comps" ON "leads" USING btree ("brokerage_id","state","zip","last_sale_date") WHERE comparable;--> statement-breakpoint
CREATE INDEX "accounts_user" ON "auth"."accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "auth"."sessions" USING btree ("user_id");--> statement-breakpoint
CREATE VIEW "public"."lead_contacts" WITH (security_invoker = true) AS (select l.brokerage_id, l.id as lead_id, o.contact_id, o.position::smallint as position from leads l cross join lateral unnest(l.owner_ids) with ordinality as o(contact_id, position));