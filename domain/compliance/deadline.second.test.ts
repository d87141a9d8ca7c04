import { expect, test } from 'vitest';
import { calculateDeadline } from './calculate.ts';
import { forms } from './forms/registry.ts';
import { generatedInput, makers, seeded } from './generated.fixture.ts';
import { secondOpinion } from './second.fixture.ts';

test('a second implementation, date by date, agrees on 5,000 generated contracts of every form', () => {
  const random = seeded(20_261_127);
  for (let at = 0; at < 5_000; at++) {
    const input = generatedInput(random);
    const { date, localTime, instant, answer } = calculateDeadline(input);
    expect({ date, localTime, instant, answer }, JSON.stringify(input)).toEqual(secondOpinion(input));
  }
});

test('the generated contracts leave no clock of any form out', () => {
  const made = Object.entries(makers).flatMap(([regime, clocks]) => Object.keys(clocks).map((clock) => `${regime} ${clock}`));
  const known = [...forms.values()].flatMap(({ regime, versions }) => versions.flatMap(({ rules }) => rules.map(({ clock }) => `${regime} ${clock}`)));
  expect([...new Set(made)].sort()).toEqual([...new Set(known)].sort());
});
