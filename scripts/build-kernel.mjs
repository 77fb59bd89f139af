// Compiles the tagger's inner loops (server/assembly/kernel.ts) with AssemblyScript and writes the WebAssembly, as
// text that every bundler and browser takes, to server/src/attribution/model/kernel.generated.ts.
// `--check` writes nothing and fails when that file is not what the source compiles to.
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'server/src/attribution/model/kernel.generated.ts');
const options = ['-O3', '--enable', 'simd', '--runtime', 'stub', '--importMemory', '--noAssert'];

/** The file's text, freshly compiled. */
export async function compileKernel() {
  let binary;
  const {error, stderr} = await asc.main(['kernel.ts', '--outFile', 'kernel.wasm', ...options], {
    readFile: (name, base) => {
      try {
        return readFileSync(
          join(root, 'server/assembly', base && base !== '.' ? join(base, name) : name),
          'utf8',
        );
      } catch {
        return null;
      }
    },
    writeFile: (_name, contents) => {
      binary = contents;
    },
    listFiles: () => [],
  });
  if (error || !binary) throw new Error(`server/assembly/kernel.ts does not compile:\n${stderr}`);
  return `// Made by scripts/build-kernel.mjs from server/assembly/kernel.ts. Do not edit.\nexport const kernelBase64 =\n  '${Buffer.from(binary).toString('base64')}';\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await compileKernel();
  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) {
    console.error('kernel.generated.ts is stale: run node scripts/build-kernel.mjs');
    process.exit(1);
  }
}
