import type { Definition, PublishTemplate } from './schemas.ts';

/** What ships: the offer by e-mail on day 1, a text on day 2, a call on day 3, a last text on day 7, then the archive. Times are the seller's own. */
export const defaultSequence: { slug: string; name: string; definition: Definition } = {
  slug: 'seller-follow-up',
  name: 'Seller follow-up',
  definition: {
    start: 'offer-email',
    steps: [
      { id: 'offer-email', kind: 'email', label: 'the offer by e-mail', template: 'offer-email', attach: ['offer-letter'], next: 'until-day-2' },
      { id: 'until-day-2', kind: 'wait-until', time: '08:00', inDays: 1, next: 'first-text' },
      { id: 'first-text', kind: 'text', label: 'the first text', template: 'first-text', next: 'until-day-3' },
      { id: 'until-day-3', kind: 'wait-until', time: '09:00', inDays: 1, next: 'call' },
      {
        id: 'call',
        kind: 'call-task',
        label: 'the call task',
        title: 'Call the seller about the offer, or leave a voicemail',
        instructions: 'Ask whether the letter arrived and what the seller would need. Leave a short voicemail if nobody answers.',
        dueInHours: 8,
        next: 'until-day-7',
      },
      { id: 'until-day-7', kind: 'wait-until', time: '10:00', inDays: 4, next: 'last-text' },
      { id: 'last-text', kind: 'text', label: 'the last text', template: 'last-text', next: 'archive' },
      { id: 'archive', kind: 'archive' },
    ],
  },
};

const offerEmail = `<mjml>
  <mj-head>
    <mj-preview>Our offer for {{ property.address }}</mj-preview>
    <mj-attributes>
      <mj-all font-family="Georgia, 'Times New Roman', serif" />
      <mj-text font-size="16px" line-height="1.5" color="#222222" />
    </mj-attributes>
  </mj-head>
  <mj-body background-color="#f4f2ee" width="600px">
    <mj-section background-color="#ffffff" padding="32px 24px 8px">
      <mj-column>
        <mj-text font-size="20px">{{ brokerage.name }}</mj-text>
        <mj-divider border-width="1px" border-color="#d8d3c8" />
        <mj-text>Dear {{ seller.first_name | default: "owner" }},</mj-text>
        <mj-text>thank you for considering us. Enclosed is our written offer for <b>{{ property.address }}</b>{% if property.city %} in {{ property.city }}{% endif %}.</mj-text>
        <mj-raw>{% if offer.amount %}</mj-raw>
        <mj-text>We offer <b>{{ offer.amount }}</b>, terms: {{ offer.terms }}. You need to repair nothing and pay no commission.{% if offer.expires_on %} The offer stands until {{ offer.expires_on }}.{% endif %}</mj-text>
        <mj-raw>{% endif %}</mj-raw>
        <mj-text>If you have a question, or wish for other terms, simply answer this e-mail. A person reads it.</mj-text>
        <mj-text>Kind regards<br />{{ brokerage.name }}{% if brokerage.phone %}<br />{{ brokerage.phone }}{% endif %}</mj-text>
      </mj-column>
    </mj-section>
    <mj-section padding="16px 24px">
      <mj-column>
        <mj-text font-size="12px" color="#666666">This is a commercial message from {{ brokerage.name }}, {{ brokerage.postal_address }}.<br /><a href="{{ unsubscribe_url }}">Unsubscribe</a></mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;

export const defaultTemplates: PublishTemplate[] = [
  { channel: 'email', slug: 'offer-email', subject: 'Our offer for {{ property.address }}', source: offerEmail },
  {
    channel: 'text',
    slug: 'first-text',
    source:
      'Hi {{ seller.first_name | default: "there" }}, {{ brokerage.name }} here. We e-mailed you an offer for {{ property.address }}. Any questions? Just reply. Reply STOP to opt out.',
  },
  {
    channel: 'text',
    slug: 'last-text',
    source:
      '{{ brokerage.name }}: our offer for {{ property.address }} {% if offer.expires_on %}stands until {{ offer.expires_on }}{% else %}still stands{% endif %}. This is our last text; reply any time. Reply STOP to opt out.',
  },
];
