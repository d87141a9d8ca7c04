-- Roles, forced row-level security, rights and the few doors across tenants.
-- Hand-written: drizzle knows neither FORCE nor these functions. Idempotent, runs after every migration.
DO $$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['keyturn_app', 'keyturn_relay', 'keyturn_auth', 'keyturn_resolver'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I %s NOSUPERUSER NOBYPASSRLS', r, CASE WHEN r = 'keyturn_resolver' THEN 'NOLOGIN' ELSE 'LOGIN' END);
    END IF;
  END LOOP;
  -- The owner hands its functions to the resolver, which takes the right to become it.
  IF NOT pg_has_role(current_user, 'keyturn_resolver', 'SET') THEN
    GRANT keyturn_resolver TO CURRENT_USER WITH INHERIT TRUE, SET TRUE;
  END IF;
  IF NOT pg_has_role(current_user, 'keyturn_auth', 'SET') THEN
    GRANT keyturn_auth TO CURRENT_USER WITH INHERIT TRUE, SET TRUE;
  END IF;
END $$;

GRANT USAGE ON SCHEMA public TO keyturn_app, keyturn_relay, keyturn_resolver;
GRANT CREATE ON SCHEMA public TO keyturn_resolver;

-- Every table with a tenant column: security forced, one policy for the app role. A missing tenant is an error
-- (current_setting without a default; after a transaction it reads '' and the cast to uuid fails), never "all rows".
DO $$
DECLARE t regclass;
BEGIN
  FOR t IN
    SELECT c.oid::regclass FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND a.attname = 'brokerage_id' AND NOT a.attisdropped
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('DROP POLICY IF EXISTS tenant ON %s', t);
    EXECUTE format('CREATE POLICY tenant ON %s TO keyturn_app USING (brokerage_id = (SELECT current_setting(''app.tenant'')::uuid)) WITH CHECK (brokerage_id = (SELECT current_setting(''app.tenant'')::uuid))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO keyturn_app', t);
  END LOOP;
END $$;

-- brokerages has no tenant column but is the tenant.
ALTER TABLE brokerages ENABLE ROW LEVEL SECURITY;
ALTER TABLE brokerages FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant ON brokerages;
CREATE POLICY tenant ON brokerages TO keyturn_app USING (id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (id = (SELECT current_setting('app.tenant')::uuid));
GRANT SELECT, INSERT, UPDATE ON brokerages TO keyturn_app;

-- Views run with the caller's rights, so the policies of their tables bind.
GRANT SELECT ON lead_contacts TO keyturn_app;

-- The log is append-only; its position belongs to the relay.
REVOKE INSERT, UPDATE, DELETE ON events FROM keyturn_app;
GRANT INSERT (brokerage_id, event_id, type, version, occurred_at, source, actor, correlation_id, causation_id, subject_kind, subject_id, payload) ON events TO keyturn_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO keyturn_app;
GRANT SELECT ON events TO keyturn_relay;
GRANT UPDATE (position) ON events TO keyturn_relay;
DROP POLICY IF EXISTS relay ON events;
CREATE POLICY relay ON events TO keyturn_relay USING (true) WITH CHECK (true);
CREATE SEQUENCE IF NOT EXISTS event_positions;
GRANT USAGE ON SEQUENCE event_positions TO keyturn_relay;
GRANT SELECT, INSERT, UPDATE ON parked_events, consumers TO keyturn_relay;
DROP POLICY IF EXISTS relay ON parked_events;
CREATE POLICY relay ON parked_events TO keyturn_relay USING (true) WITH CHECK (true);
REVOKE DELETE, INSERT ON parked_events FROM keyturn_app;
GRANT SELECT ON consumers TO keyturn_app;

-- The relay sleeps until something is committed.
CREATE OR REPLACE FUNCTION announce_events() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('keyturn_events', ''); RETURN NULL; END $$;
CREATE OR REPLACE TRIGGER announce AFTER INSERT ON events FOR EACH STATEMENT EXECUTE FUNCTION announce_events();
CREATE OR REPLACE TRIGGER announce AFTER UPDATE OF status ON parked_events FOR EACH STATEMENT EXECUTE FUNCTION announce_events();

-- Streams sleep until something has its position; only those of its brokerage wake.
CREATE OR REPLACE FUNCTION announce_positions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_notify('keyturn_positions', brokerage_id::text) FROM (SELECT DISTINCT brokerage_id FROM numbered) b; RETURN NULL; END $$;
CREATE OR REPLACE TRIGGER announce_positions AFTER UPDATE ON events REFERENCING NEW TABLE AS numbered FOR EACH STATEMENT EXECUTE FUNCTION announce_positions();

-- Clock: read by all, moved only through its function, and only on an embedded instance.
INSERT INTO instance_clock ("only") VALUES (true) ON CONFLICT DO NOTHING;
GRANT SELECT ON instance_clock TO keyturn_app, keyturn_relay, keyturn_resolver;
CREATE OR REPLACE FUNCTION business_now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE AS
$$ SELECT date_trunc('milliseconds', clock_timestamp()) + offset_ms * interval '1 millisecond' FROM instance_clock $$;
GRANT UPDATE (offset_ms) ON instance_clock TO keyturn_relay;
CREATE OR REPLACE FUNCTION refuse_clock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT OLD.embedded AND NEW.offset_ms <> OLD.offset_ms THEN RAISE EXCEPTION 'the business clock moves on an embedded instance only'; END IF;
  IF NEW.offset_ms < OLD.offset_ms THEN RAISE EXCEPTION 'the business clock never runs backwards'; END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER clock_guard BEFORE UPDATE ON instance_clock FOR EACH ROW EXECUTE FUNCTION refuse_clock();

-- Asked for by the app, carried out by the supervisor of an embedded instance as the relay's role.
GRANT SELECT ON clock_moves TO keyturn_app;
GRANT INSERT (to_at) ON clock_moves TO keyturn_app;
GRANT SELECT, UPDATE (state, from_at, from_position, reached_at, doing, problem, ended_at) ON clock_moves TO keyturn_relay;
CREATE OR REPLACE FUNCTION announce_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (SELECT embedded FROM instance_clock) THEN RAISE EXCEPTION 'the business clock moves on an embedded instance only'; END IF;
  PERFORM pg_notify('keyturn_clock', '');
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER announce BEFORE INSERT ON clock_moves FOR EACH ROW EXECUTE FUNCTION announce_moves();

-- Doors that answer before a tenant is known. They belong to the resolver, whose policies show these columns only.
GRANT SELECT (id, slug, zone) ON brokerages TO keyturn_resolver, keyturn_relay;
GRANT SELECT (brokerage_id, id, person_id, hash, scopes, expires_at, revoked_at) ON api_keys TO keyturn_resolver;
GRANT SELECT (brokerage_id, id, role, email, disabled_at) ON people TO keyturn_resolver;
GRANT SELECT (brokerage_id, person_id, hash, what) ON calendar_feeds TO keyturn_resolver;
GRANT SELECT (brokerage_id, id, provider, token, address) ON webhook_endpoints TO keyturn_resolver;
GRANT SELECT (brokerage_id, id, unsubscribe_token, contact_id, channel, address) ON sends TO keyturn_resolver;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['brokerages', 'api_keys', 'people', 'calendar_feeds', 'webhook_endpoints', 'sends'] LOOP
    EXECUTE format('DROP POLICY IF EXISTS resolver ON %I', t);
    EXECUTE format('CREATE POLICY resolver ON %I FOR SELECT TO keyturn_resolver USING (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['brokerages', 'deals', 'enrolments', 'imports', 'lead_jobs', 'openings', 'digests', 'deadlines', 'envelopes', 'party_messages', 'offers_received', 'listing_agreements'] LOOP
    EXECUTE format('DROP POLICY IF EXISTS relay ON %I', t);
    EXECUTE format('CREATE POLICY relay ON %I FOR SELECT TO keyturn_relay USING (true)', t);
  END LOOP;
END $$;

-- Which brokerages wait for signatures: the one account of the instance is asked for all of them.
GRANT SELECT (brokerage_id, status, ended_at) ON envelopes TO keyturn_resolver;
DROP POLICY IF EXISTS resolver ON envelopes;
CREATE POLICY resolver ON envelopes FOR SELECT TO keyturn_resolver USING (true);
CREATE OR REPLACE FUNCTION brokerages_awaiting_signatures() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT brokerage_id FROM envelopes WHERE ended_at IS NULL AND status <> 'requested'
$$;
ALTER FUNCTION brokerages_awaiting_signatures() OWNER TO keyturn_resolver;
REVOKE ALL ON FUNCTION brokerages_awaiting_signatures() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION brokerages_awaiting_signatures() TO keyturn_app;
GRANT SELECT, INSERT, UPDATE ON provider_cursors TO keyturn_app;

CREATE OR REPLACE FUNCTION resolve_api_key(key_hash text)
RETURNS TABLE (brokerage_id uuid, slug text, key_id uuid, person_id uuid, role text, scopes text[], expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT k.brokerage_id, b.slug, k.id, k.person_id, p.role, k.scopes, k.expires_at
  FROM api_keys k JOIN people p ON p.id = k.person_id AND p.brokerage_id = k.brokerage_id JOIN brokerages b ON b.id = k.brokerage_id
  WHERE k.hash = key_hash AND k.revoked_at IS NULL AND p.disabled_at IS NULL
$$;
-- Who a session acts for, as their row is now; nobody for a disabled person.
CREATE OR REPLACE FUNCTION resolve_person(brokerage uuid, person uuid) RETURNS TABLE (brokerage_id uuid, slug text, person_id uuid, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.brokerage_id, b.slug, p.id, p.role FROM people p JOIN brokerages b ON b.id = p.brokerage_id
  WHERE p.brokerage_id = brokerage AND p.id = person AND p.disabled_at IS NULL
$$;
-- Who may sign in with an address: one person, or one in each of several brokerages.
CREATE OR REPLACE FUNCTION resolve_address(address text) RETURNS TABLE (brokerage_id uuid, slug text, person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.brokerage_id, b.slug, p.id FROM people p JOIN brokerages b ON b.id = p.brokerage_id
  WHERE lower(p.email) = lower(address) AND p.disabled_at IS NULL ORDER BY b.slug
$$;
CREATE OR REPLACE FUNCTION resolve_webhook_endpoint(endpoint_token text)
RETURNS TABLE (brokerage_id uuid, slug text, endpoint_id uuid, provider text, address text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT e.brokerage_id, b.slug, e.id, e.provider, e.address FROM webhook_endpoints e JOIN brokerages b ON b.id = e.brokerage_id WHERE e.token = endpoint_token
$$;
CREATE OR REPLACE FUNCTION resolve_unsubscribe(mail_token text)
RETURNS TABLE (brokerage_id uuid, slug text, send_id uuid, channel text, address text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.brokerage_id, b.slug, s.id, s.channel, s.address FROM sends s JOIN brokerages b ON b.id = s.brokerage_id WHERE s.unsubscribe_token = mail_token
$$;
-- Whose calendar an address is for; nobody's when the person may not sign in any more.
CREATE OR REPLACE FUNCTION resolve_calendar(token_hash text) RETURNS TABLE (brokerage_id uuid, person_id uuid, role text, what text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT f.brokerage_id, f.person_id, p.role, f.what FROM calendar_feeds f JOIN people p ON p.id = f.person_id AND p.brokerage_id = f.brokerage_id
  WHERE f.hash = token_hash AND p.disabled_at IS NULL
$$;
ALTER FUNCTION resolve_api_key(text) OWNER TO keyturn_resolver;
ALTER FUNCTION resolve_calendar(text) OWNER TO keyturn_resolver;
ALTER FUNCTION resolve_person(uuid, uuid) OWNER TO keyturn_resolver;
ALTER FUNCTION resolve_address(text) OWNER TO keyturn_resolver;
ALTER FUNCTION resolve_webhook_endpoint(text) OWNER TO keyturn_resolver;
ALTER FUNCTION resolve_unsubscribe(text) OWNER TO keyturn_resolver;
REVOKE ALL ON FUNCTION resolve_api_key(text), resolve_person(uuid, uuid), resolve_address(text), resolve_webhook_endpoint(text), resolve_unsubscribe(text), resolve_calendar(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION resolve_api_key(text), resolve_person(uuid, uuid), resolve_address(text), resolve_webhook_endpoint(text), resolve_unsubscribe(text), resolve_calendar(text) TO keyturn_app;

-- Every run that is open, with the next instant it acts by itself: for the clock, for the stuck list.
CREATE OR REPLACE VIEW open_runs WITH (security_invoker = true) AS
  SELECT brokerage_id, workflow_id, 'deal' AS kind, id AS subject_id, run_due_at, waiting_for, lead_id FROM deals WHERE closed_at IS NULL
  UNION ALL SELECT brokerage_id, workflow_id, 'enrolment', id, run_due_at, waiting_for, lead_id FROM enrolments WHERE status = 'open'
  UNION ALL SELECT brokerage_id, workflow_id, 'import', id, run_due_at, waiting_for, NULL FROM imports WHERE status IN ('queued', 'running')
  UNION ALL SELECT brokerage_id, workflow_id, kind, id, run_due_at, waiting_for, NULL FROM lead_jobs WHERE status IN ('queued', 'running')
  UNION ALL SELECT brokerage_id, workflow_id, 'opening', brokerage_id, run_due_at, waiting_for, NULL FROM openings
  UNION ALL SELECT brokerage_id, workflow_id, 'digest', brokerage_id, run_due_at, waiting_for, NULL FROM digests WHERE run_due_at IS NOT NULL
  UNION ALL SELECT brokerage_id, workflow_id, 'deadline', deal_id, run_due_at, waiting_for, NULL FROM deadlines
    WHERE watched AND due_at IS NOT NULL AND status IN ('pending', 'tolled')
  UNION ALL SELECT brokerage_id, workflow_id, 'envelope', deal_id, run_due_at, waiting_for, NULL FROM envelopes WHERE ended_at IS NULL
  UNION ALL SELECT brokerage_id, workflow_id, 'message', deal_id, run_due_at, waiting_for, NULL FROM party_messages WHERE status = 'released'
  UNION ALL SELECT brokerage_id, workflow_id, 'offer-in', deal_id, run_due_at, waiting_for, NULL FROM offers_received
    WHERE expires_at IS NOT NULL AND status IN ('received', 'countered', 'backup')
  UNION ALL SELECT brokerage_id, workflow_id, 'listing', deal_id, run_due_at, waiting_for, NULL FROM listing_agreements WHERE status = 'in-force'
  UNION ALL SELECT brokerage_id, workflow_id, 'delivery', id, run_due_at, waiting_for, NULL FROM deliveries WHERE status = 'queued';
GRANT SELECT ON open_runs TO keyturn_app, keyturn_relay;
GRANT SELECT (brokerage_id, workflow_id, id, run_due_at, waiting_for, closed_at, lead_id, deal_no) ON deals TO keyturn_relay;
GRANT SELECT (brokerage_id, workflow_id, id, run_due_at, waiting_for, status, lead_id) ON enrolments TO keyturn_relay;
GRANT SELECT (brokerage_id, workflow_id, id, run_due_at, waiting_for, status) ON imports TO keyturn_relay;
GRANT SELECT (brokerage_id, workflow_id, id, kind, run_due_at, waiting_for, status) ON lead_jobs TO keyturn_relay;
GRANT SELECT ON openings TO keyturn_relay;
GRANT SELECT ON digests TO keyturn_relay;
-- The report of days that went by calls a clock that a person made by its title.
GRANT SELECT (brokerage_id, workflow_id, deal_id, run_due_at, waiting_for, watched, due_at, status, id, clock, title) ON deadlines TO keyturn_relay;
GRANT SELECT (brokerage_id, workflow_id, deal_id, run_due_at, waiting_for, ended_at) ON envelopes TO keyturn_relay;
GRANT SELECT (brokerage_id, workflow_id, deal_id, run_due_at, waiting_for, status) ON party_messages TO keyturn_relay;
GRANT SELECT (brokerage_id, workflow_id, deal_id, run_due_at, waiting_for, expires_at, status) ON offers_received TO keyturn_relay;
GRANT SELECT (brokerage_id, workflow_id, deal_id, run_due_at, waiting_for, status) ON listing_agreements TO keyturn_relay;
GRANT SELECT (brokerage_id, workflow_id, id, run_due_at, waiting_for, status) ON deliveries TO keyturn_relay;

-- Health over all brokerages: how old the oldest unnumbered event is and how many events are parked. Figures only.
GRANT SELECT, INSERT, UPDATE ON process_states TO keyturn_app, keyturn_relay;
GRANT SELECT (seq, position, recorded_at) ON events TO keyturn_resolver;
GRANT SELECT (status) ON parked_events TO keyturn_resolver;
DROP POLICY IF EXISTS resolver ON events;
CREATE POLICY resolver ON events FOR SELECT TO keyturn_resolver USING (true);
DROP POLICY IF EXISTS resolver ON parked_events;
CREATE POLICY resolver ON parked_events FOR SELECT TO keyturn_resolver USING (true);
CREATE OR REPLACE FUNCTION relay_health() RETURNS TABLE (lag_ms bigint, parked bigint)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce((SELECT greatest(0, (extract(epoch FROM clock_timestamp() - recorded_at) * 1000)::bigint) FROM events WHERE position IS NULL ORDER BY seq LIMIT 1), 0),
    (SELECT count(*) FROM parked_events WHERE status = 'parked')
$$;
ALTER FUNCTION relay_health() OWNER TO keyturn_resolver;
REVOKE ALL ON FUNCTION relay_health() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION relay_health() TO keyturn_app, keyturn_relay;

-- How people prove who they are: the auth role's alone, and all it has. The app ends the sessions of its own tenant's people through one door.
GRANT USAGE ON SCHEMA auth TO keyturn_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO keyturn_auth;
CREATE OR REPLACE FUNCTION end_sessions(person uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = auth AS $$
BEGIN
  DELETE FROM sessions s USING users u WHERE u.id = s.user_id AND u.person_id = person AND u.brokerage_id = current_setting('app.tenant')::uuid;
  DELETE FROM sign_in_links l USING users u WHERE u.id = l.user_id AND u.person_id = person AND u.brokerage_id = current_setting('app.tenant')::uuid;
END $$;
GRANT CREATE ON SCHEMA public TO keyturn_auth;
ALTER FUNCTION end_sessions(uuid) OWNER TO keyturn_auth;
REVOKE CREATE ON SCHEMA public FROM keyturn_auth;
REVOKE ALL ON FUNCTION end_sessions(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION end_sessions(uuid) TO keyturn_app;
