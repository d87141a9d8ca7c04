import type { LetterTemplate } from './schemas.ts';

/** The letter of intent a new brokerage starts with: its terms on the first page, conditions and signatures on the second. */
export const defaultLetter: LetterTemplate = {
  name: 'Letter of intent',
  title: 'Letter of Intent to Purchase Real Estate',
  sections: [
    { kind: 'paragraph', text: 'Dear {{ seller.names }}:' },
    {
      kind: 'paragraph',
      text: '{{ buyer.name }} (“Buyer”) is pleased to present this letter of intent to purchase the property known as {{ property.address }}{% if property.county %}, {{ property.county }} County{% endif %}{% if property.parcel %}, parcel number {{ property.parcel }}{% endif %} (the “Property”), from its owner of record, {{ seller.names }} (“Seller”), on the terms below. We buy the Property as it stands today: you need not repair, clean or show it.',
    },
    { kind: 'heading', text: 'Price and terms' },
    {
      kind: 'table',
      rows: [
        { label: 'Purchase price', text: '{{ offer.price }}' },
        { label: 'Form of payment', text: '{{ offer.terms }}' },
        {
          label: 'Earnest money',
          text: '{{ offer.earnestMoney }}, deposited with the closing agent within 3 business days after both parties sign a purchase agreement',
        },
        { label: 'Cash at closing', text: '{{ offer.price }}, less the earnest money and the usual prorations', terms: ['cash'] },
        { label: 'Down payment', text: '{{ offer.downPayment }} in cash at closing, the earnest money included', terms: ['seller-finance'] },
        { label: 'Note to Seller', text: '{{ offer.note }} at {{ offer.rate }} a year, secured by a first lien on the Property', terms: ['seller-finance'] },
        {
          label: 'Monthly payment',
          text: '{{ offer.payment }}, principal and interest, as if repaid over {{ offer.amortizationMonths }} months',
          terms: ['seller-finance'],
        },
        {
          label: 'Balloon',
          text: '{% if offer.balloon %}{{ offer.balloon }}, due with payment {{ offer.balloonAfterMonths }}{% endif %}',
          terms: ['seller-finance'],
        },
        {
          label: 'Existing loans',
          text: 'About {{ offer.existingLoan }}, which stay in Seller’s name and are paid by Buyer from closing',
          terms: ['subject-to'],
        },
        { label: 'Cash to Seller', text: '{{ offer.cashToSeller }} at closing, adjusted to the lender’s payoff statement', terms: ['subject-to'] },
        { label: 'Closing', text: 'Within {{ offer.closeInDays }} days after both parties sign, or on a later day that suits Seller' },
        { label: 'Inspection', text: '{{ offer.inspectionDays }} days after both parties sign' },
        { label: 'Closing costs', text: 'Buyer pays the closing agent, the title search and Buyer’s own costs. No commission is taken from Seller’s price' },
        { label: 'Possession', text: 'At closing, vacant and broom-clean, unless agreed otherwise in writing' },
      ],
    },
    {
      kind: 'paragraph',
      text: 'This letter is open for acceptance until {{ letter.expires }}. If you would like other terms, a later closing for example, or a higher price paid over time, please tell us: we will gladly work out the figures with you.',
    },
    {
      kind: 'paragraph',
      text: 'Questions? {% if signer.name %}{{ signer.name }}, {{ signer.email }}{% else %}{{ buyer.name }}{% endif %}{% if buyer.phone %}, {{ buyer.phone }}{% endif %}. Our reference is {{ letter.reference }}.',
    },
    { kind: 'page-break' },
    { kind: 'heading', text: 'Conditions' },
    {
      kind: 'list',
      items: [
        {
          text: 'Purchase agreement. The parties will sign a written purchase agreement with these terms. Until then either party may withdraw without cost, and neither is bound to buy or sell.',
        },
        {
          text: 'Inspection contingency. During the inspection period Buyer may enter the Property at agreed times and may end the agreement for any reason; the earnest money is then returned to Buyer.',
        },
        {
          text: 'Title contingency. Seller conveys marketable title by general warranty deed, free of liens and encumbrances{% if offer.existingLoan %} other than the existing loans named above{% endif %}, insurable at ordinary rates.',
        },
        { text: 'Financing. This offer does not depend on a loan to Buyer or on an appraisal.' },
        {
          text: 'Condition. The Property is bought as is. Seller gives the disclosures that state law requires; for a home built before 1978, the federal lead-based paint disclosure.',
        },
        {
          text: 'Payments on the note begin one month after closing. Seller may require proof of insurance and of paid taxes each year. The note may be repaid early without penalty.',
          terms: ['seller-finance'],
        },
        {
          text: 'Seller authorizes the lender to give Buyer payoff and payment information and keeps the loan current until closing. Payments after closing are made through a licensed loan servicer, with statements to Seller.',
          terms: ['subject-to'],
        },
        { text: 'Risk of loss stays with Seller until closing. Taxes, rents and dues are prorated to the day of closing.' },
        { text: 'This letter replaces every earlier letter of ours about the Property.' },
      ],
    },
    {
      kind: 'notice',
      sides: ['wholesale'],
      title: 'Assignment and equitable interest',
      text: 'Buyer acts as a principal for its own account and intends to make a profit. Under a signed purchase agreement Buyer holds an equitable interest in the Property, not title to it. Buyer may assign that interest to another buyer, for a higher price and a fee that Buyer keeps, and may market it for that purpose before closing. Seller’s price stays the same. Seller may ask for a copy of any assignment and may seek advice from an attorney or licensed broker before signing.',
    },
    {
      kind: 'notice',
      sides: ['listing', 'buyer'],
      title: 'Capacity of the Buyer',
      text: 'Buyer or its principals hold a real estate license and act here as a principal for their own account, not as Seller’s agent. Buyer will not assign the purchase agreement without Seller’s written consent. Seller may seek advice from an attorney or another licensed broker before signing.',
    },
    {
      kind: 'notice',
      terms: ['subject-to'],
      title: 'Due-on-sale risk',
      text: 'The existing loans very likely contain a due-on-sale clause: when title passes without the lender’s consent, the lender may demand the whole balance at once. If it does and Buyer does not pay or refinance, the lender may foreclose; the loans remain on Seller’s credit and may limit new borrowing until they are repaid. Seller should speak with an attorney before agreeing to this sale.',
    },
    {
      kind: 'notice',
      terms: ['seller-finance'],
      title: 'Seller financing',
      text: 'Seller becomes a lender and carries the risk that Buyer does not pay. Federal and state rules on seller financing may apply. The note and its security should be prepared by an attorney.',
    },
    { kind: 'heading', text: 'Acceptance' },
    {
      kind: 'paragraph',
      text: 'By signing, the parties confirm their intent to enter into a purchase agreement on these terms. This offer ends at {{ letter.expires }} unless Seller signs and returns it before.',
    },
    { kind: 'signatures' },
  ],
};
