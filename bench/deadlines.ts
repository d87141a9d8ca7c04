import { isDeepStrictEqual } from 'node:util';
import { calculateDeadline } from '../domain/compliance/calculate.ts';
import { generatedInput, makers, seeded } from '../domain/compliance/generated.fixture.ts';
import { secondOpinion } from '../domain/compliance/second.fixture.ts';

/** R19: deadlines of generated contracts of every form, against a second implementation that shares nothing but the holiday data. */

export interface DeadlineBench {
  id: 'R19';
  /** Contracts on which the two implementations differ. */
  value: number;
  target: 0;
  rounds: number;
  detail: Record<string, unknown>;
}

export function benchDeadlines({
  contracts = 100_000,
  rounds = 1,
  say = () => {},
}: {
  contracts?: number;
  rounds?: number;
  say?: (line: string) => void;
} = {}): DeadlineBench {
  const perRegime: Record<string, number> = {};
  const zones = new Set<string>();
  let [differences, calculatingMs] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const random = seeded(19_000_000 + round);
    for (let at = 0; at < contracts; at++) {
      const input = generatedInput(random);
      perRegime[input.regime] = (perRegime[input.regime] ?? 0) + 1;
      if (input.zone) zones.add(input.zone);
      const start = performance.now();
      const { date, localTime, instant, answer } = calculateDeadline(input);
      calculatingMs += performance.now() - start;
      const [got, second] = [{ date, localTime, instant, answer }, secondOpinion(input)];
      if (isDeepStrictEqual(got, second)) continue;
      differences++;
      if (differences <= 10) say(`${JSON.stringify(input)}: ${JSON.stringify(got)} against ${JSON.stringify(second)}`);
    }
  }
  const clocks = Object.values(makers).reduce((sum, forms) => sum + Object.keys(forms).length, 0);
  const detail = {
    contracts: contracts * rounds,
    regimes: Object.keys(perRegime).length,
    clocks,
    zones: zones.size,
    microsecondsEach: Math.round((calculatingMs * 1000) / (contracts * rounds)),
    perRegime,
  };
  return { id: 'R19', value: differences, target: 0, rounds, detail };
}
