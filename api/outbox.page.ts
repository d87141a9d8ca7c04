import { html, raw } from 'hono/html';
import { htmlPage } from './html.ts';
import type { OutboxMail, OutboxMessage } from './outbox.ts';

type Html = ReturnType<typeof html>;

/** What arrived at sample sellers and what they answered, newest first. */
export const outboxPage = ({ items, before, total }: { items: OutboxMessage[]; before: number | null; total: number }): Html =>
  htmlPage(
    'Outbox',
    html`${styles}<h1>Outbox</h1>
    <p>What reached the sellers of this sandbox, and what they answered: ${total} messages. Answer one as its seller; it comes back to Keyturn signed, as from a real provider. <a href="/outbox">Look again</a></p>
    ${items.length === 0 ? html`<p>Nothing has been sent yet.</p>` : html`<ol class="messages">${items.map(messageCard)}</ol>`}
    ${before === null ? '' : html`<p><a href="/outbox?before=${before}">Older messages</a></p>`}`,
  );

const messageCard = (message: OutboxMessage): Html => {
  const { id, kind, direction, from, to, at, subject, preview, body, status, attachments, step, dealNo, class: found } = message;
  const sent = direction === 'sent';
  return html`<li class="card ${direction}" id="${id}">
    <div class="head"><strong>${kind === 'email' ? 'E-mail' : 'Text'} ${sent ? `to ${to}` : `from ${from}`}</strong> <time datetime="${at}">${when(at)}</time></div>
    <div class="facts">${[dealNo === null ? null : `deal ${dealNo}`, step, status, found].filter(Boolean).join(' · ')}</div>
    ${subject ? html`<div class="subject">${kind === 'email' && sent ? html`<a href="/outbox/mails/${id}">${subject}</a>` : subject}</div>` : ''}
    <p class="words">${sent && kind === 'email' ? preview : body}</p>
    ${attachments.length > 0 ? html`<p>${attachments.map((file, index) => attachmentLink(id, file, index))}</p>` : ''}
    ${sent ? answerForm({ channel: kind, address: to, inReplyTo: id }) : ''}
  </li>`;
};

/** One e-mail whole: its HTML in a frame that may run nothing and load nothing. */
export const mailPage = (mail: OutboxMail, publicUrl: string): Html =>
  htmlPage(
    mail.subject || 'E-mail',
    html`${styles}<p><a href="/outbox">Outbox</a></p>
    <h1>${mail.subject}</h1>
    <dl><dt>From</dt><dd>${mail.from}</dd><dt>To</dt><dd>${mail.to}</dd></dl>
    <p>${mail.attachments.map((file, index) => attachmentLink(mail.id, file, index))}</p>
    ${mail.html === null ? html`<pre>${mail.text ?? ''}</pre>` : html`<iframe class="mail" sandbox="" title="The e-mail as its reader sees it" srcdoc="${mail.html}"></iframe>`}
    ${mail.html !== null && mail.text ? html`<details><summary>As plain text</summary><pre>${mail.text}</pre></details>` : ''}
    ${unsubscribeForm(mail, publicUrl)}
    ${answerForm({ channel: 'email', address: mail.to, inReplyTo: mail.id, open: true })}`,
  );

/** What a mail program does when its reader unsubscribes (RFC 8058): one POST, without a question. */
function unsubscribeForm({ headers }: OutboxMail, publicUrl: string): Html | string {
  const [, url] = /<(https?:[^>]+)>/.exec(headers.find(({ name }) => name.toLowerCase() === 'list-unsubscribe')?.value ?? '') ?? [];
  if (!url?.startsWith(`${publicUrl}/`)) return '';
  return html`<form method="post" action="${url.slice(publicUrl.length)}"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button>Unsubscribe as this seller</button></form>`;
}

const attachmentLink = (id: string, { name, bytes }: { name: string; bytes: number }, index: number): Html =>
  html`<a class="file" href="/outbox/mails/${id}/attachments/${index}" download="${name}">${name}</a> (${Math.max(1, Math.round(bytes / 1024))} KB) `;

const answerForm = ({
  channel,
  address,
  inReplyTo,
  open = false,
}: {
  channel: string;
  address: string;
  inReplyTo: string;
  open?: boolean;
}): Html => html`<details ${open ? raw('open') : ''}>
    <summary>Answer as this seller</summary>
    <form method="post" action="/outbox/reply">
      <input type="hidden" name="channel" value="${channel}"><input type="hidden" name="address" value="${address}"><input type="hidden" name="inReplyTo" value="${inReplyTo}">
      <label>${channel === 'email' ? 'E-mail' : 'Text'} from ${address}<textarea name="body" rows="3" maxlength="${channel === 'email' ? 16_000 : 1600}" required placeholder="${channel === 'email' ? 'Yes, I would like to talk about it.' : 'Yes, or STOP'}"></textarea></label>
      <button>Send to Keyturn</button>
    </form>
  </details>`;

const when = (iso: string): string =>
  new Date(iso).toLocaleString('en-US', { weekday: 'short', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });

const styles = html`<style>${raw(`.messages{list-style:none;margin:0;padding:0}.card{border:1px solid #8886;border-radius:8px;padding:.75rem 1rem;margin:0 0 1rem;overflow-wrap:anywhere}
.card.received{border-left:4px solid light-dark(#0b57d0,#8ab4f8)}.card:target{outline:2px solid light-dark(#0b57d0,#8ab4f8)}.head{display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between}
time,.facts{color:light-dark(#555,#aaa);font-size:.875rem}.subject{font-weight:600;margin-top:.25rem}.words{margin:.25rem 0 .5rem;white-space:pre-wrap}
summary{cursor:pointer;padding:.4rem 0}textarea{box-sizing:border-box;width:100%;font:inherit;margin:.25rem 0 .5rem}button{font:inherit;padding:.5rem 1rem}
iframe.mail{box-sizing:border-box;width:100%;height:70vh;border:1px solid #8886;border-radius:8px;background:#fff}pre{white-space:pre-wrap}.file{display:inline-block;padding:.25rem 0}`)}</style>`;
