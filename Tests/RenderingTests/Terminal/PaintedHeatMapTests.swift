import Algebra
import Rendering
import Testing
import Transcript

/// Heat maps on terminals: colours or shades that keep the order of the values, points and boundary on top.
@Suite struct PaintedHeatMapTests {
  private static let axis = Plot.Axis(label: [.formula(formula("x"))], ticks: ["0", "1"].map(number))

  private func map(
    _ lowest: Double, _ highest: Double, bounds: [String], points: [Plot.HeatMap.Point] = [],
    _ value: (Double, Double) -> Double?
  ) -> Plot.HeatMap {
    let values = (0..<17).map { row in
      (0..<33).map { column in
        value(Double(column) / 32, Double(row) / 16).map { lowest + (highest - lowest) * $0 }
      }
    }
    return Plot.HeatMap(
      label: formula("y"), horizontal: Self.axis, vertical: Self.axis, values: values,
      shades: .between(bounds.map(number)), points: points, classes: [[.words("no")], [.words("yes")]])
  }

  private func text(of map: Plot.HeatMap, _ ink: Ink, width: Int = 80) -> InkedText {
    let plot = Plot(sentences: [], picture: .heatMap(map))
    return InkedText(
      TextRenderer(width: width, ink: ink, medium: .terminal)
        .text(of: Step(name: "p", lines: [Line(.plot(plot))])))
  }

  /// The cells of the picture, from top to bottom.
  private func cells(of text: InkedText) -> [[InkedText.Cell]] {
    text.lines.compactMap { line in
      line.firstIndex { "│┤".contains($0.character) }.map { Array(line[($0 + 1)...]) }
    }
  }

  /// The numbers of a colour in codes, behind `38` for the upper half and `48` for the lower one.
  private func color(_ ground: String, in codes: String) -> [Int]? {
    let numbers = codes.split(separator: ";").map(String.init)
    guard let place = numbers.firstIndex(of: ground), numbers[place + 1] == "2" else { return nil }
    return numbers[(place + 2)...(place + 4)].compactMap { Int($0) }
  }

  @Test(arguments: [40, 80, 200])
  func `each half of a cell has the colour of the value there`(width: Int) {
    let text = text(of: map(0, 4, bounds: ["0", "1", "2", "3", "4"]) { _, y in y }, .full, width: width)
    let rows = cells(of: text)
    #expect(rows.count > 8 && rows.allSatisfy { row in row.allSatisfy { $0.character == "▀" } })
    // Green rises all along the scale; from the top down it falls, half by half.
    let halves = rows.flatMap { row in
      [color("38", in: row[0].codes), color("48", in: row[0].codes)].map { $0?[1] ?? -1 }
    }
    #expect(zip(halves, halves.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(Set(halves).count > rows.count)
    #expect(halves.first == 231 && halves.last == 1)
    #expect(rows.allSatisfy { row in Set(row.map(\.codes)).count == 1 })
    for key in ["38;2;68;1;84", "38;2;253;231;37"] { #expect(text.stretches(key).contains("██")) }
  }

  @Test(arguments: 1...6)
  func `without 24 bits each value has a shade, and as many as there are`(count: Int) {
    let bounds = (0...count).map { "\($0 + 2)" }
    for ink in [Ink.none, .type, .sixteen] {
      let rows = cells(of: text(of: map(2, Double(count + 2), bounds: bounds) { x, _ in x }, ink))
      var seen: [Character] = []
      for cell in rows[0] where seen.last != cell.character { seen.append(cell.character) }
      #expect(seen.count == count && Set(seen).count == count)
      #expect(rows.allSatisfy { row in row.allSatisfy { $0.codes == "" } })
    }
  }

  @Test(arguments: [Ink.none, .type, .sixteen, .full])
  func `the boundary is drawn where values cross 0, and is told`(ink: Ink) {
    let text = text(of: map(-1, 1, bounds: ["-1", "0", "1"]) { x, _ in x * 0.98 + 0.01 }, ink)
    let rows = cells(of: text)
    for row in rows {
      let places = row.indices.filter { ("\u{2801}"..."\u{28FF}").contains(row[$0].character) }
      #expect(places.count == 1 && abs(places[0] - row.count / 2) <= 1)
    }
    #expect(text.lines.contains { String($0.map(\.character)).contains("⠒⠒ boundary at 0") })
  }

  @Test func `between 0 and 1 the boundary is at a half, and elsewhere there is none`() {
    func told(_ map: Plot.HeatMap) -> [String] {
      text(of: map, .none).lines.map { String($0.map(\.character)) }.filter { $0.contains("⠒⠒") }
    }
    #expect(
      told(map(0, 1, bounds: ["0", "0.5", "1"]) { x, _ in x }).first?.contains("⠒⠒ boundary at 0.5") == true)
    #expect(told(map(0, 0.4, bounds: ["0", "0.2", "0.4"]) { x, _ in x }) == [])
    #expect(told(map(1, 3, bounds: ["1", "2", "3"]) { x, _ in x }) == [])
    var blocks = map(-1, 1, bounds: ["-1", "0", "1"]) { x, _ in x }
    blocks.areBlocks = true
    #expect(told(blocks) == [])
  }

  @Test func `points stand on top as letters, which are seen on the colour below`() {
    let points = [
      Plot.HeatMap.Point(x: 0, y: 0, classIndex: 0), .init(x: 1, y: 1, classIndex: 1),
      .init(x: 0, y: 1, classIndex: 0), .init(x: 0, y: 1, classIndex: 1),
    ]
    let map = map(0, 4, bounds: ["0", "1", "2", "3", "4"], points: points) { x, _ in x }
    for ink in Ink.allCases {
      let rows = cells(of: text(of: map, ink))
      #expect(rows.last?.first?.character == "O" && rows.first?.last?.character == "X")
      #expect(rows.first?.first?.character == "&")
    }
    let rows = cells(of: text(of: map, .full))
    #expect(rows.last?.first?.codes == "1;38;2;255;255;255;48;2;68;1;84")
    #expect(rows.first?.last?.codes == "1;38;2;0;0;0;48;2;253;231;37")
  }

  @Test(arguments: Ink.allCases)
  func `what has no value is left blank, which is told`(ink: Ink) {
    let text = text(of: map(0, 4, bounds: ["0", "2", "4"]) { x, y in x < 0.5 && y > 0.5 ? nil : x }, ink)
    let rows = cells(of: text)
    #expect(rows.first?.first?.character == " " && rows.last?.first?.character != " ")
    #expect(text.lines.contains { String($0.map(\.character)).contains("blank: no value") })
  }

  @Test(arguments: [20, 24, 40, 80, 300], Ink.allCases)
  func `no line is wider than the window`(width: Int, ink: Ink) {
    let text = text(
      of: map(-1, 1, bounds: ["-1", "-0.5", "0", "0.5", "1"]) { x, y in x * y }, ink, width: width)
    #expect(text.lines.allSatisfy { columns(String($0.map(\.character))) <= width })
  }
}
