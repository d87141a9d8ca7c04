import { Anchor, Button, Group, Paper, Progress, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { apiQuery } from '../../../api/query.ts';
import { ConfirmWithReason } from '../../../parts/ConfirmWithReason.tsx';
import { FileLink } from '../../../parts/file/FileLink.tsx';
import { Instant } from '../../../parts/Instant.tsx';
import { RunLink } from '../../../parts/RunLink.tsx';
import { Status } from '../../../parts/Status.tsx';
import { useDeal } from '../use-deal.ts';

import { Waits } from '../Waits.tsx';
import { roleWords } from '../words.ts';
import { type Envelope, endedUnsigned, isOpen, type Signer, signerStanding, standingOf } from './words.ts';

type Props = { envelope: Envelope; document: string; sendAgain: (() => void) | null; mayAct: boolean };

/** One envelope: its signers in their order, how far it is, and what can be done. */
export function EnvelopeCard({ envelope, document, sendAgain, mayAct }: Props) {
  const { id, envelopeNo, subject, documentVersion, signers, progress, reason, signed, signingPage, requestedAt, expiresAt } = envelope;
  const { zone } = useDeal();
  const { tone, words } = standingOf(envelope);
  const waits = useQuery({ ...apiQuery('/v1/envelopes/{id}', { path: { id } }), enabled: isOpen(envelope) });
  const [voiding, setVoiding] = useState(false);
  const withdraw = useAct('post', '/v1/envelopes/{id}/void');
  const name = `${subject} (envelope ${envelopeNo})`;
  return (
    <Paper withBorder p="sm" mb="sm" component="section" aria-label={name}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ flex: '1 1 280px', minWidth: 0 }}>
          <Title order={2}>{subject}</Title>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {document}, version {documentVersion} · asked for <Instant at={requestedAt} zone={zone} />
            {expiresAt && isOpen(envelope) && (
              <>
                {' '}
                · ends by itself <Instant at={expiresAt} zone={zone} />
              </>
            )}
          </Text>
          <Status tone={tone}>{words}</Status>
          {reason && <Text size="sm">{reason}</Text>}
          {isOpen(envelope) && <Waits query={waits} />}
          {envelope.status === 'unknown' && (
            <Text size="sm">
              It is never sent a second time by itself. Look for it at the provider: if it is there, it is found and goes on; if not, withdraw it and send it
              again.
            </Text>
          )}
        </div>
        <Group gap={6} className="no-print">
          <RunLink workflowId={envelope.workflowId} of={name} />
          {signed && (
            <FileLink src={signed} title={`${subject}, signed`}>
              Signed document
            </FileLink>
          )}
          {signingPage && isOpen(envelope) && (
            <Anchor href={signingPage} target="_blank" rel="noreferrer" size="sm">
              Sign as a sample signer
            </Anchor>
          )}
          {sendAgain && endedUnsigned(envelope) && (
            <Button variant="default" onClick={sendAgain} aria-label={`Send again: ${name}`}>
              Send again …
            </Button>
          )}
          {mayAct && isOpen(envelope) && (
            <Button variant="default" onClick={() => setVoiding(true)} aria-label={`Withdraw: ${name}`}>
              Withdraw …
            </Button>
          )}
        </Group>
      </Group>
      <Text size="sm" mt="xs">
        {progress.signed} of {progress.of} signed
      </Text>
      <Progress value={progress.of === 0 ? 0 : (progress.signed / progress.of) * 100} size="sm" mt={2} maw={320} aria-label={`Signatures of ${name}`} />
      <ol style={{ margin: '8px 0 0', padding: 0, listStyle: 'none' }}>
        {signers.map((signer) => (
          <SignerLine key={signer.partyId} signer={signer} zone={zone} />
        ))}
      </ol>
      {voiding && (
        <ConfirmWithReason
          opened
          title={`Withdraw “${subject}”`}
          reasons={['A mistake in the document', 'The terms changed', 'Sent to the wrong person']}
          confirm="Withdraw"
          danger
          pending={withdraw.isPending}
          problem={withdraw.error}
          onConfirm={(words) => withdraw.mutate({ path: { id }, body: { reason: words.slice(0, 200) } }, { onSuccess: () => setVoiding(false) })}
          onClose={() => setVoiding(false)}
        >
          Nobody can sign it any more. The signers read the reason.
        </ConfirmWithReason>
      )}
    </Paper>
  );
}

function SignerLine({ signer, zone }: { signer: Signer; zone: string }) {
  const { routingOrder, name, role, at, correction } = signer;
  const { tone, words } = signerStanding(signer);
  return (
    <li>
      <Group gap={8}>
        <Text span size="sm" c="dimmed">
          {routingOrder}.
        </Text>
        <Text span>
          {name}, {roleWords(role)}
        </Text>
        <Status tone={tone}>{words}</Status>
        {at && (
          <Text span size="sm" c="dimmed">
            <Instant at={at} zone={zone} />
          </Text>
        )}
      </Group>
      {correction?.outcome === 'refused' && (
        <Text size="sm" style={{ color: 'var(--tone-bad)' }}>
          The provider did not take this person’s new name or address. Withdraw it and send it again.
        </Text>
      )}
    </li>
  );
}
