/** The workbench's memory beside the world: who sits at it, what is open on the screen, who listens to changes. */
import type { ExecutionRecord, Invocation, World } from '../../world/types'
import { FrameStore } from '../frames'
import { StoryBench, type StoryParts } from '../story/storyBench'
import type { Change, Selection } from '../wire'
import { ExecutionLog } from './executionLog'
import { HandFault } from './handFault'
import { peopleOf } from './people'
import { applyEffect, emptyScreen, type Screen } from './screen'
import { summaryOf } from './summary'

/** What survives a restart next to the world's snapshot. */
export interface BenchMemory {
  user: string
  sample: boolean
  started: boolean
  /** Letters up to this id were seen. */
  lettersSeen: number
}

export interface BenchOptions {
  readonly world: World
  readonly memory: BenchMemory
  /** Said on the page about this start; '' = nothing. */
  readonly notice: string
  /** Makes a new world for [Сбросить]. */
  readonly renew: () => World
  /** Called after every change; saves. */
  readonly changed: (bench: Bench) => void
  /** Who plays stories; absent = nobody. */
  readonly stories?: StoryParts
}

const noStories: StoryParts = {
  player: null,
  revive: () => {
    throw new Error('Проигрыватель историй не собран.')
  },
  setAside: () => undefined,
}

export const newMemory = (world: World): BenchMemory => ({ user: world.state.owner, sample: true, started: false, lettersSeen: 0 })

type Listener = (change: Change) => void

export class Bench {
  world: World
  memory: BenchMemory
  notice: string
  revision = 1
  screen: Screen = emptyScreen()
  readonly frames = new FrameStore()
  selection: Selection | undefined
  readonly handFault = new HandFault()
  jumping = false
  stopJump = false
  readonly log = new ExecutionLog()
  readonly story: StoryBench
  private readonly listeners = new Set<Listener>()
  private opened = false

  constructor(private readonly options: BenchOptions) {
    this.world = options.world
    // A break that was put before a restart is not on the page any more.
    this.world.faults.lift()
    this.story = new StoryBench(options.stories ?? noStories)
    this.memory = options.memory
    this.notice = options.notice
  }

  /** The signed-in person runs a function; its effects appear on the screen. */
  run(given: Pick<Invocation, 'fn' | 'entry'> & Partial<Invocation>): ExecutionRecord {
    const invocation = { user: this.memory.user, ...(this.selection && { selection: this.selection }), ...given }
    const record = this.world.invoke(invocation)
    this.log.add(this.world.state, record, invocation.args)
    this.showEffects([record], invocation.user)
    return record
  }

  /** Something was done by hand: what it set off is logged and shown. */
  absorb(records: readonly ExecutionRecord[]): void {
    for (const record of records) this.log.add(this.world.state, record)
    this.showEffects(records, this.memory.user)
  }

  /** That the break put by hand has struck, and in which words. */
  tellStruck(records: readonly ExecutionRecord[]): void {
    const message = this.handFault.struckIn(this.world, records)
    if (message !== null) this.publish({ kind: 'toast', title: 'Помеха сработала', message })
  }

  /** Puts what executions showed onto the screen and tells everybody that something changed. */
  private showEffects(records: readonly ExecutionRecord[], user: string): void {
    this.tellStruck(records)
    for (const record of records) {
      for (const effect of record.ui) for (const change of applyEffect(this, effect, { user, fn: record.fn })) this.publish(change)
    }
    this.touch()
  }

  /** First look at the spreadsheet in this session: Google runs onOpen, which makes the menu. */
  open(): void {
    if (this.opened) return
    this.opened = true
    this.screen = { ...this.screen, menus: [] }
    this.handFault.spared(this.world, () => this.run({ fn: 'onOpen', entry: 'open', args: [{ authMode: 'LIMITED' }] }))
  }

  /** Another person sits down: their own menu, their own sidebar. */
  signIn(email: string): boolean {
    if (!peopleOf(this.world.state).some((person) => person.email === email)) return false
    const { sidebarFn } = this.screen
    this.memory.user = email
    this.screen = { ...emptyScreen(), sidebarFn }
    this.opened = false
    this.open()
    this.reopenSidebar()
    return true
  }

  /** After a jump of the clock, as by a person who comes back to work; drafts live in the page's storage. */
  reopenSidebar(): void {
    const { sidebarFn } = this.screen
    if (sidebarFn === '') return
    const { error } = this.handFault.spared(this.world, () => this.run({ fn: sidebarFn, entry: 'menu' }))
    if (error) this.publish({ kind: 'alert', message: error.message })
  }

  renew(): void {
    this.story.close()
    this.replace(this.options.renew(), {})
  }

  /** Another office in this one's place: what is open on the screen was the other's. */
  show(world: World): void {
    const { user } = this.memory
    const isThere = peopleOf(world.state).some(({ email }) => email === user)
    this.replace(world, { sample: false, started: true, ...(isThere && { user }) })
    this.touch()
  }

  private replace(world: World, memory: Partial<BenchMemory>): void {
    this.world = world
    this.memory = { ...newMemory(world), ...memory }
    this.screen = emptyScreen()
    this.frames.clear()
    this.log.clear()
    this.handFault.put(this.world, null)
    this.selection = undefined
    this.notice = ''
    this.opened = false
    this.open()
  }

  touch(): void {
    this.revision++
    this.options.changed(this)
    for (const listener of this.listeners) listener({ kind: 'summary', summary: summaryOf(this) })
  }

  publish(change: Change): void {
    for (const listener of this.listeners) listener(change)
  }

  /** Returns what ends the listening. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}
