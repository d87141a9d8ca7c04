import { defineConfig } from 'drizzle-kit';

export default defineConfig({ dialect: 'postgresql', schema: ['./db/schema/index.ts', './db/schema/auth.ts'], out: './db/migrations' });
