import { readCredentials } from '../credentials.ts';
import { savePurchase } from '../forward/happenings.ts';
import type { Home } from '../home.ts';
import type { Progress } from '../progress.ts';
import { patiently } from './patiently.ts';

type Sampling = {
  empty: boolean;
  home: Home;
  progress: Progress;
  appUrl: string;
  url: string;
  env: Record<string, string> /** Of the signature provider. */;
  accountId: string;
};

/** The sample is made once; a start that was killed half way finishes it. */
export async function sample({ empty, home, progress, appUrl, url, env, accountId }: Sampling): Promise<void> {
  const { instance } = home;
  if (instance.sample === 'none') return;
  const wanted = !instance.sample && !empty;
  if (!wanted && !instance.sample) {
    instance.sample = 'none';
    return home.save();
  }
  // Only the first start needs most of this: the e-mail compiler alone takes a second to load.
  if (wanted) {
    const { seedSample } = await import('./seed.ts');
    await progress.step(
      'Sample brokerage',
      () => patiently(() => seedSample({ appUrl, home, url })),
      (made) => `Sample brokerage: ${made.name}`,
    );
  }
  const { tellSandbox } = await import('./endpoints.ts');
  const addresses = { publicUrl: env.PUBLIC_URL!, sandboxUrl: env.SANDBOX_URL!, accountId };
  await patiently(() => tellSandbox({ appUrl, brokerageId: instance.id, crmSecret: instance.secrets.crm, ...addresses }));
  if (!wanted) return;
  const { enrichSample, importSample } = await import('./import.ts');
  await progress.step(
    'Sample list',
    (say) => patiently((alive) => importSample({ home, appUrl, url, say: said(say, alive) })),
    (report) => `Sample list: ${report.read} properties read, ${report.new} new leads`,
  );
  await progress.step(
    'Leads',
    (say) => patiently((alive) => enrichSample({ home, url, say: said(say, alive) })),
    ({ answered, decided }) => `Leads: the data provider knew ${answered} in review, the rules decided ${decided}`,
  );
  const { makePurchase } = await import('./purchase.ts');
  await progress.step(
    'Texas purchase',
    async () => {
      const record = await patiently(() => makePurchase({ url, key: readCredentials(home)!.key, now: new Date() }));
      savePurchase(home.folder, record);
      return record;
    },
    ({ dealNo }) => `Texas purchase: deal ${dealNo} is under contract, its deadlines are watched`,
  );
  instance.sample = 'imported';
  home.save();
}

/** Each answer about long work is a sign of life. */
const said =
  (say: (detail: string) => void, alive: () => void) =>
  (detail: string): void => {
    alive();
    say(detail);
  };
