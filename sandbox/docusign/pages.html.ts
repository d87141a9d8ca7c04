import { html, raw } from 'hono/html';
import type { EnvelopeState, SignerState } from './envelopes.ts';

type Html = ReturnType<typeof html>;

export const envelopesPage = (envelopes: EnvelopeState[]): Html =>
  page(
    'Signatures',
    html`<p>Envelopes that reached this sandbox, newest first. Open one to sign or decline as one of its signers; it comes back to Keyturn signed, as from a real provider.</p>
    ${envelopes.length === 0 ? html`<p>Nothing has been sent for signature yet.</p>` : ''}
    <ul>${envelopes.map(({ envelopeId, subject, status, changedAt }) => html`<li><a href="/signing/${envelopeId}">${subject}</a> <span class="facts">${status}, ${when(changedAt)}</span></li>`)}</ul>`,
  );

export const envelopePage = (envelope: EnvelopeState): Html =>
  page(
    envelope.subject,
    html`<p><a href="/signing">All envelopes</a></p>
    <p>${state(envelope)}</p>
    ${signersTable(envelope, ({ token, status }) => (status === 'created' ? 'waits for the others' : html`<a href="/signing/${envelope.envelopeId}/${token}">Open as this signer</a>`))}`,
  );

/** What a signer sees: the documents, and the way to sign or decline while it is their turn. */
export const signerPage = (envelope: EnvelopeState, signer: SignerState, fault: string | null = null): Html => {
  const { envelopeId, documents, message } = envelope;
  const at = `/signing/${envelopeId}/${signer.token}`;
  return page(
    envelope.subject,
    html`<p><a href="/signing/${envelopeId}">The envelope</a></p>
    <p>You are <strong>${signer.name}</strong> (${signer.email}).</p>
    ${message ? html`<p class="words">${message}</p>` : ''}
    ${fault ? html`<p class="fault" role="alert">${fault}</p>` : ''}
    ${documents.map(({ name }, index) => html`<h2>${name}</h2><iframe title="${name}" src="${at}/documents/${index}"></iframe><p><a href="${at}/documents/${index}">Open ${name} by itself</a></p>`)}
    ${isTurn(envelope, signer) ? forms(at, signer) : html`<p>${state(envelope)} ${ownState(signer)}</p>`}
    <h2>Who signs</h2>${signersTable(envelope)}`,
  );
};

export const nothingPage = (): Html => page('Not found', html`<p>There is no such envelope or signer. <a href="/signing">All envelopes</a></p>`);

const isTurn = ({ status }: EnvelopeState, signer: SignerState): boolean =>
  (status === 'sent' || status === 'delivered') && (signer.status === 'sent' || signer.status === 'delivered');

const forms = (at: string, { name, tabs }: SignerState): Html => html`<h2>Sign</h2>
  ${tabs.length > 0 ? html`<p>Your places: ${tabs.map(({ kind, anchor }) => html`<span class="tab">${kind} at “${anchor}”</span> `)}</p>` : ''}
  <form method="post" action="${at}"><input type="hidden" name="act" value="sign">
    <label>Your full name<input name="name" value="${name}" maxlength="100" required autocomplete="name"></label><button>Sign</button></form>
  <details><summary>Decline to sign</summary>
    <form method="post" action="${at}"><input type="hidden" name="act" value="decline">
      <label>Reason<textarea name="reason" rows="2" maxlength="500" required></textarea></label><button>Decline</button></form></details>`;

const signersTable = ({ signers }: EnvelopeState, more?: (signer: SignerState) => Html | string): Html => html`<table>
    <thead><tr><th>Order</th><th>Signer</th><th>State</th>${more ? html`<th>Page</th>` : ''}</tr></thead>
    <tbody>${signers
      .toSorted((a, b) => a.routingOrder - b.routingOrder)
      .map(
        (one) =>
          html`<tr><td>${one.routingOrder}</td><td>${one.name}<br>${one.email}</td><td>${ownState(one)}</td>${more ? html`<td>${more(one)}</td>` : ''}</tr>`,
      )}</tbody></table>`;

function state({ status, reason, signers }: EnvelopeState): string {
  switch (status) {
    case 'completed':
      return 'Everybody has signed.';
    case 'declined':
      return `Declined by ${signers.find((one) => one.status === 'declined')?.name ?? 'a signer'}.`;
    case 'voided':
      return `Voided by its sender: ${reason ?? 'no reason given'}.`;
    default:
      return 'Out for signature.';
  }
}

function ownState({ status, stamps, reason }: SignerState): string {
  const at = stamps[status];
  const words = { created: 'Not asked yet', sent: 'Asked', delivered: 'Opened', signed: 'Signed', completed: 'Signed', declined: 'Declined' }[status];
  return `${words}${at ? ` ${when(at)}` : ''}${status === 'declined' && reason ? `: ${reason}` : ''}`;
}

export const when = (iso: string): string =>
  new Date(iso).toLocaleString('en-US', { weekday: 'short', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });

export const page = (
  title: string,
  body: Html,
): Html => html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} – sandbox</title><style>${raw(`:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:50rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid #8886}iframe{box-sizing:border-box;width:100%;height:60vh;border:1px solid #8886;border-radius:8px;background:#fff}
.facts{color:light-dark(#555,#aaa);font-size:.875rem}.words{white-space:pre-wrap}.fault{color:light-dark(#a00,#f99)}.tab{white-space:nowrap}summary{cursor:pointer;padding:.4rem 0}
label{display:block;margin:.5rem 0}input:not([type=hidden]),textarea{box-sizing:border-box;display:block;width:100%;font:inherit;padding:.4rem;margin:.25rem 0}button{font:inherit;padding:.5rem 1rem}`)}</style></head>
  <body><main><h1>${title}</h1>${body}</main></body></html>`;
