/**
 * Bundles the packages of `src/vendor/` into `dist/vendor/`, each in one file with the licences of all that is in it. A
 * project that has briefdeck as a dependency then installs neither `canvas`, which is compiled from source, nor the
 * many megabytes of these packages that are not used. Bundles the page of the preview as well.
 */
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../', import.meta.url));
const vendor = path.join(root, 'src/vendor');

/** chartjs-node-canvas asks for `canvas` by a name that no bundler sees: what it gets is Skia. */
const onSkia = {
  name: 'on-skia',
  load: {
    filter: { id: /chartjs-node-canvas[/\\]dist[/\\]freshRequire\.js$/ },
    handler: () => "exports.freshRequire = () => require('@napi-rs/canvas');",
  },
};

for (const file of await readdir(vendor)) {
  const name = path.basename(file, '.ts');
  const bundle = await rolldown({
    input: path.join(vendor, file),
    platform: 'node',
    external: ['@napi-rs/canvas'],
    plugins: [onSkia],
    onLog(level, log, print) {
      // pdf.js and Chart.js reach for names of the browser, in code that does not run here.
      if (log.code !== 'EVAL' && log.code !== 'COMMONJS_VARIABLE_IN_ESM') print(level, log);
    },
  });
  const target = path.join(root, 'dist/vendor', name);
  const { output } = await bundle.write({
    file: `${target}.js`,
    format: 'esm',
    minify: true,
    codeSplitting: false,
  });
  await writeFile(`${target}.LICENSE.txt`, await licencesOf(output[0].moduleIds));
}

/** The page of the preview: one script, and the files that are served as they are. */
const page = path.join(root, 'src/preview/page');
const served = path.join(root, 'dist/preview');
await mkdir(served, { recursive: true });
const pageBundle = await rolldown({ input: path.join(page, 'main.ts'), platform: 'browser' });
await pageBundle.write({
  file: path.join(served, 'page.js'),
  format: 'esm',
  minify: true,
  codeSplitting: false,
});
for (const file of ['page.html', 'page.css', 'slides.html'])
  await copyFile(path.join(page, file), path.join(served, file));

/** The licences of the packages that some modules are from. */
async function licencesOf(modules) {
  const folders = modules.flatMap(
    (id) => /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/.exec(id) ?? [],
  );
  const texts = [...new Set(folders)].sort().map(async (folder) => {
    const { name, version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? await readFile(path.join(folder, file), 'utf8') : `Licence: ${license}`;
    return `${name} ${version}\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${'-'.repeat(80)}\n\n`);
}
