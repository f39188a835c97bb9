/** Step 2: what the words of the file mean here; those that are not known stand on top. */

import { organisationKinds } from '../../../domain/client/client'
import { channelTitles, failureReasons, formatTitles, noProject, stageTitles, topicTitles } from '../../../domain/deal/words'
import { ownPipeline } from '../../../domain/importing/proposal/plan'
import type { WordTarget } from '../../../domain/importing/proposal/targets'
import { shortName } from '../../../domain/text/russian'
import type { ImportModel, WordRow } from '../../models/dialogs/importer'
import { importing as text } from '../../text/importing.ru'

export function ImportWords({ model }: { readonly model: ImportModel }) {
  const groups = model.words.value
  if (groups.length === 0) return <p class="faint">{text.noWords}</p>
  return (
    <>
      {groups.map(({ target, rows }) => {
        const unknown = rows.filter(({ meant }) => meant === '').length
        const strange = rows.filter((row) => isStrange(model, target, row)).length
        const isKnown = unknown + strange === 0
        return (
          <details key={target} class="words" open={!isKnown}>
            <summary>
              {text.wordsTitle(target)}{' '}
              <span class={isKnown ? 'faint' : 'amber-text'}>
                {unknown > 0 ? text.unknown(unknown) : strange > 0 ? text.strange(strange) : text.allKnown}
              </span>
            </summary>
            <WordTable model={model} target={target} rows={rows} />
          </details>
        )
      })}
    </>
  )
}

/** Somebody who is not in «Сотрудники», a project that the office does not keep. */
function isStrange({ start }: ImportModel, target: WordTarget, { meant }: WordRow): boolean {
  const { people = [], projects = [] } = start.value ?? {}
  if (meant === '') return false
  if (target === 'consultant') return people.every(({ initials }) => initials !== meant)
  return target === 'project' && meant !== noProject && projects.every(({ name }) => name !== meant)
}

interface Props {
  readonly model: ImportModel
  readonly target: WordTarget
  readonly rows: readonly WordRow[]
}

/** More are not shown: what is not known stands first. */
const shownWords = 100

function WordTable({ model, target, rows }: Props) {
  return (
    <table class="matching">
      <tbody>
        {rows.slice(0, shownWords).map(({ typed, count, meant }, at) => (
          <tr key={typed} class={meant === '' ? 'unknown' : ''}>
            <th scope="row">{typed}</th>
            <td class="number faint">{text.times(count)}</td>
            <td>
              <select
                id={`word-${target}-${at}`}
                aria-label={text.meantOf(typed)}
                value={meant}
                onChange={(event) => model.setWord(target, typed, event.currentTarget.value)}
              >
                <option value="">{target === 'stage' || target === 'pipeline' ? text.leave[target] : text.leave.other}</option>
                {optionsOf(model, target, { typed, meant }).map(({ value, title }) => (
                  <option key={value} value={value}>
                    {title}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Option = { readonly value: string; readonly title: string }
const same = (values: readonly string[]): Option[] => values.map((value) => ({ value, title: value }))

const fixed: Readonly<Partial<Record<WordTarget, readonly Option[]>>> = {
  stage: same(Object.values(stageTitles)),
  pipeline: same([ownPipeline]),
  topic: same(Object.values(topicTitles)),
  format: same(Object.values(formatTitles)),
  channel: same(Object.values(channelTitles)),
  kind: same(organisationKinds),
  failure: same(failureReasons),
}

/** What was proposed stays among them. */
function optionsOf({ start }: ImportModel, target: WordTarget, { typed, meant }: Pick<WordRow, 'typed' | 'meant'>): readonly Option[] {
  const { people = [], projects = [] } = start.value ?? {}
  const own =
    target === 'consultant'
      ? [
          ...people
            .filter(({ initials }) => initials !== '')
            .map(({ initials, name }) => ({ value: initials, title: `${initials} · ${shortName(name)}` })),
          { value: typed, title: text.byName(typed) },
        ]
      : target === 'project'
        ? [...same([...projects.map(({ name }) => name), noProject]), { value: typed, title: text.asIs(typed) }]
        : (fixed[target] ?? [{ value: typed, title: text.asIs(typed) }])
  const isThere = meant === '' || own.some(({ value }) => value === meant)
  const options = isThere ? own : [...own, { value: meant, title: meant }]
  return options.filter(({ value }, at) => options.findIndex((one) => one.value === value) === at)
}
