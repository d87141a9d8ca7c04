import type { Deps } from '../../activities/deps.ts';

/** Before the effect happens; after it, before its answer is back; after the activity is done, before the engine knows. */
export const killPoints = ['before-call', 'after-call', 'before-acknowledgement'] as const;
export type KillPoint = (typeof killPoints)[number];
/** What an activity's effect is: a transaction, the commit of a batch, or a call of one provider. */
export type Call = 'database' | 'bulk' | 'email' | 'text' | 'propertyData' | 'signatures' | 'crm';

/** The dependencies of one attempt, deadly at one point of one kind of call. `end` ends it; from then on nothing it asks for happens, and nothing it asked for is answered. */
export function mortal(deps: Deps, call: Call, point: KillPoint, ended: () => void): { deps: Deps; end: () => Promise<never> } {
  let isDead = false;
  const never = new Promise<never>(() => {});
  const end = (): Promise<never> => {
    isDead = true;
    ended();
    return never;
  };
  const around =
    (kind: Call): Around =>
    (fn) =>
    async (...args) => {
      if (isDead) return never;
      if (kind === call && point === 'before-call') await end();
      const answer = await fn(...args);
      if (isDead) return never;
      if (kind === call && point === 'after-call') await end();
      return answer;
    };
  const { db, email, text, signatures, crm } = deps;
  const [signing, pushing] = [around('signatures'), around('crm')];
  return {
    end,
    deps: {
      ...deps,
      db: { ...db, orm: mortalOrm(db.orm, around('database')), bulk: () => mortalBulk(db.bulk(), around('database'), call === 'bulk' ? around('bulk') : null) },
      email: { ...email, send: around('email')(email.send.bind(email)) },
      text: { ...text, send: around('text')(text.send.bind(text)) },
      propertyData: deps.propertyData.map((port) => ({ ...port, lookUp: around('propertyData')(port.lookUp.bind(port)) })),
      signatures: {
        ...signatures,
        ...{ send: signing(signatures.send), state: signing(signatures.state), void: signing(signatures.void) },
        ...{ correct: signing(signatures.correct), signedPdf: signing(signatures.signedPdf) },
      },
      crm: { ...crm, upsertContact: pushing(crm.upsertContact), ping: pushing(crm.ping) },
    },
  };
}

type Around = <A extends unknown[], R>(fn: (...args: A) => Promise<R>) => (...args: A) => Promise<R>;
type Orm = Deps['db']['orm'];
type Bulk = ReturnType<Deps['db']['bulk']>;
type Unknown = (...args: unknown[]) => Promise<unknown>;

function mortalOrm(orm: Orm, around: Around): Orm {
  const transaction = around(orm.transaction.bind(orm) as Unknown);
  return new Proxy(orm, { get: (target, name) => (name === 'transaction' ? transaction : Reflect.get(target, name, target)) });
}

/** Transactions, and where batches are what it is about, the second commit of a reserved connection: the first one only reads where the work stands. */
function mortalBulk(sql: Bulk, around: Around, aroundBatch: Around | null): Bulk {
  const reserve = async () => {
    const connection = await sql.reserve();
    if (!aroundBatch) return connection;
    let commits = 0;
    return new Proxy(connection, {
      apply(target, self, args: [TemplateStringsArray, ...unknown[]]) {
        const run = (...given: typeof args): Promise<unknown> => Reflect.apply(target, self, given) as Promise<unknown>;
        const isCommit = Array.isArray(args[0]) && args[0][0]?.trim() === 'commit' && ++commits === 2;
        return isCommit ? aroundBatch(run)(...args) : run(...args);
      },
    });
  };
  return new Proxy(sql, {
    get: (target, name) => {
      if (name === 'begin') return around(target.begin.bind(target) as Unknown);
      return name === 'reserve' ? reserve : Reflect.get(target, name, target);
    },
  });
}
