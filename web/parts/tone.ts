/** How a state is meant: an icon and a colour say it beside its words. */
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'neutral';
