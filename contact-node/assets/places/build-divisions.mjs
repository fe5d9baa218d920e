// Writes the code and the name of each division of a country, one a line. Run by hand; see README.md.
//
// usage: node build-divisions.mjs <file>
import { readFileSync, writeFileSync } from 'node:fs';

const from = name => JSON.parse(readFileSync(`node_modules/cldr-subdivisions-full/${name}`));
const names = from('subdivisions/en/en.json').subdivisions.localeDisplayNames.subdivisions;
const lines = Object.entries(names)
  .map(([code, name]) => [`${code.slice(0, 2)}-${code.slice(2)}`.toUpperCase(), name])
  // What CLDR marks with four letters or more is a part of a division.
  .filter(([code]) => /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code))
  .map(([code, name]) => `${code}\t${name.normalize('NFC')}`)
  .sort();
writeFileSync(process.argv[2], [
  `# Unicode CLDR ${from('package.json').version}, subdivision names. Copyright © 2004-2026 Unicode, Inc. Unicode License v3:`,
  '# https://www.unicode.org/license.txt', ...lines, ''].join('\n'));
