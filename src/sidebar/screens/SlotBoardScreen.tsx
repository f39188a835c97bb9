/** «Доска слотов»: who offers what in three weeks, and where the norm is not met (G1, G2, G7). */

import { BoardNav } from '../components/board/BoardNav'
import { BoardTable } from '../components/board/BoardTable'
import { OwnWeeks } from '../components/board/OwnWeeks'
import { RepeatWeek } from '../components/board/RepeatWeek'
import { Button } from '../components/parts/Button'
import { Empty, TroubleNotice, Waiting } from '../components/parts/Notices'
import { Segments } from '../components/parts/Segments'
import type { BoardModel, BoardScope } from '../models/slots/slotBoard'
import { board as text } from '../text/board.ru'
import { common } from '../text/common.ru'

interface Props {
  readonly model: BoardModel
}

export function SlotBoardScreen({ model }: Props) {
  const { board, finder, rows } = model
  if (model.repeat.person.value) return <RepeatWeek model={model} />
  return (
    <main class="dialog slot-board">
      <div class="dialog-top">
        <Top model={model} />
        <TroubleNotice caller={finder} />
        {board.value === null && finder.busy.value !== '' && <Waiting>{text.loading}</Waiting>}
        {rows.value.length > 0 && !hasEvents(model) && (
          <p>
            <strong>{text.noSlots}.</strong> {text.noSlotsWhy}
          </p>
        )}
      </div>
      {board.value && rows.value.length === 0 && <Empty title={text.nobody}>{<p>{text.nobodyWhy}</p>}</Empty>}
      {rows.value.length > 0 && <Board model={model} />}
      <div class="dialog-bar">
        <Button icon="refresh" name="board" caller={finder} onClick={() => void model.load()}>
          {text.refresh}
        </Button>
        <Button onClick={model.leave}>{common.close}</Button>
      </div>
    </main>
  )
}

function Top({ model }: Props) {
  const { scope, hasMine, rows } = model
  return (
    <div class="row between">
      <h1>
        {text.title} {scope.value === 'all' && rows.value.length > 0 && <span class="faint">{text.shortOnes(model.shortOnes.value)}</span>}
      </h1>
      {scope.value === 'all' && <BoardNav model={model} />}
      {hasMine.value && (
        <Segments
          label={text.whose}
          name="whose"
          value={scope.value}
          options={[
            { value: 'mine', title: text.mine },
            { value: 'all', title: text.all },
          ]}
          onChoose={(value) => model.choose(value as BoardScope)}
        />
      )}
    </div>
  )
}

function Board({ model }: Props) {
  const [own] = model.rows.value
  return model.scope.value === 'mine' && own ? <OwnWeeks model={model} row={own} /> : <BoardTable model={model} />
}

function hasEvents({ rows }: BoardModel): boolean {
  return rows.value.some((row) => row.weeks.some(({ days }) => days.some(({ events }) => events.length > 0)))
}
