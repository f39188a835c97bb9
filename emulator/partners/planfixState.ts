/** An account of Planfix as the world remembers it: people, tasks, what was asked, and what is to go wrong. */

export interface PlanfixTime {
  /** dd-MM-yyyy. */
  date: string
  time: string
}

export interface PlanfixTask {
  id: number
  name: string
  description: string
  template: number | null
  assignees: string[]
  endDateTime: PlanfixTime | null
  status: number
  comments: string[]
}

/** The next `times` requests whose path begins with `path` go wrong. */
export interface PlanfixFault {
  kind: 'timeout' | 'timeoutAfter' | 'tooMany' | 'dailyLimit' | 'unavailable' | 'queued' | 'failures'
  path: string
  times: number
}

export interface PlanfixState {
  /** 'centre.planfix.ru'. */
  host: string
  token: string
  users: { id: number; name: string; lastname: string; email: string }[]
  tasks: PlanfixTask[]
  templates: number[]
  statuses: number[]
  /** How long each answer takes, ms. */
  latencyMs: number
  /** Every request, when it came (epoch ms). */
  requests: { at: number; method: string; path: string }[]
  faults: PlanfixFault[]
  nextId: number
}

/** New tasks stand in it. */
export const newStatus = 1

export function newPlanfix(part: Pick<PlanfixState, 'host' | 'token'> & Partial<PlanfixState>): PlanfixState {
  return { users: [], tasks: [], templates: [], statuses: [newStatus], latencyMs: 1000, requests: [], faults: [], nextId: 501, ...part }
}
