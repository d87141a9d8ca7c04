import { type KnownForm, knownForms } from './forms.ts';
import { countForm, plain, readable } from './matcher.text.ts';

export interface UploadedDocument {
  fileName: string;
  /** What was extracted from the PDF; empty for a scan. */
  text: string;
}

export interface ProposedMatch {
  id: string;
  document: string;
  onChecklist: boolean;
  /** Above 0 and below 1, for ordering and for what to show; never a decision. */
  score: number;
  /** Why, in words. */
  reasons: string[];
  /** The edition printed on the form, where one is read. */
  formVersion: string | null;
}

/** Where a title stands; a name further down may be a mention. */
const titleLength = 600;
const longestText = 300_000;
const least = 0.15;
/** Only a person is certain. */
const certainty = 0.99;

/**
 * What an uploaded file may be, the likeliest first; empty when nothing speaks for any document. It proposes only: a person confirms.
 * `jurisdictions` (`US` and the property's state) leaves out the forms of other states.
 */
export function matchDocument(upload: UploadedDocument, jurisdictions?: readonly string[]): ProposedMatch[] {
  const candidates = knownForms.filter(({ jurisdiction }) => !jurisdictions || jurisdictions.includes(jurisdiction));
  const page = { file: readable(upload.fileName.replace(/\.[a-z0-9]{1,5}$/i, '')), text: readable(upload.text.slice(0, longestText)) };
  const found = candidates.map((form) => ({ form, inFile: bestForm(form, page.file), inText: bestForm(form, page.text) }));
  const most = Math.max(1, ...found.map(({ inText }) => inText?.count ?? 0));
  const file = plain(page.file);
  const title = plain(page.text.slice(0, titleLength));
  const body = plain(page.text);
  return found
    .map(({ form, inFile, inText }) => {
      const clues = [
        inFile && { weight: 0.75, reason: `the file name holds the form number ${inFile.read}` },
        inText && {
          weight: 0.8 * (inText.count / most),
          reason: `the text holds the form number ${inText.read}${inText.count > 1 ? `, ${inText.count} times` : ''}`,
        },
        nameClue(form, file, 0.6, 'the file name says'),
        nameClue(form, title, 0.7, 'the text begins with') ?? nameClue(form, body, 0.15, 'the text mentions'),
      ].filter((clue) => clue !== null);
      return {
        id: form.id,
        document: form.document,
        onChecklist: form.onChecklist,
        score: Math.min(certainty, Math.round((1 - clues.reduce((left, { weight }) => left * (1 - weight), 1)) * 100) / 100),
        reasons: clues.map(({ reason }) => reason),
        formVersion: (inText ?? inFile)?.version ?? null,
      };
    })
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

function bestForm({ forms }: KnownForm, text: string) {
  const counted = forms.flatMap((form) => countForm(form, text) ?? []);
  return counted.sort((a, b) => b.count - a.count)[0] ?? null;
}

/** The longest name found counts fully; one of a single word, or a short one, less. */
function nameClue({ names }: KnownForm, text: string, weight: number, says: string): { weight: number; reason: string } | null {
  const name = names.filter((candidate) => ` ${text} `.includes(` ${candidate} `)).sort((a, b) => b.length - a.length)[0];
  if (name === undefined) return null;
  const strength = Math.min(1, 0.7 + 0.1 * (name.split(' ').length - 1));
  return { weight: weight * strength, reason: `${says} “${name}”` };
}
