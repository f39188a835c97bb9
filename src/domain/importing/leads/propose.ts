/** What the parts of an account probably mean here: proposed by the vocabulary of the import, corrected by choosing; what does not fit is named. */

import type { Stage } from '../../deal/deal'
import { failureReasons, formatTitles, stageTitles, topicTitles } from '../../deal/words'
import type { Office } from '../../office/office'
import { headingScore } from '../proposal/headingWords'
import { personNamed } from '../proposal/personNamed'
import { formatMeant, projectMeant, reasonMeant, stageMeant, topicMeant } from '../proposal/wordsMeant'
import { amoMissing, amoPipelineName } from './amocrmText.ru'
import { type AmoFieldLink, type AmoLink, type FieldKey, fieldKeys } from './link'

export interface AmoStatusSeen {
  readonly id: number
  readonly name: string
  /** 1 = «Неразобранное». */
  readonly type: number
}

export interface AmoPipelineSeen {
  readonly id: number
  readonly name: string
  readonly statuses: readonly AmoStatusSeen[]
}

/** An account as it was read. */
export interface AmoAccount {
  readonly pipelines: readonly AmoPipelineSeen[]
  readonly fields: readonly AmoFieldLink[]
  readonly reasons: AmoLink['reasons']
  readonly users: AmoLink['users']
}

/** What a person has chosen; absent = as proposed. */
export interface AmoChosen {
  /** Status → stage; '' = none. */
  readonly stages?: Readonly<Record<string, Stage | ''>> | undefined
  /** Field's key → its number there; 0 = none. */
  readonly fields?: Readonly<Record<string, number>> | undefined
}

type Plan = Pick<AmoLink, 'waiting' | 'statuses' | 'stages' | 'fields'>

const closing: Readonly<Record<number, Stage>> = { 142: 'won', 143: 'lost' }
const closed: Readonly<Partial<Record<Stage, number>>> = { won: 142, lost: 143 }

/** The pipeline that is called like ours, or the only one. */
export function proposePipeline(pipelines: readonly AmoPipelineSeen[]): AmoPipelineSeen | null {
  return pipelines.find(({ name }) => /консультац/i.test(name)) ?? (pipelines.length === 1 ? (pipelines[0] ?? null) : null)
}

/** A pipeline that is still to be made, with a status for each stage: its numbers mean nothing yet. */
export const newPipeline: AmoPipelineSeen = {
  id: 0,
  name: amoPipelineName,
  statuses: (Object.keys(stageTitles) as Stage[]).map((stage, index) => ({
    id: closed[stage] ?? -1 - index,
    name: stageTitles[stage],
    type: stage === 'unsorted' ? 1 : 0,
  })),
}

/** 0 = one is to be made, unless one of that name stands already. */
export function pipelineOf(pipelines: readonly AmoPipelineSeen[], wanted: number | null): AmoPipelineSeen | null {
  if (wanted === 0) return pipelines.find(({ name }) => name === newPipeline.name) ?? newPipeline
  return pipelines.find(({ id }) => id === wanted) ?? proposePipeline(pipelines)
}

export function proposePlan(account: AmoAccount, pipeline: AmoPipelineSeen, chosen: AmoChosen = {}): Plan {
  const stages = stagesOf(pipeline, chosen)
  return {
    waiting: pipeline.statuses.find(({ type }) => type === 1)?.id ?? 0,
    stages,
    statuses: statusesOf(pipeline, stages),
    fields: fieldsOf(account.fields, chosen),
  }
}

function stagesOf({ statuses }: AmoPipelineSeen, { stages: chosen = {} }: AmoChosen): AmoLink['stages'] {
  const of = ({ id, name, type }: AmoStatusSeen): Stage | '' =>
    closing[id] ?? (type === 1 ? 'unsorted' : (chosen[String(id)] ?? proposedStage(name)))
  return Object.fromEntries(statuses.flatMap((status) => (of(status) === '' ? [] : [[String(status.id), of(status) as Stage]])))
}

function proposedStage(name: string): Stage | '' {
  const title = stageMeant(name)
  const stage = (Object.keys(stageTitles) as Stage[]).find((key) => stageTitles[key] === title)
  return stage === undefined || stage === 'unsorted' ? '' : stage
}

/** A stage that the pipeline has no status for stands there as another one. */
const standIn: Readonly<Partial<Record<Stage, readonly Stage[]>>> = {
  new: ['accepted'],
  accepted: ['new'],
  unreached: ['new', 'accepted'],
  feedback: ['held'],
}

function statusesOf({ statuses }: AmoPipelineSeen, stages: AmoLink['stages']): AmoLink['statuses'] {
  const ofStage = (stage: Stage) => statuses.find(({ id }) => stages[String(id)] === stage)?.id
  const all = (Object.keys(stageTitles) as Stage[]).filter((stage) => stage !== 'unsorted')
  return Object.fromEntries(
    all.flatMap((stage) => {
      const id = [stage, ...(standIn[stage] ?? [])].map(ofStage).find((found) => found !== undefined)
      return id === undefined ? [] : [[stage, id]]
    }),
  )
}

/** Stages that have no status, nor another's: the person has to choose. */
export function stagesWithout({ statuses }: Pick<AmoLink, 'statuses'>): string[] {
  return (Object.keys(stageTitles) as Stage[])
    .filter((stage) => stage !== 'unsorted' && statuses[stage] === undefined)
    .map((stage) => stageTitles[stage])
}

const enough = 0.5
const textual = ['text', 'textarea', 'select', 'url', 'radiobutton']
const types: Readonly<Partial<Record<FieldKey, readonly string[]>>> = {
  start: ['date_time', 'date', 'text'],
  minutes: ['numeric', 'text'],
}

/** The surest pairs first; a field stands for one thing. */
function fieldsOf(all: readonly AmoFieldLink[], { fields: chosen = {} }: AmoChosen): AmoLink['fields'] {
  const taken = new Set(Object.values(chosen))
  const given = fieldKeys.flatMap((key) => all.filter(({ id }) => chosen[key] === id).map((field) => ({ key, field })))
  const bids = fieldKeys
    .filter((key) => chosen[key] === undefined)
    .flatMap((key) =>
      all
        .filter((field) => fits(key, field) && !taken.has(field.id))
        .map((field) => ({ key, field, score: headingScore(field.name, key) })),
    )
    .filter(({ score }) => score >= enough)
    .sort((a, b) => b.score - a.score)
  const found = new Map<FieldKey, AmoFieldLink>(given.map(({ key, field }) => [key, field]))
  for (const { key, field } of bids) {
    if (found.has(key) || taken.has(field.id)) continue
    found.set(key, field)
    taken.add(field.id)
  }
  return Object.fromEntries(found)
}

function fits(key: FieldKey, { type }: AmoFieldLink): boolean {
  return (types[key] ?? textual).includes(type)
}

/** What amoCRM has no place or no word for, one sentence each. */
export function missingOf(plan: Plan, account: AmoAccount, { people, projects }: Office): string[] {
  const serving = people.filter(({ until }) => until === null)
  const lacking = (key: FieldKey, words: readonly string[], mean: (text: string) => string) => {
    const enums = plan.fields[key]?.enums ?? []
    return enums.length === 0 ? [] : words.filter((word) => !enums.some(([, text]) => mean(text) === word))
  }
  const emails = new Set(account.users.map(([, email]) => email.toLowerCase()))
  return [
    ...(Object.keys(plan.statuses) as Stage[]).flatMap((stage) => {
      const shown = plan.stages[String(plan.statuses[stage])]
      return shown === undefined || shown === stage ? [] : [amoMissing.stage(stageTitles[stage], stageTitles[shown])]
    }),
    ...fieldKeys.filter((key) => plan.fields[key] === undefined).map((key) => amoMissing.field(key)),
    ...wordsMissing(
      'consultant',
      lacking('consultant', serving.map(({ initials }) => initials).filter(Boolean), (text) => personNamed(text, people)?.initials ?? ''),
    ),
    ...wordsMissing('topic', lacking('topic', Object.values(topicTitles), topicMeant)),
    ...wordsMissing('format', lacking('format', Object.values(formatTitles), formatMeant)),
    ...wordsMissing(
      'project',
      lacking(
        'project',
        projects.map(({ name }) => name),
        (text) => projectMeant(text, projects),
      ),
    ),
    ...reasonsMissing(account),
    ...amoMissing.people(serving.filter(({ email, external }) => !external && !emails.has(email.toLowerCase())).map(({ name }) => name)),
  ]
}

function wordsMissing(key: FieldKey, words: readonly string[]): string[] {
  return words.length === 0 ? [] : [amoMissing.words(key, words)]
}

function reasonsMissing({ reasons }: AmoAccount): string[] {
  const missing = failureReasons.filter((reason) => !reasons.some(([, name]) => reasonMeant(name) === reason))
  return missing.length === 0 ? [] : [amoMissing.reasons(missing)]
}
