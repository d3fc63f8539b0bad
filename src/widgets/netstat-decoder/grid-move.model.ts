/**
 * The keys of a grid with one tab stop (WAI-ARIA Authoring Practices, data grid): Left and Right go through a
 * row's cells, Up and Down to the same field of the next row, Home and End to the row's ends, with Ctrl to the
 * grid's first and last row. Cell 0 is the row as a whole; its fields follow.
 */
export interface GridPlace {
  readonly row: number;
  readonly cell: number;
}

export interface GridShape {
  readonly rowCount: number;
  /** The row's fields by name, in the order of the line; null while the row is not here. */
  fieldsOf(row: number): readonly string[] | null;
}

const PAGE = 10;

/** Where the key leads from `at`; null for a key that is not the grid's. At an edge it stays where it is. */
export function moveInGrid(
  shape: GridShape,
  at: GridPlace,
  key: string,
  ctrl: boolean,
): GridPlace | null {
  const last = shape.fieldsOf(at.row)?.length ?? 0;
  switch (key) {
    case "ArrowLeft":
      return { row: at.row, cell: Math.max(0, at.cell - 1) };
    case "ArrowRight":
      return { row: at.row, cell: Math.min(last, at.cell + 1) };
    case "ArrowUp":
      return toRow(shape, at, at.row - 1);
    case "ArrowDown":
      return toRow(shape, at, at.row + 1);
    case "PageUp":
      return toRow(shape, at, at.row - PAGE);
    case "PageDown":
      return toRow(shape, at, at.row + PAGE);
    case "Home":
      return { row: ctrl ? 0 : at.row, cell: 0 };
    case "End": {
      const row = ctrl ? Math.max(0, shape.rowCount - 1) : at.row;
      return { row, cell: shape.fieldsOf(row)?.length ?? 0 };
    }
    default:
      return null;
  }
}

/** The same field of another row; where that row lacks it, the place nearest to it. */
function toRow(shape: GridShape, at: GridPlace, wanted: number): GridPlace {
  const row = Math.min(Math.max(0, wanted), Math.max(0, shape.rowCount - 1));
  const fields = shape.fieldsOf(row);
  if (fields === null) return { row, cell: at.cell };
  const field = shape.fieldsOf(at.row)?.[at.cell - 1];
  const same = field === undefined ? -1 : fields.indexOf(field);
  return { row, cell: same >= 0 ? same + 1 : Math.min(at.cell, fields.length) };
}
