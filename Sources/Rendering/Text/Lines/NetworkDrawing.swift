internal import PlainText

/// The drawing of a network in plain characters.
///
///     (x1)-..---- w1 = 0.1 ------..- (h1)
///      0    '-..            ..-'     0.6
///           w2 = 0.2    .--'
///           w3 = 0.3    '--.
///           .-''            ''-.
///     (x2)------- w4 = 0.4 --------- (h2)
///      1                             0.5
///
/// A line is made of characters at three heights, so that it can be followed where others cross it. What stands on it
/// stands nearer to where it begins, where lines that end together are still apart.
struct NetworkDrawing {
  /// The rows; the last one has something on it, as the lowest nodes may have less below them than others.
  var rows: [String] {
    let rows = cells.map { $0.joined() }
    let end = rows.lastIndex { $0.contains { $0 != " " } }.map { $0 + 1 } ?? 0
    return Array(rows[..<end])
  }

  /// A node: what stands under each other at it, and its layer.
  struct Node {
    let texts: [String]
    let layer: Int
  }

  /// A line from the node at one place to that at another, and what stands on it.
  struct Connection {
    let source: Int
    let target: Int
    let label: String
  }

  private static let maxNodesInLayer = 6
  private static let maxLinesInGap = 16
  private static let widestGap = 26
  private static let narrowestGap = 12

  /// What is written, and where.
  enum Writing: Hashable {
    /// One of the texts of the node at a place.
    case node(Int, text: Int)
    /// What stands on the line at a place.
    case connection(Int)
  }

  /// What is written, row by row and from left to right.
  var writings: [Writing] {
    written.sorted { ($0.cell.row, $0.cell.column) < ($1.cell.row, $1.cell.column) }.map(\.writing)
  }

  private let nodes: [Node]
  private let layers: [[Int]]
  private let widths: [Int]
  private let gap: Int
  /// The rows from a node to that below it.
  private let pitch: Int
  private var cells: [[String]] = []
  /// Where nothing else may be written.
  private var taken: Set<Cell> = []
  private var written: [(writing: Writing, cell: Cell)] = []

  private struct Cell: Hashable {
    let row: Int
    let column: Int
  }

  /// `nil` where it does not fit into so many columns, where a line would pass a layer, or where what stands on one would
  /// take more than `mostOfLine` of it.
  init?(_ nodes: [Node], _ connections: [Connection], width: Int, labelsUpTo mostOfLine: Double) {
    let last = nodes.map(\.layer).max() ?? 0
    let layers = (0...last).map { layer in nodes.indices.filter { nodes[$0].layer == layer } }
    let widths = layers.map { $0.flatMap { nodes[$0].texts.map(displayWidth) }.max() ?? 0 }
    guard last > 0, layers.allSatisfy({ 1...Self.maxNodesInLayer ~= $0.count }),
      connections.allSatisfy({ nodes[$0.target].layer == nodes[$0.source].layer + 1 }),
      (0..<last).allSatisfy({ layer in
        connections.count { nodes[$0.source].layer == layer } <= Self.maxLinesInGap
      })
    else { return nil }
    let gap = min(Self.widestGap, (width - widths.reduce(0, +)) / last)
    let longest = connections.map { displayWidth($0.label) }.max() ?? 0
    guard gap >= Self.narrowestGap, Double(longest) <= mostOfLine * Double(gap) else { return nil }
    self.nodes = nodes
    self.layers = layers
    self.widths = widths
    self.gap = gap
    let most = layers.map(\.count).max() ?? 1
    let height = nodes.map(\.texts.count).max() ?? 1
    pitch = max(height + 1, most <= 3 ? 6 : 5)
    let columns = widths.reduce(0, +) + gap * last
    cells = Array(
      repeating: Array(repeating: " ", count: columns), count: (most - 1) * pitch + height)
    for connection in connections { draw(connection) }
    for (index, connection) in connections.enumerated() where !connection.label.isEmpty {
      guard let cell = write(connection) else { return nil }
      written.append((.connection(index), cell))
    }
    for layer in layers.indices { writeNodes(of: layer, connections) }
  }

  // MARK: Places

  /// The first column of a layer.
  private func column(of layer: Int) -> Int { widths[..<layer].reduce(0, +) + gap * layer }

  /// The row on which the name of a node stands, and on which its lines end.
  private func row(of node: Int) -> Int {
    let layer = layers[nodes[node].layer]
    let most = layers.map(\.count).max() ?? 1
    return (most - layer.count) * pitch / 2 + (layer.firstIndex(of: node) ?? 0) * pitch
  }

  /// From where to where a line goes.
  private func ends(of connection: Connection) -> (columns: ClosedRange<Int>, from: Int, to: Int) {
    let layer = nodes[connection.source].layer
    let start = column(of: layer) + widths[layer]
    return (start...(start + gap - 1), row(of: connection.source), row(of: connection.target))
  }

  // MARK: Lines

  private mutating func draw(_ connection: Connection) {
    let (columns, from, to) = ends(of: connection)
    for column in columns {
      let height = Self.height(at: column, of: columns, from: from, to: to)
      let row = Int((height + 0.5).rounded(.down))
      let part = height + 0.5 - Double(row)
      // From the top of a row to its bottom.
      cells[row][column] = from == to ? "-" : part < 1.0 / 3 ? "'" : part < 2.0 / 3 ? "-" : "."
    }
  }

  private static func height(at column: Int, of columns: ClosedRange<Int>, from: Int, to: Int) -> Double {
    Double(from) + Double(to - from) * Double(column - columns.lowerBound) / Double(columns.count - 1)
  }

  /// Writes what stands on a line, and says where; `nil` where there is no room for it.
  private mutating func write(_ connection: Connection) -> Cell? {
    let (columns, from, to) = ends(of: connection)
    let width = displayWidth(connection.label)
    let fractions =
      from == to ? [0.5, 0.4, 0.6] : [0.28, 0.25, 0.32, 0.36, 0.2, 0.4, 0.45, 0.6, 0.7, 0.5, 0.75]
    for fraction in fractions {
      let middle = Double(columns.lowerBound) + fraction * Double(columns.count - 1)
      let row = Int((Double(from) + Double(to - from) * fraction + 0.5).rounded(.down))
      let first = max(
        columns.lowerBound + 1, min(Int(middle) - width / 2, columns.upperBound - width - 1))
      let place = (first - 1)...(first + width)
      guard place.allSatisfy({ !taken.contains(Cell(row: row, column: $0)) }) else { continue }
      taken.formUnion(place.map { Cell(row: row, column: $0) })
      write(" \(connection.label) ", row: row, column: place.lowerBound)
      return Cell(row: row, column: place.lowerBound)
    }
    return nil
  }

  // MARK: Nodes

  private mutating func writeNodes(of layer: Int, _ connections: [Connection]) {
    let (start, width) = (column(of: layer), widths[layer])
    for node in layers[layer] {
      let row = row(of: node)
      for (offset, text) in nodes[node].texts.enumerated() {
        let indentation = (width - displayWidth(text)) / 2
        write(text, row: row + offset, column: start + indentation)
        written.append((.node(node, text: offset), Cell(row: row + offset, column: start + indentation)))
        guard offset == 0 else { continue }
        // The name may be narrower than what stands below it; its lines end at the name.
        if connections.contains(where: { $0.target == node }) {
          for column in start..<(start + indentation) { cells[row][column] = "-" }
        }
        if connections.contains(where: { $0.source == node }) {
          for column in (start + indentation + displayWidth(text))..<(start + width) {
            cells[row][column] = "-"
          }
        }
      }
    }
  }

  /// Writes a text; the second cell of a wide character is empty.
  private mutating func write(_ text: String, row: Int, column: Int) {
    var column = column
    for character in text {
      let width = displayWidth(character)
      guard width > 0, column + width <= cells[row].count else { continue }
      cells[row][column] = String(character)
      for further in (column + 1)..<(column + width) where width > 1 { cells[row][further] = "" }
      column += width
    }
  }
}
