/** What the sender wrote themselves: without quoted mail and signature lines, so that our own footer is never read as their wish. */
export function ownWords(body: string): string {
  const lines = body.replaceAll('\r\n', '\n').split('\n');
  const quote = lines.findIndex((line, index) => startsQuote(line, lines[index + 1] ?? ''));
  return (quote < 0 ? lines : lines.slice(0, quote))
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .split(/\n-- ?\n/)[0]!
    .trim();
}

const startsQuote = (line: string, next: string): boolean =>
  /^\s*(?:-{2,}\s*(?:original message|forwarded message|urspr|mensaje original)|_{10,}\s*$|begin forwarded message)/i.test(line) ||
  /^\s*(?:on|am|le|el)\b.{5,200}\b(?:wrote|schrieb|a écrit|escribió)\s*:\s*$/i.test(line) ||
  (/^\s*(?:on|el)\b.{5,200}$/i.test(line) && /\b(?:wrote|escribió)\s*:\s*$/i.test(next)) ||
  (/^\s*\*?from:\*?\s.+/i.test(line) && /^\s*\*?(?:sent|date|to):\*?\s/i.test(next));

/** A telephone answered by itself (driving, do not disturb, out of office). */
export const isAutoText = (body: string): boolean =>
  /^\s*(?:\(?\s*i['’]?m (?:currently )?(?:driving|not receiving notifications)|auto(?:matic|mated)?[ -]?(?:reply|response|respuesta)|out of (?:the )?office|this is an automat(?:ed|ic) (?:message|response|reply))|\b(?:driving focus|do not disturb while driving|sent automatically)\b/i.test(
    body,
  );

/** Machines that answer e-mail without the headers for it. */
export const isAutoSubject = (subject: string): boolean =>
  /^\s*(?:re:\s*)?(?:automatic reply|auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office|respuesta autom[aá]tica|abwesenheit|vacation (?:reply|notice))\b/i.test(
    subject,
  );
