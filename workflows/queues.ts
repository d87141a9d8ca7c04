/** Workflows and light activities. */
export const mainQueue = 'keyturn';
/** Calls to e-mail, text and signature providers: their slots are their own. */
export const sendsQueue = 'keyturn-sends';
/** List imports and bulk scoring, in a process of their own. */
export const importsQueue = 'keyturn-imports';
/** PDF rendering, in a process of its own. */
export const renderingQueue = 'keyturn-rendering';
