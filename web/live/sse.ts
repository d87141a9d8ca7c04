/** What a text/event-stream says, piece by piece. Comments count as a sign of life. */
export type SseMessage = { event: string; data: string; id: string | null } | { comment: string };

export function createSseParser(onMessage: (message: SseMessage) => void): (text: string) => void {
  let rest = '';
  let event = '';
  let data: string[] = [];
  let id: string | null = null;
  const line = (text: string): void => {
    if (text === '') {
      if (data.length > 0) onMessage({ event: event || 'message', data: data.join('\n'), id });
      event = '';
      data = [];
    } else if (text.startsWith(':')) onMessage({ comment: text.slice(1).trim() });
    else {
      const at = text.indexOf(':');
      const [field, value] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1).replace(/^ /, '')];
      if (field === 'event') event = value;
      else if (field === 'data') data.push(value);
      else if (field === 'id') id = value;
    }
  };
  return (text) => {
    rest += text;
    // A line may end in CR LF, and the LF may come with the next piece.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop()!;
    for (const each of lines) line(each);
  };
}
