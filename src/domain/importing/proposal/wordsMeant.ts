/** What a word of a foreign file means here: stage, channel, topic, format, kind, reason; in the words of the register. */

import { organisationKinds } from '../../client/client'
import { organisationKey } from '../../client/organisation'
import { channelTitles, failureReasons, formatTitles, noProject, stageTitles, topicTitles } from '../../deal/words'
import type { Project } from '../../office/office'
import { folded } from '../../text/fold'

/** [what the word says, what it means]: the first that fits counts. */
type Meanings = readonly (readonly [RegExp, string])[]

const stages: Meanings = [
  [/не ?раз(об|бир)|unsorted|incoming/, stageTitles.unsorted],
  [/не ?дозв|недозв|нет ответа|не (берет|отвеча|выход)|без ответа|no answer|unreach|not reached/, stageTitles.unreached],
  [
    /не ?реализ|не ?успеш|отказ|отмен|не состоя|неявк|не явил|дубл|спам|проигр|не пришел|не пришла|потерян|lost|отклонен|провал|сорвал|аннулир|cancel|declin|fail|no show/,
    stageTitles.lost,
  ],
  [/обратн|отзыв|оценк|feedback|опрос/, stageTitles.feedback],
  [/успеш|закры|заверш|выполнен|реализ|оказан|готово|won|архив|complet|success|done/, stageTitles.won],
  [/проведен|проведён|состоя|прошла|прошел|held|conducted/, stageTitles.held],
  [/назнач|заплан|запис|заброн|согласован[ао] (дата|время)|ожидает консульт|предстоит|schedul|booked|appointment/, stageTitles.assigned],
  [/нов[ыао]|поступ|первичн|входящ|получен|^new/, stageTitles.new],
  [/принят|в работе|обработ|уточн|связал|дозвон|взят|progress|accepted|in work/, stageTitles.accepted],
]
const channels: Meanings = [
  [/(напрям|сотрудник|консультант|специалист|лично|мобильн)/, channelTitles.phoneStaff],
  [/(соц|вконтакт|(^| )вк( |$)|vk|телегр|telegram|одноклас|инстаг|мессендж|whatsapp|max)/, channelTitles.social],
  [/(почт|mail|письм|мейл)/, channelTitles.email],
  [/(сайт|форма|онлайн ?запис|лендинг|site|web|интернет)/, channelTitles.site],
  [/(телефон|звон|тел|позвон|менеджер|офис|phone)/, channelTitles.phoneOffice],
]
const topics: Meanings = [
  [/благотв|акци|волонт|доброволь/, '1'],
  [/бухг|финанс|налог|учет/, '2'],
  [/гр?антмейк|администриров|операт.{0,60}конкурс/, '3'],
  [/тренер/, '4'],
  [/фандрай|ресурсов|привлеч|пожертв|спонсор|деньг/, '5'],
  [/(^| )(pr|пр|смм|smm|пиар)( |$)|продвиж|реклам|маркетинг|соцсет|информацион|публич/, '6'],
  [/ресурсн.{0,60}центр|работа рц/, '7'],
  [/соц.{0,60}проект|проектирован|заявк.{0,60}(грант|конкурс)|написан.{0,60}проект|грант/, '8'],
  [/отчет|(управлен|реализац).{0,60}проект/, '10'],
  [/прав|юрид|юрист|закон|устав|регистрац|договор|минюст/, '11'],
  [/управлен|менеджм|стратег|организац|кадр|команд/, '9'],
]
const formats: Meanings = [
  [/zoom|зум|skype|скайп|онлайн|online|видео|дистан|вкс|телемост|teams|meet|конференц|удален|интернет/, formatTitles.online],
  [/тел|звон|phone|call/, formatTitles.phone],
  [/очн|лично|личн|офис|встреч|визит|приход|оффлайн|офлайн|offline|присутств/, formatTitles.inPerson],
]
const kinds: Meanings = [
  [/инициатив|групп|тос$|самоуправ.{0,60}обществ/, 'инициативная группа'],
  [/(^| )(омсу|мсу|омс)( |$)|самоуправлен|администрац|муниципалит|орган.{0,60}власт|госорган/, 'орган местного самоуправления'],
  [/учрежд|мбу|гбу|школ|бюджетн/, 'учреждение'],
  [/бизнес|коммерч(?!.{0,60}не)|предприн|(^| )(ооо|ип|мсп)( |$)|самозан/, 'бизнес'],
  [/сми|газет|журнал|редакц/, 'СМИ'],
  [/физ|гражд|частн|жител|человек/, 'физическое лицо'],
  [/нко|некоммерч|общественн|фонд|(^| )(ано|роо|моо|тос|нп|оо)( |$)/, 'НКО'],
]
const reasons: Meanings = [
  [/не ?дозв|недозв|нет ответа|не отвеча/, 'не дозвонились'],
  [/неяв|не яви|не приш/, 'неявка'],
  [/профил|не наш/, 'не по профилю'],
  [/дубл|повтор/, 'дубль'],
  [/спам|реклам/, 'спам'],
  [/отказ|передум|неакт|отмен/, 'отказ клиента'],
]

function byMeaning(text: string, known: readonly string[], meanings: Meanings): string {
  const word = folded(text)
  return known.find((one) => folded(one) === word) ?? meanings.find(([pattern]) => pattern.test(word))?.[1] ?? ''
}

/** Each answers a word of the register, '' where it cannot tell. */
export const stageMeant = (text: string) => byMeaning(text, Object.values(stageTitles), stages)
export const channelMeant = (text: string) => byMeaning(text, Object.values(channelTitles), channels)
export const formatMeant = (text: string) => byMeaning(text, Object.values(formatTitles), formats)
export const kindMeant = (text: string) => byMeaning(text, organisationKinds, notCommercial(text) ? kinds.slice(-1) : kinds)
export const reasonMeant = (text: string) => byMeaning(text, failureReasons, reasons)

function notCommercial(text: string): boolean {
  return /некоммерч|(^| )нко( |$)/.test(folded(text)) && !/инициатив|учрежд/.test(folded(text))
}

/** By title, by number («8», «8. Социальное проектирование»), by what stands in it. */
export function topicMeant(text: string): string {
  const number = /^№?\s*(\d{1,2})(?:[.)\s]|$)/.exec(text.trim())?.[1] ?? ''
  const rest = text.replace(/^№?\s*\d{1,2}[.)]?\s*/, '')
  if (rest === '' && topicTitles[Number(number)] !== undefined) return topicTitles[Number(number)] ?? ''
  const title = Object.values(topicTitles).find((one) => plainWords(one) === plainWords(rest))
  if (title !== undefined) return title
  const found = topics.find(([pattern]) => pattern.test(plainWords(rest)))?.[1] ?? ''
  return topicTitles[Number(found)] ?? ''
}

function plainWords(text: string): string {
  return folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const nowhere = /^(не распредел|без проект|вне проект|нет( проекта)?$|нет$|-$|—$|не указан|прочее)/

/** By name, quotes and case aside, or the only one whose name holds the text, or is held by it. */
export function projectMeant(text: string, projects: readonly Project[]): string {
  if (nowhere.test(folded(text))) return noProject
  const key = organisationKey(text.replace(/^(проект|грант|программа)\s+/i, ''))
  const exact = projects.find(({ name }) => organisationKey(name) === key)
  if (exact !== undefined) return exact.name
  const near = projects.filter(({ name }) => isWithin(organisationKey(name), key))
  return near.length === 1 ? (near[0]?.name ?? '') : ''
}

const shortest = 5

function isWithin(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  return short.length >= shortest && ` ${long} `.includes(` ${short} `)
}
