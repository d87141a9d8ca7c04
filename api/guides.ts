import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const docs = fileURLToPath(new URL('../docs', import.meta.url));
const folders: Record<string, string> = { runbooks: `${docs}/runbooks`, guides: docs };
const texts = new Map<string, string>();

/** A page of the documentation as Markdown; null for what is none. Only names that are there are looked for. */
export function readGuide(folder: string, name: string): string | null {
  const path = folders[folder];
  if (!path || !guideNames(folder).includes(name)) return null;
  const file = `${path}/${name}.md`;
  if (!texts.has(file)) texts.set(file, readFileSync(file, 'utf8'));
  return texts.get(file)!;
}

export function guideNames(folder: string): string[] {
  try {
    return readdirSync(folders[folder]!).flatMap((name) => (/^[\w-]+\.md$/.test(name) ? [name.slice(0, -3)] : []));
  } catch {
    return [];
  }
}

/** Where a link of a page leads on an instance: the files of the documentation refer to each other as files. */
export const guideLink =
  (folder: string) =>
  (target: string): string => {
    const found = /^(\.\.\/|runbooks\/)?([\w-]+)\.md(#.*)?$/.exec(target);
    if (!found) return target;
    const [, up, name, hash = ''] = found;
    return `/docs/${up === 'runbooks/' || (folder === 'runbooks' && !up) ? 'runbooks' : 'guides'}/${name}${hash}`;
  };
