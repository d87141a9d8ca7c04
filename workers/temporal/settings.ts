export const namespace = 'keyturn';
export const deploymentName = 'keyturn';

/** Flags every embedded engine gets: per-workflow time skipping, and timers that do not wait a second each while skipping. */
export const engineSettings = (): string[] => [
  '--dynamic-config-value',
  'frontend.WorkflowTimeSkippingEnabled=true',
  '--dynamic-config-value',
  'history.timerProcessorMaxTimeShift="10ms"',
];
