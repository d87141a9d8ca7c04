import type { Deps } from '../../activities/deps.ts';

/** Before the effect happens; after it, before its answer is back; after the activity is done, before the engine knows. */
export const killPoints = ['before-call', 'after-call', 'before-acknowledgement'] as const;
export type KillPoint = (typeof killPoints)[number];
/** What an activity's effect is: a transaction, the commit of a batch, or a call of one provider. */
export type Call = 'database' | 'bulk' | 'email' | 'text' | 'propertyData' | 'signatures' | 'crm';

/** Ends this process as an out-of-memory kill or a power cut does: nothing runs afterwards. */
export const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  for (;;);
};

/** The same dependencies, deadly at one point of one kind of call. */
export function deadly(deps: Deps, call: Call, point: KillPoint): Deps {
  const around =
    <A extends unknown[], R>(fn: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (point === 'before-call') die();
      const answer = await fn(...args);
      if (point === 'after-call') die();
      return answer;
    };
  switch (call) {
    case 'email':
      return { ...deps, email: { ...deps.email, send: around(deps.email.send.bind(deps.email)) } };
    case 'text':
      return { ...deps, text: { ...deps.text, send: around(deps.text.send.bind(deps.text)) } };
    case 'bulk':
      return { ...deps, db: { ...deps.db, bulk: () => deadlyCommits(deps.db.bulk(), around) } };
    case 'propertyData':
      return { ...deps, propertyData: deps.propertyData.map((port) => ({ ...port, lookUp: around(port.lookUp.bind(port)) })) };
    case 'signatures': {
      const { send, state, void: end, correct, signedPdf } = deps.signatures;
      return {
        ...deps,
        signatures: { ...deps.signatures, send: around(send), state: around(state), void: around(end), correct: around(correct), signedPdf: around(signedPdf) },
      };
    }
    case 'crm':
      return { ...deps, crm: { ...deps.crm, upsertContact: around(deps.crm.upsertContact), ping: around(deps.crm.ping) } };
    case 'database': {
      const { orm, bulk } = deps.db;
      const transaction = around(orm.transaction.bind(orm) as (...args: unknown[]) => Promise<unknown>);
      const deadlyOrm = new Proxy(orm, { get: (target, name) => (name === 'transaction' ? transaction : Reflect.get(target, name, target)) });
      const deadlyBulk = (): ReturnType<typeof bulk> => {
        const sql = bulk();
        return new Proxy(sql, {
          get: (target, name) =>
            name === 'begin' ? around(target.begin.bind(target) as (...args: unknown[]) => Promise<unknown>) : Reflect.get(target, name, target),
        });
      };
      return { ...deps, db: { ...deps.db, orm: deadlyOrm, bulk: deadlyBulk } };
    }
  }
}

type Around = <A extends unknown[], R>(fn: (...args: A) => Promise<R>) => (...args: A) => Promise<R>;

/** Deadly at the second commit of a reserved connection: the first one only reads where the work stands. */
function deadlyCommits<S extends ReturnType<Deps['db']['bulk']>>(sql: S, around: Around): S {
  const reserve = async () => {
    const connection = await sql.reserve();
    let commits = 0;
    return new Proxy(connection, {
      apply(target, self, args: [TemplateStringsArray, ...unknown[]]) {
        const run = (...given: typeof args): Promise<unknown> => Reflect.apply(target, self, given) as Promise<unknown>;
        const isCommit = Array.isArray(args[0]) && args[0][0]?.trim() === 'commit' && ++commits === 2;
        return isCommit ? around(run)(...args) : run(...args);
      },
    });
  };
  return new Proxy(sql, { get: (target, name) => (name === 'reserve' ? reserve : Reflect.get(target, name, target)) });
}
