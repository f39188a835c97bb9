/** docs/platform.md: what we rely on of Google, made from the probes. */
import { readFileSync } from 'node:fs'
import { allProbes, askedOf, type NamedProbe } from '../probes/all'
import type { Observed } from './compare'

/** 'observed 2026-12-01' where a run of ours has shown it; else the probe's own label. */
export function labelOf({ key, probe }: NamedProbe, observed: Observed): string {
  return observed[key] === undefined ? probe.label : `observed ${observed[key]}`
}

export function platformPage(observed: Observed): string {
  const services = [...new Set(allProbes.map(({ service }) => service))]
  return [
    head(observed),
    ...services.map((service) => serviceTable(service, observed)),
    `## What the probes cannot ask\n\n${table(
      ['contract file', 'asked by', 'left to the emulator'],
      Object.entries(askedOf).map(([file, { by, left }]) => [`\`test/contract/${file}\``, by.join('; ') || '–', left]),
    )}`,
    readFileSync('test/contract/conformance/failingCalls.md', 'utf8').trim(),
  ].join('\n\n')
}

function head(observed: Observed): string {
  const count = (label: string) => allProbes.filter((one) => labelOf(one, observed).startsWith(label)).length
  const own = Object.keys(observed).length
  return `# What we rely on of Google

Made by \`npm run conformance -- --table\` from \`test/contract/probes\`; a test keeps it so. Each line is a probe: a function of Apps Script's own
services that runs unchanged on the emulator and on Google.

| label | means | probes |
| --- | --- | --- |
| documented | Google's documentation says so | ${count('documented')} |
| observed | somebody has seen Google answer so; with a day: we have | ${count('observed')} (${own} by us) |
| assumed | nobody tells; the stricter way | ${count('assumed')} |

To ask Google: \`npm run conformance\` builds a script project of its own into \`.build/conformance\`. Put a script id into a \`.clasp.json\` there,
\`npx clasp push -f\` in that folder, turn on nothing else, and run \`runProbes\` in the editor until it says «Готово» (about five portions of four
minutes). It works in a spreadsheet and a calendar that it makes itself. Then \`npm run conformance -- conformance.json\` compares: what Google
answered as expected is observed from then on, what it did not is listed with both answers. «Консультации → Проверить Google» asks the last
table's questions in a working office.`
}

function serviceTable(service: string, observed: Observed): string {
  const rows = allProbes
    .filter((one) => one.service === service)
    .map((one) => [escaped(one.probe.name), labelOf(one, observed), one.probe.needs.join(', ')])
  return `## ${service}\n\n${table(['what', 'label', 'permission'], rows)}`
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const escaped = (text: string): string => text.replace(/[|<>]/g, (sign) => (sign === '|' ? '\\|' : sign === '<' ? '&lt;' : '&gt;'))
