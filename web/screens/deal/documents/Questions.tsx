import { Button, Group, NumberInput, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { ProblemView } from '../../../parts/ProblemView.tsx';
import { count } from '../../../parts/time.ts';
import type { Checklist } from './items.ts';

type Question = Checklist['questions'][number];
type Value = boolean | number | string | null;
const figures = new Set(['units', 'yearBuilt']);
const days = new Set(['acquiredAt', 'contractDate', 'closingDate']);

/** Facts nobody has stated yet, without which it cannot be decided whether a document is needed. */
export function Questions({ no, list, mayAct }: { no: number; list: Checklist; mayAct: boolean }) {
  const state = useAct('post', '/v1/deals/{no}/law-facts');
  const say = (fact: string, value: Value): void =>
    state.mutate(
      { path: { no }, body: { [fact]: value } },
      {
        onSuccess: ({ documents }) =>
          notifications.show({
            message: documents.length > 0 ? `Noted. It changes ${count(documents.length, 'document')} of the checklist.` : 'Noted. It changes no document.',
          }),
      },
    );
  const stated = Object.entries(list.stated).filter(([, value]) => value !== null && value !== undefined);
  return (
    <>
      {list.questions.length > 0 && (
        <section aria-labelledby="questions">
          <Title order={2} id="questions" mb={4}>
            Needed to decide
          </Title>
          {state.error && <ProblemView error={state.error} />}
          <ul className="entries">
            {list.questions.map((question) => (
              <li key={question.fact}>
                <div className="entry-what">
                  <Text>{question.question}</Text>
                  <Text size="sm" c="dimmed">
                    decides {decidesWords(question, list)}
                  </Text>
                </div>
                {mayAct && <AnswerIt question={question} say={(value) => say(question.fact, value)} pending={state.isPending} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {stated.length > 0 && (
        <details>
          <summary>{count(stated.length, 'fact')} stated by people</summary>
          <ul className="quiet-list">
            {stated.map(([fact, value]) => (
              <li key={fact}>
                {list.labels[fact] ?? fact}: {value === true ? 'yes' : value === false ? 'no' : String(value)}{' '}
                {mayAct && (
                  <Button variant="subtle" size="compact-xs" onClick={() => say(fact, null)} aria-label={`Take back: ${list.labels[fact] ?? fact}`}>
                    Take back
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The documents by name, where the list has them; how many otherwise. */
function decidesWords({ documents }: Question, { items }: Checklist): string {
  const titles = documents.flatMap((id) => items.find(({ document }) => document === id)?.title ?? []);
  const rest = documents.length - Math.min(3, titles.length);
  return [
    ...titles.slice(0, 3),
    ...(rest > 0
      ? [`${titles.length > 0 ? 'and ' : ''}${count(rest, titles.length > 0 ? 'more' : 'document', titles.length > 0 ? 'more' : 'documents')}`]
      : []),
  ].join(', ');
}

function AnswerIt({ question: { fact, question }, say, pending }: { question: Question; say: (value: Value) => void; pending: boolean }) {
  const [value, setValue] = useState<string | number>('');
  if (!figures.has(fact) && !days.has(fact) && fact !== 'propertyState' && fact !== 'side')
    return (
      <Group gap={6}>
        {[true, false].map((answer) => (
          <Button key={String(answer)} variant="default" disabled={pending} onClick={() => say(answer)} aria-label={`${answer ? 'Yes' : 'No'}: ${question}`}>
            {answer ? 'Yes' : 'No'}
          </Button>
        ))}
      </Group>
    );
  const common = { size: 'xs' as const, 'aria-label': question };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== '') say(value);
      }}
    >
      <Group gap={6}>
        {figures.has(fact) ? (
          <NumberInput {...common} value={value} onChange={setValue} allowDecimal={false} allowNegative={false} thousandSeparator="" w={100} />
        ) : (
          <TextInput
            {...common}
            type={days.has(fact) ? 'date' : 'text'}
            value={value}
            onChange={({ currentTarget }) => setValue(currentTarget.value)}
            w={150}
          />
        )}
        <Button type="submit" variant="default" disabled={pending || value === ''} aria-label={`Say so: ${question}`}>
          Say so
        </Button>
      </Group>
    </form>
  );
}
