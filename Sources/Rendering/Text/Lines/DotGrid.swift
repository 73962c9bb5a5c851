internal import Transcript

/// The characters of Braille, each a cell of two by four dots (Unicode block U+2800).
enum Braille {
  /// The dots of a cell across and up.
  static let (columns, rows) = (2, 4)
  /// A piece of a line, for legends.
  static let line: Character = "⠒"

  /// The bits of the dots that are set, each asked for by its place from the left and from the bottom.
  static func dots(_ isSet: (Int, Int) -> Bool) -> UInt8 {
    var dots: UInt8 = 0
    for y in 0..<rows {
      for x in 0..<columns where isSet(x, y) { dots |= bit(x, y) }
    }
    return dots
  }

  /// The bit of a dot, counted from the left and from the bottom.
  static func bit(_ x: Int, _ y: Int) -> UInt8 {
    // Six dots are counted column by column from the top; the lowest two were added later.
    y == 0 ? 0x40 << UInt8(x) : 1 << UInt8(3 - y + 3 * x)
  }

  /// The character with these dots.
  static func character(_ dots: UInt8) -> Character {
    Character(Unicode.Scalar(0x2800 + UInt32(dots)) ?? " ")
  }
}

/// Lines in dots, and which of them pass which cell.
struct DotGrid {
  /// A cell that a line passes.
  private struct Place: Hashable {
    let column: Int
    let row: Int
  }

  private let columns: Int
  private let rows: Int
  /// Of each line the dots of each cell, row by row.
  private var dots: [[UInt8]]
  /// The cells that each line passes, in order.
  private var paths: [[Place]]
  /// The same for looking up.
  private var passed: [Set<Place>]
  /// Of each line the cells of points between two gaps.
  private var lonePoints: [[Place]]

  /// A grid of cells without dots, for so many lines.
  init(columns: Int, rows: Int, lines: Int) {
    self.columns = columns
    self.rows = rows
    dots = Array(repeating: Array(repeating: 0, count: columns * rows), count: lines)
    paths = Array(repeating: [], count: lines)
    passed = Array(repeating: [], count: lines)
    lonePoints = Array(repeating: [], count: lines)
  }

  /// Draws a curve as a line through its points; what lies beyond the axes is a gap.
  mutating func draw(_ curve: Plot.Curve, _ line: Int, in frame: PlotFrame) {
    let places = curve.points.map { point -> (x: Int, y: Int)? in
      guard let x = frame.horizontal.dot(of: point.x, among: columns, Braille.columns),
        let y = point.y.flatMap({ frame.vertical.dot(of: $0, among: rows, Braille.rows) })
      else { return nil }
      return (x, y)
    }
    for run in places.split(whereSeparator: { $0 == nil }).map({ $0.compactMap(\.self) }) {
      set(run[0].x, run[0].y, line)
      if run.count == 1 { lonePoints[line].append(place(run[0].x, run[0].y)) }
      for (from, to) in zip(run, run.dropFirst()) { draw(from, to, line) }
    }
  }

  /// As many dots as the longer side has, evenly apart.
  private mutating func draw(_ from: (x: Int, y: Int), _ to: (x: Int, y: Int), _ line: Int) {
    let (across, up) = (to.x - from.x, to.y - from.y)
    let steps = max(abs(across), abs(up))
    for step in 0..<steps {
      // Rounded to the nearest dot, halves upwards; no side is negative before it is divided.
      func place(_ start: Int, _ way: Int) -> Int {
        let doubled = 2 * (step + 1) * way + steps
        return start + (doubled >= 0 ? doubled : doubled - 2 * steps + 1) / (2 * steps)
      }
      set(place(from.x, across), place(from.y, up), line)
    }
  }

  private mutating func set(_ x: Int, _ y: Int, _ line: Int) {
    let place = place(x, y)
    dots[line][place.row * columns + place.column] |= Braille.bit(x % Braille.columns, y % Braille.rows)
    if passed[line].insert(place).inserted { paths[line].append(place) }
  }

  private func place(_ x: Int, _ y: Int) -> Place {
    Place(column: x / Braille.columns, row: y / Braille.rows)
  }

  // MARK: Cells

  /// The dots of a cell, in the role of the line that has the most of them there.
  func cell(_ column: Int, _ row: Int) -> PlotGrid.Cell {
    let dots = dots.map { $0[row * columns + column] }
    let all = dots.reduce(0, |)
    guard all != 0, let most = dots.map(\.nonzeroBitCount).max() else { return .empty }
    let line = dots.firstIndex { $0.nonzeroBitCount == most } ?? 0
    return PlotGrid.Cell(character: Braille.character(all), role: .series(line))
  }

  /// A line has about so many marks.
  private static let markCount = 6
  /// Marks are at least so many cells apart.
  private static let markDistance = 4

  /// Where the marks of a line stand: in cells that no other passes where there are any. Where there are none, the first of the
  /// lines tells that several pass.
  func marks(on line: Int, areSeveral: Bool) -> [(column: Int, row: Int, isShared: Bool)] {
    let lone = lonePoints[line].map { ($0.column, $0.row, !others(at: $0, than: line).isEmpty) }
    guard areSeveral else { return lone }
    let path = paths[line]
    let distance = max(Self.markDistance, path.count / Self.markCount)
    let offset = path.count <= distance ? 0 : distance * line / paths.count
    return lone
      + stride(from: offset, to: path.count, by: distance).compactMap { start in
        let stretch = path[start..<min(start + distance, path.count)]
        if let place = stretch.first(where: { others(at: $0, than: line).isEmpty }) {
          return (place.column, place.row, false)
        }
        guard let place = stretch.first, others(at: place, than: line).allSatisfy({ $0 > line }) else {
          return nil
        }
        return (place.column, place.row, true)
      }
  }

  /// The lines that pass a cell, but for one.
  private func others(at place: Place, than line: Int) -> [Int] {
    passed.indices.filter { $0 != line && passed[$0].contains(place) }
  }
}

extension Plot.Axis {
  /// Which of the dots of `count` cells, `size` of them in each, is nearest to a value: the middle of a cell is where a tick
  /// stands. One half-way between two dots belongs to the upper one.
  func dot(of value: Double, among count: Int, _ size: Int) -> Int? {
    place(of: value, among: count).map { place in
      min(count * size - 1, Int((place * Double(size) + Double(size) / 2).rounded(.down)))
    }
  }
}
