import { describe, expect, it } from 'vitest';
import { upConfig } from './config.ts';

const refusal = (env: NodeJS.ProcessEnv): string => {
  try {
    upConfig(env);
    return 'nothing refused';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('upConfig', () => {
  it('names every broken variable and what it should be, in one sentence without a stack', () => {
    expect(refusal({ KEYTURN_PORT: 'three', DATABASE_URL: 'mysql://x/y' })).toBe(
      'KEYTURN_PORT is not a port number from 1 to 65535, and DATABASE_URL is not a PostgreSQL address of the owner such as postgres://keyturn_owner:secret@localhost:5432/keyturn',
    );
    expect(refusal({ TEMPORAL_ADDRESS: 'http://localhost:7233' })).toContain('TEMPORAL_ADDRESS is not host and port');
    expect(refusal({ TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}` })).toContain('go together');
  });

  it('never repeats a secret it refuses', () => {
    expect(refusal({ TWILIO_AUTH_TOKEN: 'hunter2' })).not.toContain('hunter2');
  });

  it('takes an empty variable as not set', () => {
    const { KEYTURN_PORT, DATABASE_URL } = upConfig({ KEYTURN_PORT: '', DATABASE_URL: '' });
    expect([KEYTURN_PORT, DATABASE_URL]).toEqual([3000, undefined]);
  });
});
