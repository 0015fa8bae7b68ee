// `npm run package [-- <environment>]`: the app package for Teams, from appPackage/ and env/.env.<environment> (dev).
import { mkdir, writeFile } from 'node:fs/promises';
import { command } from './command.ts';
import { appPackage } from './package/app-package.ts';

await command(async () => {
  const environment = process.argv[2] ?? 'dev';
  const archive = await appPackage('.', environment, process.env);
  const file = `build/appPackage.${environment}.zip`;
  await mkdir('build', { recursive: true });
  await writeFile(file, archive);
  return `${file} is ready to upload in Teams.`;
});
