import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, type Cookie, chromium } from 'playwright-core';

const installed = [process.env.KEYTURN_CHROMIUM, '/usr/bin/google-chrome', '/usr/bin/chromium'].find((path) => path && existsSync(path));

/** The package unpacks its browser at first use; of two that do so at once, one finds half of it. So it is done before the first test. */
export const chromiumUnpacked = async (): Promise<string> => installed ?? sparticuz.executablePath();

/** Chromium from the package registry, or the one that is named or installed. */
export async function launchChromium(): Promise<Browser> {
  // The pages of a person share a process and what it has compiled.
  const args = ['--no-sandbox', '--process-per-site'];
  if (installed) return chromium.launch({ executablePath: installed, args });
  // Of its own arguments one would put every page of everybody into one process, which dies with the first page that is closed.
  return chromium.launch({ executablePath: await chromiumUnpacked(), args: [...args, '--disable-gpu', '--disable-dev-shm-usage'] });
}

/** A `Cookie` header as a browser's own cookies. */
export const cookiesOf = (header: string, url: string): (Pick<Cookie, 'name' | 'value'> & { url: string })[] =>
  header.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url }));
