import { inLetters, typeable } from '../../domain/offers/display.ts';
import type { LetterParties, OfferInputs } from '../../domain/offers/letter.ts';
import type { Variables } from '../../domain/offers/liquid.ts';
import type { LetterFrame } from './letter.ts';

/** Letterhead, addressee and signature lines from the same variables as the text. */
export function letterFrame(inputs: OfferInputs, { buyer, signer, sellers }: LetterParties, variables: Variables): LetterFrame {
  const read = (group: string, name: string): string | null => {
    const found = variables[group];
    return typeof found === 'object' && !Array.isArray(found) && typeof found[name] === 'string' ? found[name] : null;
  };
  const lines = (texts: (string | null)[]) => texts.filter((text) => text !== null).map((text) => typeable(text).text);
  const names = sellers.map(({ name }) => typeable(inLetters(name)).text);
  // Without a mailing address the letter goes to the house.
  const to = read('mailing', 'line') && read('mailing', 'place') ? 'mailing' : 'property';
  return {
    letterhead: { name: typeable(buyer.name).text, lines: lines([buyer.address, read('buyer', 'phone')]) },
    date: read('letter', 'date')!,
    addressee: [...names, ...lines([read(to, 'line'), read(to, 'place')])],
    reference: read('letter', 'reference')!,
    buyer: { name: typeable(buyer.name).text, by: signer && typeable(signer.name).text, title: read('signer', 'title') },
    sellers: names,
    writtenOn: new Date(`${inputs.date}T12:00:00Z`),
  };
}
