/** In the order of work; apart from the words, so that the route brings no more than these. */
export const statuses = ['review', 'new', 'qualified', 'rejected', 'in-deal', 'closed'] as const;
