const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const wholeDollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });

/** `$134,500`, with cents only where there are some. */
export const formatUsd = (cents: number): string => (cents % 100 === 0 ? wholeDollars : dollars).format(cents / 100);

/** `5.25 %` from 525 basis points, without idle zeros. */
export const formatPercent = (bps: number): string => `${(bps / 100).toFixed(2).replace(/\.?0+$/, '')} %`;
