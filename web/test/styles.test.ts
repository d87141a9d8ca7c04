import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const web = join(import.meta.dirname, '..');
const styles = join(web, '../node_modules/@mantine/core/styles');

test('every component of the library that a screen uses has its styles', () => {
  const used = globSync('**/*.{ts,tsx}', { cwd: web })
    .flatMap((file) => [...readFileSync(join(web, file), 'utf8').matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)])
    .flatMap(([, names]) => names!.split(',').map((name) => name.trim()));
  const withStyles = [...new Set(used)].filter((name) => existsSync(join(styles, `${name}.css`)));
  expect(withStyles).toContain('Button');
  const sheet = readFileSync(join(web, 'mantine.css'), 'utf8');
  const missing = withStyles.filter((name) => !sheet.includes(`/${name}.css"`));
  expect(missing, 'to be added to web/mantine.css, in the order of @mantine/core/styles.css').toEqual([]);
});
