// Puts styles, scripts, fonts and pictures of the console into one folder, under names that hold the hash of their
// content, and lists those names in names.properties. Does nothing when nothing has changed.
//
// usage: node build.mjs <folder> <file that remembers what it was made from>
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2]);
const stamp = resolve(process.argv[3]);

const hash = (...parts) => parts.reduce((h, part) => h.update(part), createHash('sha256')).digest('hex');
const files = folder => readdirSync(join(here, folder)).sort().map(name => join(here, folder, name));
const sources = ['build.mjs', 'package-lock.json'].map(name => join(here, name))
  .concat(files('styles'), files('scripts'), files('pictures'));
const madeFrom = hash(...sources.flatMap(file => [basename(file), readFileSync(file)]));

if (existsSync(join(out, 'names.properties')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === madeFrom) process.exit(0);

install();
const { compile } = await import('sass');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const names = new Map();

const modules = join(here, 'node_modules');
for (const name of ['source-sans-3-latin-wght-normal.woff2', 'source-sans-3-latin-ext-wght-normal.woff2']) {
  put(name, readFileSync(join(modules, '@fontsource-variable/source-sans-3/files', name)));
}
for (const file of files('pictures')) put(basename(file), readFileSync(file));
for (const file of files('scripts')) put(basename(file), readFileSync(file));
put('icon-document.svg', readFileSync(join(modules, '@ministryofjustice/frontend/moj/assets/images/icon-document.svg')));
put('htmx.js', script('htmx.min.js'));
put('hx-sse.js', script('ext/hx-sse.min.js'));
put('hx-csp.js', script('ext/hx-csp.min.js'));
put('console.css', styles());

writeFileSync(join(out, 'names.properties'), [...names].map(([name, made]) => `${name}=${made}\n`).join(''));
writeFileSync(stamp, madeFrom);

/** Installs exactly what the lock file says, without running anything that a package brings along. */
function install() {
  const lock = hash(readFileSync(join(here, 'package-lock.json')));
  const installed = join(here, 'node_modules/.installed-from');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return;
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--omit=optional', '--prefer-offline', '--no-audit', '--no-fund'],
    { cwd: here, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (npm.status !== 0) throw new Error('npm ci failed; the console needs Node.js 20 or later and npm on the path');
  writeFileSync(installed, lock);
}

/** The source maps are not served, so nothing may point to them. */
function script(name) {
  return readFileSync(join(modules, 'htmx.org/dist', name), 'utf8').replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n');
}

function styles() {
  const { css } = compile(join(here, 'styles/console.scss'), { loadPaths: [modules, here], style: 'compressed', quietDeps: true });
  return css.replace(/url\("?(?:\/assets\/images\/)?([\w.-]+)"?\)/g, (_, name) => `url(${names.get(name)})`);
}

function put(name, content) {
  const ending = extname(name);
  const made = `${basename(name, ending)}-${hash(content).slice(0, 12)}${ending}`;
  names.set(name, made);
  writeFileSync(join(out, made), content);
}
