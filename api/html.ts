import { html, raw } from 'hono/html';

/** The frame of the few plain pages the API serves itself. */
export const htmlPage = (title: string, body: ReturnType<typeof html>) => html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Keyturn</title><style>${raw(style)}</style></head>
<body><main>${body}</main></body>
</html>`;

const style = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0}main{max-width:42rem;margin:0 auto;padding:3rem 1rem}
h1{font-size:1.6rem;margin:0 0 1rem}code,pre{font:14px/1.5 ui-monospace,monospace}pre{padding:.75rem 1rem;border:1px solid #8886;border-radius:6px;overflow-x:auto}
a{color:light-dark(#0b57d0,#8ab4f8)}table{border-collapse:collapse;font-size:.9375rem}.wide{overflow-x:auto}th,td{text-align:start;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid #8884}
h2{font-size:1.2rem;margin:1.75rem 0 .5rem}li{margin:.25rem 0}nav{margin-bottom:1.5rem}dt{font-weight:600;margin-top:.75rem}dd{margin:0}`;
