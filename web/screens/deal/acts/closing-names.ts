/** Names under which forms have their closing date. */
export const closingNames: readonly string[] = ['closingDate', 'statedClosingDate', 'closeOfEscrowDate'];
