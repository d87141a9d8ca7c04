import { checklistFor } from '../../domain/compliance/checklists/checklist.ts';
import { differences } from './differences.ts';
import type { Family } from './families.ts';

interface Lists {
  required?: readonly string[] | null;
  notRequired?: readonly string[] | null;
  suspended?: readonly string[] | null;
  versions?: object | null;
}

/** Checklists by document ids; what is undecided stands in a list of its own. */
export const checklistFamily: Family = {
  run({ facts, on }) {
    const { documents } = checklistFor({ facts, on });
    const ids = (status: string) => documents.filter((document) => document.status === status).map(({ id }) => id);
    return {
      required: ids('required'),
      notRequired: ids('not-required'),
      suspended: ids('suspended'),
      undecided: ids('undecided'),
      versions: Object.fromEntries(
        documents.flatMap(({ id, status, formVersion }) => (status === 'required' && formVersion ? [[id, formVersion.version]] : [])),
      ),
    };
  },
  /** `required` and `notRequired` name some of many; `suspended` names all, in any order. */
  differences(expected: Lists, got: Required<Lists>) {
    const lacking = (['required', 'notRequired'] as const).flatMap((list) =>
      (expected[list] ?? []).filter((id) => !got[list]?.includes(id)).map((id) => `${list}: ${id} is not among ${JSON.stringify(got[list])}`),
    );
    const suspended = differences(expected.suspended?.toSorted(), got.suspended?.toSorted(), 'suspended');
    return [...lacking, ...suspended, ...differences(expected.versions, got.versions, 'versions')];
  },
};
