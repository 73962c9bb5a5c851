import PlainText

/// What a terminal would show that got some bytes: the few sequences that the program writes, interpreted in the
/// plainest way.
public struct TerminalModel: Sendable {
  /// The characters of a line.
  public private(set) var columns: Int
  /// The lines.
  public private(set) var rows: Int
  /// Where the cursor is, counted from 0.
  public private(set) var cursor = (row: 0, column: 0)
  /// Whether the cursor can be seen.
  public private(set) var isCursorShown = true
  /// Whether a line that is full goes on in the next one.
  public private(set) var wraps = true
  /// Whether pasted text comes between marks.
  public private(set) var marksPaste = false
  /// Whether the wheel of the mouse sends the keys Up and Down, and what was saved of that.
  public private(set) var wheelSendsKeys = false
  private var savedWheel = false
  /// Whether the alternate screen is shown.
  public private(set) var isAlternate = false
  /// How often the alternate screen has scrolled.
  public private(set) var scrolls = 0
  /// The rows that were written to on the alternate screen, in order.
  public var writtenRows: [Int] = []
  /// The sequences that were not understood.
  public private(set) var unknown: [String] = []

  /// A character for each cell; the second one of a wide character is empty.
  private var cells: [[String]]
  /// The main screen and its cursor, while the alternate one is shown.
  private var main: (cells: [[String]], cursor: (row: Int, column: Int))?
  /// Whether the next character begins a new line first.
  private var isWrapping = false
  private var unread: [UInt8] = []

  /// An empty terminal.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = TerminalModel.blank(columns, rows)
  }

  /// The lines on the screen, without the spaces at their ends.
  public var lines: [String] {
    cells.map { row in
      row[..<((row.lastIndex { $0 != " " } ?? -1) + 1)].joined()
    }
  }

  /// The lines as one text, without the empty ones at the end.
  public var text: String {
    lines.reversed().drop(while: \.isEmpty).reversed().joined(separator: "\n")
  }

  /// Makes the screen another size; what was on it is gone, as it may be.
  public mutating func resize(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = TerminalModel.blank(columns, rows)
    if main != nil { main?.cells = cells }
    cursor = (0, 0)
  }

  /// Shows `bytes`; a sequence that is not complete is shown when it is.
  public mutating func show(_ bytes: some Sequence<UInt8>) {
    unread += bytes
    var rest = unread[...]
    while let first = rest.first {
      guard let count = TerminalModel.unitLength(rest) else { break }
      let unit = rest.prefix(count)
      rest = rest.dropFirst(count)
      if first == 0x1B {
        obey(String(decoding: unit.dropFirst(), as: UTF8.self))
      } else if first < 0x20 || first == 0x7F {
        control(first)
      } else {
        for character in String(decoding: unit, as: UTF8.self) { put(character) }
      }
    }
    unread = Array(rest)
  }

  /// How many bytes the next command or stretch of text has; `nil` where more have to come.
  private static func unitLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(bytes)
    if bytes[0] == 0x1B {
      guard bytes.count > 1 else { return nil }
      switch bytes[1] {
      case UInt8(ascii: "["):
        return bytes.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }.map { $0 + 1 }
      case UInt8(ascii: "]"): return bytes.firstIndex(of: 0x07).map { $0 + 1 }
      default: return 2
      }
    }
    if bytes[0] < 0x20 || bytes[0] == 0x7F { return 1 }
    let end = bytes.firstIndex { $0 < 0x20 || $0 == 0x7F } ?? bytes.count
    if end < bytes.count { return end }
    // The last character may not be whole yet.
    guard let start = bytes.lastIndex(where: { !(0x80...0xBF).contains($0) }) else { return end }
    let length = bytes[start] >= 0xF0 ? 4 : bytes[start] >= 0xE0 ? 3 : bytes[start] >= 0xC0 ? 2 : 1
    let whole = bytes.count - start >= length ? bytes.count : start
    return whole == 0 ? nil : whole
  }

  private mutating func obey(_ command: String) {
    switch command {
    case "[K": for column in cursor.column..<columns { cells[cursor.row][column] = " " }
    case "[J": for row in cursor.row..<rows { cells[row] = TerminalModel.blank(columns, 1)[0] }
    case "[?7h": wraps = true
    case "[?7l": wraps = false
    case "[?25h": isCursorShown = true
    case "[?25l": isCursorShown = false
    case "[?2004h": marksPaste = true
    case "[?2004l": marksPaste = false
    case "[?1007h": wheelSendsKeys = true
    case "[?1007s": savedWheel = wheelSendsKeys
    case "[?1007r": wheelSendsKeys = savedWheel
    case "[?1049h":
      if main == nil { main = (cells, cursor) }
      cells = TerminalModel.blank(columns, rows)
      isAlternate = true
    case "[?1049l":
      if let main { (cells, cursor) = main }
      main = nil
      isAlternate = false
    default:
      if command.hasPrefix("["), command.hasSuffix("H") {
        let places = command.dropFirst().dropLast().split(separator: ";").map { Int($0) ?? 1 }
        let (row, column) = (places.first ?? 1, places.dropFirst().first ?? 1)
        cursor = (min(max(row, 1), rows) - 1, min(max(column, 1), columns) - 1)
      } else if !(command.hasPrefix("[") && command.hasSuffix("m")) {
        unknown.append(command)
      }
      if command.hasSuffix("m") { return }
    }
    isWrapping = false
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x0D: cursor.column = 0
    case 0x08: cursor.column = max(0, cursor.column - 1)
    case 0x0A: lineFeed()
    default: break
    }
    isWrapping = false
  }

  private mutating func lineFeed() {
    if cursor.row < rows - 1 {
      cursor.row += 1
    } else {
      cells.removeFirst()
      cells.append(TerminalModel.blank(columns, 1)[0])
      if isAlternate { scrolls += 1 }
    }
  }

  private mutating func put(_ character: Character) {
    let width = displayWidth(character)
    if isWrapping, wraps {
      cursor.column = 0
      lineFeed()
    }
    isWrapping = false
    let column = min(cursor.column, columns - max(1, width))
    if column < 0 { return }
    if isAlternate, writtenRows.last != cursor.row { writtenRows.append(cursor.row) }
    if width == 0 {
      cells[cursor.row][max(0, column - 1)].append(character)
      return
    }
    cells[cursor.row][column] = String(character)
    if width == 2 { cells[cursor.row][column + 1] = "" }
    cursor.column = min(column + width, columns - 1)
    isWrapping = column + width == columns
  }

  private static func blank(_ columns: Int, _ rows: Int) -> [[String]] {
    Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }
}
