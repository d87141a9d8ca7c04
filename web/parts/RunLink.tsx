import { Anchor } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useMe } from '../api/me.ts';

/** Leads to the run behind what is shown, in the Temporal Web UI; nothing where the instance has none. `of` tells links of one page apart. */
export function RunLink({ workflowId, of }: { workflowId: string; of: string }) {
  const { temporalUiUrl, namespace } = useMe();
  if (!temporalUiUrl) return null;
  return (
    <Anchor
      href={`${temporalUiUrl}/namespaces/${namespace}/workflows/${encodeURIComponent(workflowId)}`}
      target="_blank"
      rel="noreferrer"
      size="sm"
      className="status no-print"
      aria-label={`Run of ${of}, in the Temporal Web UI, opens a new tab`}
    >
      Run <IconExternalLink size={14} aria-hidden />
    </Anchor>
  );
}
